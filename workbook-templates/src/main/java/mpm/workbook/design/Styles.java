package mpm.workbook.design;

import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyles;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtension;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPatternType;

/** The looks of a workbook as Excel's styles: one for all cells that look alike. */
final class Styles {

    static final String FONT = "Calibri";

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Look.Type, XSSFFont> fonts = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // The widths of columns are counted in digits of the first font, and cells without a style have it.
        fonts.put(Look.PLAIN.type(), describe(workbook.getFontAt(0), Look.PLAIN.type()));
        nameTheNormalStyle();
    }

    boolean hasCheckboxes() {
        return styles.keySet().stream().anyMatch(Look::isCheckbox);
    }

    XSSFCellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::style);
    }

    /** The format of cells for which a condition holds: its number. */
    int conditional(Hue ink, @Nullable Hue fill) {
        CTDxf format = CTDxf.Factory.newInstance();
        paint(format.addNewFont().addNewColor(), ink);
        if (fill != null) {
            var pattern = format.addNewFill().addNewPatternFill();
            pattern.setPatternType(STPatternType.SOLID);
            paint(pattern.addNewBgColor(), fill);
        }
        return workbook.getStylesSource().putDxf(format) - 1;
    }

    static void paint(CTColor colour, Hue hue) {
        colour.setTheme(hue.slot().inCells());
        if (hue.tint() != 0) {
            colour.setTint(hue.tint());
        }
    }

    private XSSFCellStyle style(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look.type(), type -> describe(workbook.createFont(), type)));
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setAlignment(look.place().across());
        style.setVerticalAlignment(look.place().down());
        style.setWrapText(look.place().isWrapped());
        style.setIndention((short) look.place().indent());
        if (look.fill() != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(look.fill()));
        }
        Hue frame = look.edges().frame();
        if (frame != null) {
            edge(style, BorderSide.LEFT, BorderStyle.THIN, frame);
            edge(style, BorderSide.TOP, BorderStyle.THIN, frame);
            edge(style, BorderSide.RIGHT, BorderStyle.THIN, frame);
            edge(style, BorderSide.BOTTOM, BorderStyle.THIN, frame);
        }
        if (look.edges().rule() != null) {
            edge(style, BorderSide.BOTTOM, BorderStyle.THIN, look.edges().rule());
        }
        if (look.edges().hasGap()) {
            edge(style, BorderSide.RIGHT, BorderStyle.THICK, Hue.PAPER);
        }
        if (look.isCheckbox()) {
            markAsCheckbox(style);
        }
        return style;
    }

    private static void edge(XSSFCellStyle style, BorderSide side, BorderStyle line, Hue hue) {
        switch (side) {
            case LEFT -> style.setBorderLeft(line);
            case TOP -> style.setBorderTop(line);
            case RIGHT -> style.setBorderRight(line);
            default -> style.setBorderBottom(line);
        }
        style.setBorderColor(side, colour(hue));
    }

    private static XSSFColor colour(Hue hue) {
        CTColor colour = CTColor.Factory.newInstance();
        paint(colour, hue);
        return XSSFColor.from(colour, null);
    }

    private static XSSFFont describe(XSSFFont font, Look.Type type) {
        font.setFontName(FONT);
        font.setFamily(FontFamily.SWISS);
        font.setScheme(type.isHeading() ? FontScheme.MAJOR : FontScheme.MINOR);
        font.setFontHeight(type.size());
        font.setBold(type.isBold());
        // XSSFFont.setColor would drop the theme's slot and the tint.
        CTColor colour = font.getCTFont().sizeOfColorArray() == 0
                ? font.getCTFont().addNewColor()
                : font.getCTFont().getColorArray(0);
        paint(colour, type.ink());
        return font;
    }

    private static void markAsCheckbox(XSSFCellStyle style) {
        CTExtension extension = style.getCoreXf().addNewExtLst().addNewExt();
        extension.setUri("{C7286773-470A-42A8-94C5-96B5CB345126}");
        try (XmlCursor cursor = extension.newCursor()) {
            cursor.toEndToken();
            cursor.beginElement(new QName(Parts.FEATURES, "xfComplement", "xfpb"));
            cursor.insertAttributeWithValue("i", "0");
        }
    }

    /** POI writes none, which other programs complain of. */
    private void nameTheNormalStyle() {
        StylesTable table = workbook.getStylesSource();
        CTCellStyles named = table.getCTStylesheet().addNewCellStyles();
        named.setCount(1);
        CTCellStyle normal = named.addNewCellStyle();
        normal.setName("Normal");
        normal.setXfId(0);
        normal.setBuiltinId(0);
    }
}
