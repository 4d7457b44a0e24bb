package mpm.workbook.template.dashboard;

import static mpm.workbook.design.Formula.formula;

import java.util.stream.IntStream;
import mpm.workbook.design.Chart;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** How far each metric stood from plan, month by month, which takes its season out; and the chosen one's control chart. */
final class TrendSheet implements Sheet.Design {

    /** Where the limits of the chosen metric stand. */
    static final String MONTHS = "B8:B31";

    static final String VALUES = "O8:O31";
    static final String CENTRE = "Q8:Q31";
    static final String LOW = "R8:R31";
    static final String HIGH = "S8:S31";

    /** This year's months. */
    static final String YEAR = "B20:B31";

    /** Off plan in this year: the lagging metric, and the leading one so many months before. */
    static final String LAGGING = "W20:W31";

    static final String LEADING = "X20:X31";

    private static final Look SIGNED = Look.PLAIN.format("+0.0%;-0.0%;0.0%").right();

    private final Draft draft;
    private final Page page;

    TrendSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 14, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 2, 9, 10, 10, 10, 10, 10, 10, 12, 2, 12, 12, 2);
        draft.head(page, "Trend", "X");
        page.height(6, 22)
                .put("B6", "How far each month stood from its plan: actual divided by plan, less 1.", Looks.NOTE)
                .put("N6", formula("=\"Limits of the usual: \"&p_Metric"), Looks.CAPTION)
                .put("W6", "Off plan, as drawn below", Looks.CAPTION);
        Table<Integer> months = page.<Integer>table("Deviations", "B7")
                .calculated("Month", 14, Looks.MONTH, SeriesSheet.month("Deviations"));
        for (Measure measure : Measure.ALL) {
            months.calculated(measure.name(), 12, SIGNED, off(measure.name()));
        }
        months.rows(IntStream.range(0, SeriesSheet.MONTHS).boxed().toList(), Looks.HEADER, 18);
        page.height(7, 34);
        String first = "C8:L31";
        page.when(first, "AND(ISNUMBER(C8),N(C8)<-p_Tolerance)", Hue.CORAL, null);
        page.when(first, "AND(ISNUMBER(C8),N(C8)>p_Tolerance)", Hue.BLUE, null);
        limits();
        pair();
        charts();
        page.freeze(2, 7).print("A1:Y52", PaperSize.A3_PAPER, true, 0);
    }

    private static String off(String metric) {
        String row = "ROW()-ROW(Deviations[[#Headers],[Month]])";
        return "=IF(OR(INDEX(Actuals[%1$s],%2$s)=\"\",SUM(INDEX(Plans[%1$s],%2$s))=0),\"\",INDEX(Actuals[%1$s],%2$s)/INDEX(Plans[%1$s],%2$s)-1)"
                .formatted(metric, row);
    }

    private void limits() {
        page.spill(
                "N7",
                formula("=MPM.XMR(INDEX(Deviations[],0,MATCH(p_Metric,Deviations[#Headers],0)))"),
                SeriesSheet.MONTHS,
                Looks.CAPTION,
                Looks.COUNT,
                SIGNED,
                SIGNED,
                SIGNED,
                SIGNED,
                SIGNED,
                SIGNED,
                Look.PLAIN.bold().ink(Hue.CORAL).indent(1));
    }

    private void pair() {
        page.put("W7", "Lagging", Looks.CAPTION.right()).put("X7", "Leading", Looks.CAPTION.right());
        for (int row = 8; row <= 31; row++) {
            page.put(
                            "W" + row,
                            formula(
                                    "=IF(%1$s>12+p_Closed,\"\",INDEX(Deviations[],%1$s,MATCH(p_Lagging,Deviations[#Headers],0)))"
                                            .formatted(row - 7)),
                            SIGNED)
                    .put(
                            "X" + row,
                            formula(
                                    "=IF(%1$s<=p_Lag,\"\",INDEX(Deviations[],%1$s-p_Lag,MATCH(p_Leading,Deviations[#Headers],0)))"
                                            .formatted(row - 7)),
                            SIGNED);
        }
        Signals.deviation(page, "W8:W31", "W8");
    }

    private void charts() {
        page.section("B33:L33", formula("=p_Metric&\": off plan, with the limits of the usual\""));
        limits(page.chart("B34:L51", "The chosen metric and its limits", LIMITS_SAY), page);
        page.section("N33:X33", formula("=p_Leading&\": \"&p_Lag&\" months ahead of \"&p_Lagging"));
        pair(page.chart("N34:X51", "Leading and lagging", PAIR_SAYS), page);
    }

    static final String LIMITS_SAY =
            "Columns by month: how far the chosen metric stood from plan, with lines for the centre and the limits of the usual.";
    static final String PAIR_SAYS =
            "By month, off plan in percent: columns for the lagging metric, a line for the leading one as many months before.";

    static void limits(Chart chart, Page trend) {
        chart.byMonth(trend, MONTHS)
                .columns("Off plan", trend, VALUES, Hue.TEAL)
                .limit("Centre", trend, CENTRE, Hue.MUTED)
                .limit("Lower limit", trend, LOW, Hue.CORAL)
                .limit("Upper limit", trend, HIGH, Hue.BLUE)
                .scale("+0%;-0%;0%", null, null);
    }

    static void pair(Chart chart, Page trend) {
        chart.byMonth(trend, YEAR)
                .columns("Lagging, off plan", trend, LAGGING, Hue.PALE_TEAL)
                .line("Leading before it, off plan", trend, LEADING, Hue.AMBER)
                .scale("+0%;-0%;0%", null, null);
    }
}
