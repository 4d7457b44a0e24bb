package mpm.workbook.template.commitments;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Formula;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels.Region;
import mpm.workbook.sample.Revenue;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** Forecasts against what came, by region: how far they miss, and whether always to the same side. */
final class ForecastsSheet implements Sheet.Design {

    private static final Look SIGNED = Look.PLAIN.format("+0.0%;-0.0%;0.0%").right();

    private final Draft draft;
    private final Page page;

    ForecastsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Forecasts", "I", "B", "C", "D", "E", "F", "G", "H", "I");
        page.height(6, 22)
                .put(
                        "B6",
                        formula("=\"Marketing-sourced revenue, \"&p_Currency&\": what was forecast a month before.\""),
                        Looks.NOTE);
        Table<Integer> forecasts = page.<Integer>table("Forecasts", "B7")
                .calculated(
                        "Month", 22, Looks.MONTH, "=INDEX(Periods[Month],ROW()-ROW(Forecasts[[#Headers],[Month]]))");
        for (Region region : Region.values()) {
            forecasts
                    .input(region + " forecast", 15, Looks.COUNT, month -> figure(region, month, true))
                    .input(region + " actual", 15, Looks.COUNT, month -> figure(region, month, false))
                    .calculated(
                            region + " error",
                            13,
                            SIGNED,
                            "=IF(OR([@[%1$s actual]]=\"\",[@[%1$s forecast]]=\"\"),\"\",[@[%1$s forecast]]/[@[%1$s actual]]-1)"
                                    .formatted(region));
        }
        forecasts.rows(
                IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR).boxed().toList(), Looks.HEADER, 18);
        page.height(7, 24);
        Signals.deviation(page, forecasts.cells("EMEA error"), "E8");
        Signals.deviation(page, forecasts.cells("AMER error"), "H8");
        verdicts();
        chart(Region.EMEA, "B27:D27", "B28:D44", forecasts);
        chart(Region.AMER, "F27:I27", "F28:I44", forecasts);
        page.freeze(0, 7).print("A1:J45", PaperSize.A4_PAPER, true, 0);
    }

    /** Both have one scale, so that the eye compares them. */
    private void chart(Region region, String heading, String area, Table<Integer> forecasts) {
        page.section(heading, "%s: above 0 the forecast was too high".formatted(region));
        page.chart(
                        area,
                        "Error of the forecast, " + region,
                        "Columns by month: by how much the forecast of the region stood above what came, or below it.")
                .byMonth(page, forecasts.cells("Month"))
                .columns("Forecast, off what came", page, forecasts.cells(region + " error"), Hue.TEAL)
                .scale("+0%;-0%;0%", -0.2, 0.2);
    }

    private void verdicts() {
        page.section("B21:I21", "How good are they?");
        List<String> captions = List.of("Region", "Bias", "Mean error, size", "Tracking signal", "Verdict");
        for (int place = 0; place < captions.size(); place++) {
            page.put(
                    "BCDEF".charAt(place) + "22",
                    captions.get(place),
                    place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        verdict(23, Region.EMEA);
        verdict(24, Region.AMER);
        page.when("F23:F24", "$F23=\"OVER\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when("F23:F24", "$F23=\"UNDER\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.put("G23", "OVER: forecasts run too high; UNDER: too low.", Looks.NOTE.indent(1))
                .put("G24", "A forecast divided by 1 + bias is free of it.", Looks.NOTE.indent(1));
        draft.check(
                "Months with a forecast, and months with an actual",
                "=COUNT(Forecasts[EMEA forecast],Forecasts[AMER forecast])",
                "=COUNT(Forecasts[EMEA actual],Forecasts[AMER actual])");
    }

    private void verdict(int row, Region region) {
        String pair = "Forecasts[%1$s actual],Forecasts[%1$s forecast]".formatted(region);
        Look figure = Look.PLAIN.right().rule(Hue.LINE);
        page.height(row, 18)
                .put("B" + row, region.name(), Look.PLAIN.bold().rule(Hue.LINE))
                .put("C" + row, accuracy(pair, 8), SIGNED.bold().rule(Hue.LINE))
                .put("D" + row, accuracy(pair, 5), Looks.PERCENT.rule(Hue.LINE))
                .put("E" + row, tracking(pair, 1), figure.format("0.0"))
                .put("F" + row, tracking(pair, 3), figure.bold());
    }

    private static Formula tracking(String pair, int column) {
        return formula("=INDEX(MPM.TRACKING(%s,,,FALSE),1,%s)".formatted(pair, column));
    }

    private static Formula accuracy(String pair, int column) {
        return formula("=INDEX(MPM.ACCURACY(%s,,,FALSE),1,%s)".formatted(pair, column));
    }

    private static @Nullable Integer figure(Region region, int month, boolean isForecast) {
        if (month >= SampleCompany.CLOSED_MONTHS) {
            return null;
        }
        Revenue.Forecast forecast = Revenue.forecasts(region).get(month);
        return isForecast ? forecast.forecast() : forecast.actual();
    }
}
