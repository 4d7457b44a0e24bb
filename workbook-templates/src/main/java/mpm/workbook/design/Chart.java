package mpm.workbook.design;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLegendEntry;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTSchemeColor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTSolidColorFillProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STSchemeColorVal;

/** A quiet chart: no frame, no title (the sheet has one), colours of the theme, hairlines for the scale. */
public final class Chart {

    /** English Metric Units, in which drawings are measured. */
    private static final int POINT = 12700;

    private static final int TEXT = 900;

    private final XSSFSheet place;
    private final CellRangeAddress area;
    private final String name;
    private final String description;
    private final List<Series> series = new ArrayList<>();
    private @Nullable Values categories;
    private String categoryFormat = "General";
    private String valueFormat = "#,##0";
    private @Nullable Double least;
    private @Nullable Double most;

    private enum Form {
        COLUMN,
        UNSEEN,
        BAR,
        MARK,
        LINE,
        LIMIT
    }

    /** What is drawn first, and what is drawn over it. */
    private static final Set<Form> AREAS = EnumSet.of(Form.COLUMN, Form.UNSEEN, Form.BAR);

    private static final Set<Form> STROKES = EnumSet.of(Form.MARK, Form.LINE, Form.LIMIT);

    private record Values(XSSFSheet sheet, CellRangeAddress cells) {
        Values(Page page, String area) {
            this(page.sheet(), CellRangeAddress.valueOf(area));
        }
    }

    private record Series(Form form, String name, Values values, Hue hue) {}

    Chart(XSSFSheet place, CellRangeAddress area, String name, String description) {
        this.place = place;
        this.area = area;
        this.name = name;
        this.description = description;
    }

    /** What stands along the axis. */
    public Chart by(Page data, String cells) {
        categories = new Values(data, cells);
        return this;
    }

    /** Numbers along the axis, and how they are written. */
    public Chart by(Page data, String cells, String format) {
        categoryFormat = format;
        return by(data, cells);
    }

    /** Days along the axis, each shown as its month in the reader's language. */
    public Chart byMonth(Page data, String cells) {
        return by(data, cells, "mmm");
    }

    /** Columns, later series upon earlier ones. */
    public Chart columns(String title, Page data, String cells, Hue hue) {
        return add(Form.COLUMN, title, data, cells, hue);
    }

    /** Unseen columns, upon which later ones float: the steps of a bridge. */
    public Chart under(Page data, String cells) {
        return add(Form.UNSEEN, "", data, cells, Hue.PAPER);
    }

    /** Horizontal bars, later series after earlier ones, with their values. */
    public Chart bars(String title, Page data, String cells, Hue hue) {
        return add(Form.BAR, title, data, cells, hue);
    }

    /** A short stroke at each value, as a plan that columns are held against: it hides nothing. */
    public Chart marks(String title, Page data, String cells, Hue hue) {
        return add(Form.MARK, title, data, cells, hue);
    }

    public Chart line(String title, Page data, String cells, Hue hue) {
        return add(Form.LINE, title, data, cells, hue);
    }

    /** A thin line without points, between which or beneath which values are expected. */
    public Chart limit(String title, Page data, String cells, Hue hue) {
        return add(Form.LIMIT, title, data, cells, hue);
    }

    /** How the values are written, and where their axis ends unless the values say. */
    public Chart scale(String format, @Nullable Double from, @Nullable Double to) {
        valueFormat = format;
        least = from;
        most = to;
        return this;
    }

    private Chart add(Form form, String title, Page data, String cells, Hue hue) {
        series.add(new Series(form, title, new Values(data, cells), hue));
        return this;
    }

    private boolean isHorizontal() {
        return series.stream().anyMatch(one -> one.form == Form.BAR);
    }

