package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Banner;
import mpm.workbook.design.Card;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** One page: where the year stands, where it will end, what deviates. */
final class DashboardSheet implements Sheet.Design {

    private static final String PLAN_BETTER =
            "\"▲ \"0.0%\" better than plan\";\"▼ \"0.0%\" worse than plan\";\"● on plan\"";
    private static final String POINTS =
            "\"▲ \"0.0\" points above plan\";\"▼ \"0.0\" points below plan\";\"● on plan\"";
    private static final String GOAL = "\"▲ \"0.0%\" above the goal\";\"▼ \"0.0%\" below the goal\";\"● on the goal\"";
    private static final String MILLIONS = "0.00,,\" M\"";

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);

    /** Where this year's months stand among the data. */
    private static final String YEAR = "%1$s20:%1$s31";

    private static final int FIRST_METRIC = 30;
    private static final int LAST_ROW = 45;
    private static final int DEVIATIONS = 6;

    private final Draft draft;
    private final Page page;
    private final Page data;

    DashboardSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
        this.data = draft.page(AnnualPlan.DATA);
    }

    @Override
    public void write() {
        page.widths(2, 32, 14.5, 14.5, 14.5, 14.5, 14.5, 14.5, 14.5, 14.5, 2, 36, 14, 2);
        draft.head(page, "Marketing performance", "M");
        cards();
        charts();
        scorecard();
        deviations();
        checklist();
        page.freeze(0, Banner.ROWS).print("A1:N47", PaperSize.A4_PAPER, true, 0);
    }

    private void cards() {
        compare(card("=\"REVENUE TO DATE, \"&p_Currency", "E37", MILLIONS, "G37", PLAN_BETTER, "H"), "B", "B");
        compare(card("=\"LEADS TO DATE\"", "E35", "#,##0", "G35", PLAN_BETTER, "D"), "C", "D");
        compare(card("=\"COST PER LEAD, \"&p_Currency", "E38", "#,##0", "G38", PLAN_BETTER, "O"), "E", "F");
        compare(card("=\"CUSTOMERS KEPT\"", "E39", "0.0\"%\"", "F39", POINTS, "I"), "G", "H");
        compare(
                new Card(
                        formula("=\"REVENUE EXPECTED, \"&p_Currency"),
                        formula("='Data'!H37"),
                        MILLIONS,
                        formula("=IF('Data'!C37=0,0,'Data'!H37/'Data'!C37-1)"),
                        GOAL,
                        data.at(YEAR.formatted("N"))),
                "I",
                "J");
        String overdue = new Card(
                        "PLANNING CHECKLIST DONE",
                        formula("=COUNTIF(Checklist[Tick],TRUE)/ROWS(Checklist[Tick])"),
                        "0%",
                        formula("=COUNTIF(Checklist[State],\"Overdue\")"),
                        "0\" task overdue\";;\"● nothing overdue\"",
                        data.at("E63:E69"))
                .draw(page, "L", "M", 6);
        page.when(overdue, overdue + ">0", Hue.CORAL, null);
    }

    private Card card(String label, String figure, String format, String deviation, String comparison, String course) {
        return new Card(
                formula(label),
                formula("='Data'!" + figure),
                format,
                formula("='Data'!" + deviation),
                comparison,
                data.at(YEAR.formatted(course)));
    }

    private void compare(Card card, String left, String right) {
        String comparison = card.draw(page, left, right, 6);
        page.when(comparison, comparison + "<0", Hue.CORAL, null);
        page.when(comparison, comparison + ">0", Hue.TEAL, null);
    }

    private void charts() {
        page.height(11, 10);
        page.section("B12:E12", formula("=\"Revenue against plan, \"&p_Currency"));
        page.section("F12:J12", formula("=\"Leads run \"&p_Lag&\" months ahead of revenue\""));
        page.section("L12:M12", "Six success factors, 1 to 5");
        for (int row = 13; row <= 26; row++) {
            page.height(row, 16);
        }
        page.chart(
                        "B13:E26",
                        "Revenue against plan",
                        "Columns by month: revenue of the closed months, and revenue expected of the open ones, each beside a"
                                + " mark for its plan.")
                .byMonth(data, YEAR.formatted("B"))
                .columns("Revenue", data, YEAR.formatted("H"), Hue.TEAL)
                .columns("Expected from leads", data, YEAR.formatted("N"), Hue.PALE_TEAL)
                .marks("Plan", data, YEAR.formatted("G"), Hue.NAVY)
                .scale("0.0,,\" M\"", 0.0, null);
        page.chart(
                        "F13:J26",
                        "Leads run ahead of revenue",
                        "By month, deviation from plan in percent: columns for revenue, a line for the leads from which that"
                                + " month's revenue comes.")
                .byMonth(data, YEAR.formatted("B"))
                .columns("Revenue, off plan", data, YEAR.formatted("L"), Hue.PALE_TEAL)
                .line("Its leads, off plan", data, YEAR.formatted("M"), Hue.AMBER)
                .scale("+0%;-0%;0%", null, null);
        page.chart(
                        "L13:M26",
                        "Six success factors",
                        "A bar for each success factor: its score, and what is still to go to its target.")
                .by(data, "B52:B57")
                .bars("Score", data, "C52:C57", Hue.TEAL)
                .bars("Still to go", data, "E52:E57", Hue.TINT)
                .scale("0.0", 0.0, 5.0);
    }

    private void scorecard() {
        page.height(27, 10).section("B28:J28", "Scorecard: outcomes make the total");
        Look figure = Looks.FIGURE.rule(Hue.LINE);
        Look percent = Looks.PERCENT.format("0%").rule(Hue.LINE);
        page.spill(
                "B29",
                formula("=MPM.SCORECARD(Plan[[#All],[Metric]:[Actual]])"),
                LAST_ROW - FIRST_METRIC + 1,
                Looks.CAPTION,
                ROW,
                figure.bold(),
                figure,
                Looks.DIFFERENCE.rule(Hue.LINE),
                Looks.DEVIATION.rule(Hue.LINE),
                percent,
                Looks.WORD.bold().rule(Hue.LINE),
                figure.format("0"),
                percent);
        String rows = "%s%s:%s45";
        Signals.status(page, rows.formatted("H", FIRST_METRIC, "H"), "H" + FIRST_METRIC);
        Signals.deviation(page, rows.formatted("F", FIRST_METRIC, "F"), "F" + FIRST_METRIC);
        page.when(rows.formatted("B", FIRST_METRIC, "J"), "$B%s=\"TOTAL\"".formatted(FIRST_METRIC), Hue.NAVY, Hue.MIST);
    }

    private void deviations() {
        page.section("L28:M28", "Largest deviations, both ways");
        page.put("L29", "Metric", Looks.CAPTION).put("M29", "Off plan", Looks.CAPTION.right());
        for (int rank = 1; rank <= DEVIATIONS; rank++) {
            int row = FIRST_METRIC - 1 + rank;
            String place = "MATCH(LARGE(Plan[Deviation],%s),Plan[Deviation],0)".formatted(rank);
            page.put("L" + row, formula("=IFERROR(INDEX(Plan[Metric],%s),\"\")".formatted(place)), ROW);
            page.put(
                    "M" + row,
                    formula("=IFERROR(INDEX(Plan[Variance %%],%s),\"\")".formatted(place)),
                    Looks.DEVIATION.bold().rule(Hue.LINE));
        }
        Signals.deviation(page, "M30:M35", "M30");
    }

    private void checklist() {
        page.section("L37:M37", "Planning checklist");
        for (int row = FIRST_METRIC - 1; row <= LAST_ROW; row++) {
            page.height(row, 17);
        }
        for (int place = 0; place < 8; place++) {
            int row = 38 + place;
            page.put("L" + row, formula("='Data'!B%s".formatted(63 + place)), ROW);
            page.put(
                    "M" + row,
                    formula("='Data'!E%s".formatted(63 + place)),
                    Looks.PERCENT.format("0%").rule(Hue.LINE));
        }
        page.bars("M38:M45", Hue.PALE_TEAL);
    }
}
