package mpm.workbook.template.financelink;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Card;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Extremes;
import mpm.workbook.template.Extremes.Shown;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** One page: what is spent, where the year will land, and which accounts deviate most. */
final class ReviewSheet implements Sheet.Design {

    private static final String MILLIONS = "0.00,,\" M\"";
    private static final String PLAN = "\"▲ \"0.0%\" under plan\";\"▼ \"0.0%\" over plan\";\"● on plan\"";
    private static final String BUDGET = "\"▲ \"0.0%\" under budget\";\"▼ \"0.0%\" over budget\";\"● on budget\"";

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look AMOUNT = Looks.COUNT.format("#,##0;-#,##0;0").rule(Hue.LINE);
    private static final Look DEVIATION = Looks.DEVIATION.rule(Hue.LINE);

    private static final int FIRST = 30;
    private static final int LAST = FIRST + SampleCompany.MONTHS_OF_A_YEAR - 1;
    private static final int TOTAL = LAST + 1;
    private static final String MONTHS = "%1$s" + FIRST + ":%1$s" + LAST;

    private static final int VARIANCES = 6;
    private static final int FIRST_LANDING = FIRST + VARIANCES + 3;

    /** A way to see the end of the year. */
    private record Landing(String label, String formula) {}

    private static final List<Landing> LANDINGS = List.of(
            new Landing("Budget", "=SUM(%s)".formatted(MONTHS.formatted("C"))),
            new Landing("Actual and forecast", "=SUM(Accounts[Landing])"),
            new Landing("At the pace so far", landing("PERF", 1)),
            new Landing("… low end of 80%", landing("PERF", 2)),
            new Landing("… high end of 80%", landing("PERF", 3)),
            new Landing("As the mean month so far", landing("LINEAR", 1)),
            new Landing("Actual and orders alone", "=SUM(Accounts[Actual])+SUM(Accounts[Committed])"));

    private final Draft draft;
    private final Page page;

    ReviewSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 14, 13.5, 13.5, 13.5, 13.5, 13.5, 13.5, 13.5, 2, 27, 14, 14, 2);
        draft.head(page, "Finance review", "M", "B", "C", "D", "E", "F", "G", "H", "I", "K");
        cards();
        charts();
        variances();
        landings();
        months();
        page.put(
                "B" + (TOTAL + 2),
                formula(
                        "=MPM.NARRATE(\"Marketing spend to date\",D%1$s,SUMIFS(Figures[To date],Figures[Scenario],\"PLAN\"),"
                                        .formatted(TOTAL)
                                + "\"LOWER\")"),
                Look.PLAIN.size(11).bold().ink(Hue.NAVY));
        page.freeze(0, Banner.ROWS).print("A1:N46", PaperSize.A4_PAPER, true, 0);
    }

    private void cards() {
        new Card(
                        formula("=\"BUDGET OF THE YEAR, \"&p_Currency"),
                        formula("=C" + TOTAL),
                        MILLIONS,
                        formula("=IF(C%1$s=0,0,L%2$s/C%1$s)".formatted(TOTAL, FIRST_LANDING + LANDINGS.size() - 1)),
                        "0%\" spent or ordered\"",
                        page.at(MONTHS.formatted("C")))
                .draw(page, "B", "C", 6);
        compare(
                new Card(
                        formula("=\"SPENT TO DATE, \"&p_Currency"),
                        formula("=D" + TOTAL),
                        MILLIONS,
                        formula("=H" + TOTAL),
                        PLAN,
                        page.at(MONTHS.formatted("D"))),
                "D",
                "E");
        compare(
                new Card(
                        formula("=\"ACTUAL AND FORECAST, \"&p_Currency"),
                        formula("=L" + (FIRST_LANDING + 1)),
                        MILLIONS,
                        formula("=M" + (FIRST_LANDING + 1)),
                        BUDGET,
                        page.at(MONTHS.formatted("F"))),
                "F",
                "G");
        new Card(
                        formula("=\"ORDERED, \"&p_Currency"),
                        formula("=E" + TOTAL),
                        "#,##0",
                        formula("=IF(F%1$s=0,0,E%1$s/F%1$s)".formatted(TOTAL)),
                        "0%\" of the forecast\"",
                        page.at(MONTHS.formatted("E")))
                .draw(page, "H", "I", 6);
        String free = new Card(
                        formula("=\"STILL FREE, \"&p_Currency"),
                        formula("=SUM(Accounts[Free])"),
                        "#,##0",
                        formula("=COUNTIFS(Accounts[Free],\"<0\")"),
                        "[=1]0\" account beyond its budget\";[>1]0\" accounts beyond their budget\";\"● no account beyond its budget\"",
                        draft.page(FinanceLink.ACCOUNTS).at("R8:R19"))
                .draw(page, "K", "K", 6);
        String differing = new Card(
                        formula("=\"ACCRUED, \"&p_Currency"),
                        formula("=SUM(Orders[Accrued])"),
                        "#,##0",
                        formula("=COUNTIFS(Ledger[State],\"<>● agrees\")"),
                        "0\" not as in the ledger\";;\"● the ledger agrees\"",
                        draft.page(FinanceLink.RECONCILE).at("E8:E19"))
                .draw(page, "L", "M", 6);
        for (String warning : List.of(free, differing)) {
            page.when(warning, warning + ">0", Hue.CORAL, null);
        }
    }

    private void compare(Card card, String left, String right) {
        String comparison = card.draw(page, left, right, 6);
        page.when(comparison, comparison + "<-p_Tolerance", Hue.CORAL, null);
        page.when(comparison, comparison + ">p_Tolerance", Hue.BLUE, null);
    }

    private void charts() {
        page.height(11, 10);
        page.section("B12:I12", formula("=\"Spend by month against plan, \"&p_Currency"));
        page.section("K12:M12", formula("=\"Where the year will land, \"&p_Currency"));
        for (int row = 13; row <= 26; row++) {
            page.height(row, 16);
        }
        page.chart(
                        "B13:I26",
                        "Spend by month against plan",
                        "Columns by month: what was spent, and of the open months what is ordered and what is forecast beyond, each"
                                + " beside a mark for the plan.")
                .byMonth(page, MONTHS.formatted("B"))
                .columns("Actual", page, MONTHS.formatted("D"), Hue.TEAL)
                .columns("Ordered", page, MONTHS.formatted("E"), Hue.AMBER)
                .columns("Forecast, not ordered", page, MONTHS.formatted("I"), Hue.PALE_TEAL)
                .marks("Plan", page, MONTHS.formatted("C"), Hue.NAVY)
                .scale("#,##0", 0.0, null);
        String cells = "%s" + FIRST_LANDING + ":%1$s" + (FIRST_LANDING + LANDINGS.size() - 1);
        page.chart(
                        "K13:M26",
                        "Where the year will land",
                        "A bar for the budget and for each way to see the end of the year, from the forecast to orders alone.")
                .by(page, cells.formatted("K"))
                .bars("End of the year", page, cells.formatted("L"), Hue.TEAL)
                .scale(MILLIONS, 0.0, null);
    }

    private void months() {
        page.height(27, 10).section("B28:I28", "Month by month");
        String[] captions = {"Month", "Plan", "Actual", "Ordered", "Forecast", "Variance", "Variance %", "Not ordered"};
        for (int place = 0; place < captions.length; place++) {
            page.put(
                    "BCDEFGHI".charAt(place) + String.valueOf(FIRST - 1),
                    captions[place],
                    place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        for (int number = 1; number <= SampleCompany.MONTHS_OF_A_YEAR; number++) {
            month(FIRST + number - 1, number);
        }
        String actual = MONTHS.formatted("D");
        String plan = MONTHS.formatted("C");
        int room = SampleCompany.MONTHS_OF_A_YEAR;
        page.spread("G" + FIRST, formula("=MPM.VARIANCE(%s,%s,\"LOWER\")".formatted(actual, plan)), room, AMOUNT);
        page.spread(
                "H" + FIRST, formula("=MPM.VARIANCE.PCT(%s,%s,\"LOWER\")".formatted(actual, plan)), room, DEVIATION);
        total();
        Signals.deviation(page, "G%s:H%s".formatted(FIRST, TOTAL), "H" + FIRST);
    }

    private void month(int row, int number) {
        String open = "=IF(%s<=p_Closed,\"\",SUMIFS(Figures[%s],Figures[Scenario],\"%s\"))";
        String period = FiguresSheet.period(number);
        page.height(row, 18)
                .put("B" + row, formula("=INDEX(Periods[Month],%s)".formatted(number)), Looks.MONTH.rule(Hue.LINE))
                .put("C" + row, formula("=SUMIFS(Figures[%s],Figures[Scenario],\"PLAN\")".formatted(period)), AMOUNT)
                .put(
                        "D" + row,
                        formula("=IF(%s>p_Closed,\"\",SUMIFS(Figures[%s],Figures[Scenario],\"ACTUAL\"))"
                                .formatted(number, period)),
                        AMOUNT.bold())
                .put("E" + row, formula(open.formatted(number, period, "COMMITTED")), AMOUNT)
                .put("F" + row, formula(open.formatted(number, period, "FORECAST")), AMOUNT)
                .put("I" + row, formula("=IF(F%1$s=\"\",\"\",MAX(0,F%1$s-E%1$s))".formatted(row)), AMOUNT);
    }

    private void total() {
        Look total = AMOUNT.bold().ink(Hue.NAVY).fill(Hue.MIST);
        page.height(TOTAL, 18).put("B" + TOTAL, "Year", total.left());
        for (String column : List.of("C", "D", "E", "F", "G", "I")) {
            page.put(column + TOTAL, formula("=SUM(%s)".formatted(MONTHS.formatted(column))), total);
        }
        page.put(
                "H" + TOTAL,
                formula("=IFERROR(G%s/SUMIFS(Figures[To date],Figures[Scenario],\"PLAN\"),0)".formatted(TOTAL)),
                DEVIATION.bold().fill(Hue.MIST));
    }

    private void variances() {
        page.section("K28:M28", "Largest variances to date, both ways");
        captions(FIRST - 1, "Account", "Variance", "Variance %");
        Extremes.draw(
                page,
                FIRST,
                VARIANCES,
                "Accounts",
                "Rank",
                new Shown("K", "Name", ROW),
                new Shown("L", "Variance", AMOUNT),
                new Shown("M", "Variance %", DEVIATION));
        Signals.deviation(page, "M%s:M%s".formatted(FIRST, FIRST + VARIANCES - 1), "M" + FIRST);
    }

    private void landings() {
        page.section("K%s:M%1$s".formatted(FIRST_LANDING - 2), "The end of the year");
        captions(FIRST_LANDING - 1, "Seen by", "Landing", "Off budget");
        for (int place = 0; place < LANDINGS.size(); place++) {
            int row = FIRST_LANDING + place;
            page.put("K" + row, LANDINGS.get(place).label(), ROW)
                    .put("L" + row, formula(LANDINGS.get(place).formula()), AMOUNT.bold())
                    .put(
                            "M" + row,
                            formula("=IF(L%1$s=0,0,1-L%2$s/L%1$s)".formatted("$" + FIRST_LANDING, row)),
                            DEVIATION);
        }
        String cells = "M%s:M%s".formatted(FIRST_LANDING, FIRST_LANDING + LANDINGS.size() - 1);
        Signals.deviation(page, cells, "M" + FIRST_LANDING);
        draft.check(
                "Spend to date by month, and by account", "='Review'!D%s".formatted(TOTAL), "=SUM(Accounts[Actual])");
        draft.check(
                "Variance to date by month, and by account",
                "='Review'!G%s".formatted(TOTAL),
                "=SUM(Accounts[Variance])");
    }

    private void captions(int row, String label, String figure, String percent) {
        page.put("K" + row, label, Looks.CAPTION)
                .put("L" + row, figure, Looks.CAPTION.right())
                .put("M" + row, percent, Looks.CAPTION.right());
    }

    private static String landing(String method, int place) {
        return "=INDEX(MPM.LANDING(%s,%s,\"%s\",0.8,FALSE),1,%s)"
                .formatted(MONTHS.formatted("D"), MONTHS.formatted("C"), method, place);
    }
}