    /** Draws it, when every value is known. */
    void draw() {
        XSSFChart chart = frame();
        XDDFCategoryAxis along = chart.createCategoryAxis(isHorizontal() ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(isHorizontal() ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        axes(along, values);
        plot(chart, along, values, AREAS);
        plot(chart, along, values, STROKES);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        chart.getOrAddLegend().setOverlay(false);
        nameOnce(chart);
    }

    /** The legend leaves out what is not seen, and what goes on with an earlier series' title. */
    private void nameOnce(XSSFChart chart) {
        Set<String> named = new HashSet<>(Set.of(""));
        List<Series> drawn = Stream.concat(of(AREAS), of(STROKES)).toList();
        for (int place = 0; place < drawn.size(); place++) {
            if (!named.add(drawn.get(place).name)) {
                CTLegendEntry entry = chart.getCTChart().getLegend().addNewLegendEntry();
                entry.addNewIdx().setVal(place);
                entry.addNewDelete().setVal(true);
            }
        }
    }

    private XSSFChart frame() {
        XSSFDrawing drawing = place.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(
                0,
                4 * POINT,
                0,
                0,
                area.getFirstColumn(),
                area.getFirstRow(),
                area.getLastColumn() + 1,
                area.getLastRow() + 1));
        CTNonVisualDrawingProps properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(name);
        properties.setTitle(name);
        properties.setDescr(description);
        chart.getCTChart().addNewAutoTitleDeleted().setVal(true);
        // What has not happened yet is no zero.
        chart.displayBlanksAs(DisplayBlanks.GAP);
        CTChartSpace space = chart.getCTChartSpace();
        (space.isSetRoundedCorners() ? space.getRoundedCorners() : space.addNewRoundedCorners()).setVal(false);
        CTShapeProperties surface = space.addNewSpPr();
        surface.addNewNoFill();
        surface.addNewLn().addNewNoFill();
        CTTextCharacterProperties text =
                space.addNewTxPr().addNewP().addNewPPr().addNewDefRPr();
        space.getTxPr().addNewBodyPr();
        text.setSz(TEXT);
        colour(text.addNewSolidFill(), Hue.MUTED);
        return chart;
    }

    private void axes(XDDFCategoryAxis along, XDDFValueAxis values) {
        along.setMajorTickMark(AxisTickMark.NONE);
        // Names of months stay at the foot of the chart where values are negative.
        along.setTickLabelPosition(AxisTickLabelPosition.LOW);
        along.setNumberFormat(categoryFormat);
        colour(along.getOrAddShapeProperties().getXmlObject().addNewLn().addNewSolidFill(), Hue.LINE);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMajorTickMark(AxisTickMark.NONE);
        values.setNumberFormat(valueFormat);
        values.getOrAddShapeProperties().getXmlObject().addNewLn().addNewNoFill();
        if (least != null) {
            values.setMinimum(least);
        }
        if (most != null) {
            values.setMaximum(most);
        }
        if (isHorizontal()) {
            // The first row of the data comes first, and each bar says its value.
            along.setOrientation(AxisOrientation.MAX_MIN);
            values.setVisible(false);
        } else {
            CTLineProperties scale =
                    values.getOrAddMajorGridProperties().getXmlObject().addNewLn();
            scale.setW(POINT / 2);
            colour(scale.addNewSolidFill(), Hue.LINE);
        }
    }

    private void plot(XSSFChart chart, XDDFCategoryAxis along, XDDFValueAxis values, Set<Form> forms) {
        List<Series> drawn = of(forms).toList();
        if (drawn.isEmpty()) {
            return;
        }
        XDDFChartData data = forms.contains(Form.COLUMN) ? bars(chart, along, values) : lines(chart, along, values);
        data.setVaryColors(false);
        for (Series one : drawn) {
            XDDFChartData.Series added = data.addSeries(source(), numbers(one.values));
            added.setTitle(one.name, null);
            if (added instanceof XDDFBarChartData.Series bar) {
                style(bar.getCTBarSer(), one);
            } else if (added instanceof XDDFLineChartData.Series line) {
                style(line.getCTLineSer(), one);
            }
        }
        chart.plot(data);
    }

    private Stream<Series> of(Set<Form> forms) {
        return series.stream().filter(one -> forms.contains(one.form));
    }

    private XDDFChartData bars(XSSFChart chart, XDDFCategoryAxis along, XDDFValueAxis values) {
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, along, values);
        data.setBarDirection(isHorizontal() ? BarDirection.BAR : BarDirection.COL);
        data.setBarGrouping(BarGrouping.STACKED);
        data.setOverlap((byte) 100);
        data.setGapWidth(60);
        return data;
    }

