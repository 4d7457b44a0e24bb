package mpm.workbook.template.financelink;

import static mpm.workbook.design.Formula.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Budget;
import mpm.workbook.sample.Budget.Amounts;
import mpm.workbook.sample.Budget.Line;
import mpm.workbook.sample.Channels.Region;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** Every figure with its address: metric, unit and scenario of its row, period of its column. */
final class FiguresSheet implements Sheet.Design {

    static final String FIRST = period(1);
    static final String LAST = period(SampleCompany.MONTHS_OF_A_YEAR);

    private final Draft draft;
    private final Page page;

    FiguresSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    /** A line of the budget in a region, in one scenario. */
    private record Row(Line line, Region region, Scenario scenario) {

        @Nullable
        Integer amount(int month) {
            return scenario.isKnown(month)
                    ? scenario.amount(Budget.months(line, region).get(month))
                    : null;
        }
    }

    private enum Scenario {
        PLAN,
        FORECAST,
        COMMITTED,
        ACTUAL;

        int amount(Amounts amounts) {
            return switch (this) {
                case PLAN -> amounts.plan();
                case FORECAST -> amounts.forecast();
                case COMMITTED -> amounts.committed();
                case ACTUAL -> amounts.actual();
            };
        }

        /** Only an open month is committed, and only a closed one has an actual. */
        boolean isKnown(int month) {
            return switch (this) {
                case PLAN, FORECAST -> true;
                case COMMITTED -> month >= SampleCompany.CLOSED_MONTHS;
                case ACTUAL -> month < SampleCompany.CLOSED_MONTHS;
            };
        }
    }

    /** The column of a period, as addresses name it behind the year. */
    static String period(int number) {
        return number < 10 ? "P0" + number : "P" + number;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Figures", "T", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        page.height(6, 22)
                .put(
                        "B6",
                        "The address of a figure is the metric, unit and scenario of its row and the period of its column. Linked, a"
                                + " cell reads =MPM.GET([@Metric],[@Org],\"FY\"&p_Year&\"-P09\",[@Scenario],,\"GROUP\").",
                        Looks.NOTE)
                .put("S7", formula("=p_Currency"), Looks.CAPTION.right());
        String year = "Figures[[#This Row],[%s]:[%s]]".formatted(FIRST, LAST);
        Table<Row> figures = page.<Row>table("Figures", "B8")
                .input("Account", 11, Looks.TEXT, row -> row.line().account())
                .calculated(
                        "Name",
                        21,
                        Look.PLAIN,
                        "=IFERROR(INDEX(Accounts[Name],MATCH([@Account],Accounts[Account],0)),\"\")")
                .input("Metric", 13, Looks.TEXT, row -> "SPEND_" + row.line().account())
                .input("Org", 16, Looks.TEXT, row -> Budget.department(row.line(), row.region()))
                .choice(
                        "Scenario",
                        12,
                        Looks.TEXT.bold(),
                        "Scenarios",
                        row -> row.scenario().name());
        for (int month = 0; month < SampleCompany.MONTHS_OF_A_YEAR; month++) {
            int at = month;
            page.put(
                    "GHIJKLMNOPQR".charAt(month) + "7",
                    formula("=INDEX(Periods[Month],%s)".formatted(month + 1)),
                    Looks.CAPTION.format("mmm yyyy").right());
            figures.input(period(month + 1), 9.5, Looks.COUNT, row -> row.amount(at));
        }
        figures.calculated("Year", 12, Looks.COUNT.bold(), "=SUM(%s)".formatted(year))
                .calculated(
                        "To date",
                        12,
                        Looks.COUNT,
                        "=SUMIFS(%s,$G$7:$R$7,\"<\"&EDATE(p_Start,p_Closed))".formatted(year))
                .rows(rows(), Looks.HEADER, 15);
        page.height(8, 24);
        page.numbers(figures.cells(FIRST, LAST), "-1E+15", "1E+15", "Enter an amount, or clear the cell.");
        checks();
        page.freeze(6, 8).print("A1:U%s".formatted(9 + rows().size()), PaperSize.A3_PAPER, false, 0);
    }

    private void checks() {
        draft.check(
                "Budget: accounts, and figures",
                "=SUM(Accounts[Budget])",
                "=SUMIFS(Figures[Year],Figures[Scenario],\"PLAN\")");
        draft.check(
                "Actual to date: accounts, and figures",
                "=SUM(Accounts[Actual])",
                "=SUMIFS(Figures[To date],Figures[Scenario],\"ACTUAL\")");
        draft.check(
                "Actuals after the last closed period",
                "=SUMIFS(Figures[Year],Figures[Scenario],\"ACTUAL\")-SUMIFS(Figures[To date],Figures[Scenario],\"ACTUAL\")",
                "=0");
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Scenario scenario : Scenario.values()) {
            for (Line line : Budget.LINES) {
                Stream.of(Region.values()).forEach(region -> rows.add(new Row(line, region, scenario)));
            }
        }
        return rows;
    }
}