    private static XDDFChartData lines(XSSFChart chart, XDDFCategoryAxis along, XDDFValueAxis values) {
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, along, values);
        // POI leaves it out, and the schema requires it.
        data.setGrouping(Grouping.STANDARD);
        return data;
    }

    private void style(CTBarSer bar, Series one) {
        CTShapeProperties shape = bar.isSetSpPr() ? bar.getSpPr() : bar.addNewSpPr();
        if (one.form == Form.UNSEEN) {
            shape.addNewNoFill();
        } else {
            colour(shape.addNewSolidFill(), one.hue);
        }
        bar.addNewInvertIfNegative().setVal(false);
        if (one.form == Form.BAR) {
            CTDLbls labels = bar.addNewDLbls();
            labels.addNewNumFmt().setFormatCode(valueFormat);
            labels.getNumFmt().setSourceLinked(false);
            labels.addNewSpPr().addNewNoFill();
            CTTextCharacterProperties text =
                    labels.addNewTxPr().addNewP().addNewPPr().addNewDefRPr();
            labels.getTxPr().addNewBodyPr();
            text.setSz(TEXT);
            text.setB(true);
            colour(text.addNewSolidFill(), one.hue.equals(Hue.TEAL) ? Hue.PAPER : Hue.INK);
            labels.addNewShowLegendKey().setVal(false);
            labels.addNewShowVal().setVal(true);
            labels.addNewShowCatName().setVal(false);
            labels.addNewShowSerName().setVal(false);
            labels.addNewShowPercent().setVal(false);
            labels.addNewShowBubbleSize().setVal(false);
        }
    }

    private static void style(CTLineSer line, Series one) {
        CTLineProperties stroke = (line.isSetSpPr() ? line.getSpPr() : line.addNewSpPr()).addNewLn();
        CTMarker marker = line.isSetMarker() ? line.getMarker() : line.addNewMarker();
        (marker.isSetSymbol() ? marker.getSymbol() : marker.addNewSymbol())
                .setVal(
                        switch (one.form) {
                            case MARK -> STMarkerStyle.DASH;
                            case LIMIT -> STMarkerStyle.NONE;
                            default -> STMarkerStyle.CIRCLE;
                        });
        (marker.isSetSize() ? marker.getSize() : marker.addNewSize()).setVal((short) (one.form == Form.MARK ? 13 : 5));
        CTShapeProperties point = marker.addNewSpPr();
        colour(point.addNewSolidFill(), one.hue);
        point.addNewLn().addNewNoFill();
        if (one.form == Form.MARK) {
            stroke.addNewNoFill();
        } else {
            stroke.setW(one.form == Form.LIMIT ? POINT : 2 * POINT);
            colour(stroke.addNewSolidFill(), one.hue);
        }
        (line.isSetSmooth() ? line.getSmooth() : line.addNewSmooth()).setVal(false);
    }

    private XDDFDataSource<?> source() {
        if (categories == null) {
            throw new IllegalStateException("The chart %s has nothing along its axis.".formatted(name));
        }
        return categoryFormat.equals("General")
                ? XDDFDataSourcesFactory.fromStringCellRange(categories.sheet, categories.cells)
                : numbers(categories);
    }

    private static XDDFNumericalDataSource<Double> numbers(Values values) {
        return XDDFDataSourcesFactory.fromNumericCellRange(values.sheet, values.cells);
    }

    private static void colour(CTSolidColorFillProperties fill, Hue hue) {
        CTSchemeColor colour = fill.addNewSchemeClr();
        colour.setVal(STSchemeColorVal.Enum.forString(hue.slot().inCharts()));
        if (hue.tint() != 0) {
            colour.addNewLumMod().setVal((int) Math.round((1 - Math.abs(hue.tint())) * 100_000));
        }
        if (hue.tint() > 0) {
            colour.addNewLumOff().setVal((int) Math.round(hue.tint() * 100_000));
        }
    }
}
