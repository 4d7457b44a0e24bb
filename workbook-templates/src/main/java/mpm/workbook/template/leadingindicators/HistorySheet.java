package mpm.workbook.template.leadingindicators;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Measurement;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Month;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** The outcome and what may announce it, by month; then the last months with the indicator moved to when it is felt. */
final class HistorySheet implements Sheet.Design {

    /** How many months are drawn. */
    static final int DRAWN = 20;

    /** Where their rows stand. */
    static final String ROWS = "%1$s8:%1$s27";

    private final Draft draft;
    private final Page page;

    HistorySheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "History", "U");
        page.height(6, 22)
                .put(
                        "B6",
                        "A row for each month that has closed. Off plan is better than the figure itself: it has no season.",
                        Looks.NOTE)
                .put("R6", "Calculated: the indicator in the month in which it is felt.", Looks.NOTE);
        List<Integer> months = IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR + SampleCompany.CLOSED_MONTHS)
                .boxed()
                .toList();
        Table<Integer> history = page.<Integer>table("History", "B7")
                .input(
                        "Month",
                        12,
                        Looks.MONTH,
                        month ->
                                draft.parameters().fiscalYearStart().plusMonths(month - SampleCompany.MONTHS_OF_A_YEAR))
                .input("Plan revenue", 13, Looks.COUNT, of(Month::planRevenue))
                .input("Revenue", 13, Looks.COUNT, of(Month::revenue))
                .input("Plan leads", 11, Looks.COUNT, of(Month::planLeads))
                .input("Leads", 11, Looks.COUNT, of(Month::leads))
                .input("Plan spend", 12, Looks.COUNT, of(Month::planSpend))
                .input("Spend", 12, Looks.COUNT, of(Month::spend))
                .calculated("Revenue off plan", 13, Looks.DEVIATION, off("Revenue", "Plan revenue"))
                .calculated("Leads off plan", 13, Looks.DEVIATION, off("Leads", "Plan leads"))
                .calculated("Spend off plan", 13, Looks.DEVIATION, off("Spend", "Plan spend"))
                .input("Blog posts", 10, Looks.COUNT, Measurement.BLOG_POSTS::get)
                .input("Net promoter score", 14, Looks.COUNT, of(Month::promoters))
                .input("Customers kept", 11, Looks.FIGURE, of(Month::retention))
                .calculated(
                        "Age",
                        7,
                        Looks.COUNT.ink(Hue.MUTED),
                        "=ROWS(History[Month])-(ROW()-ROW(History[[#Headers],[Month]]))")
                .calculated(
                        "Drawn indicator",
                        12,
                        Looks.FIGURE.format("[>=1]0.0;[<0]-0.0%;0.0%"),
                        "=INDEX(History[[#This Row],%s],1,MATCH(p_Indicator,History[[#Headers],%<s],0))"
                                .formatted(LeadingIndicators.CANDIDATES))
                .rows(months, Looks.HEADER, 17);
        page.height(7, 32).dates(history.cells("Month"));
        Signals.deviation(page, history.cells("Revenue off plan"), "I8");
        Signals.deviation(page, history.cells("Leads off plan"), "J8");
        Signals.deviation(page, history.cells("Spend off plan"), "K8");
        drawn();
        draft.check(
                "Months of the history: rows, and different months",
                "=ROWS(History[Month])",
                "=12*(YEAR(MAX(History[Month]))-YEAR(MIN(History[Month])))+MONTH(MAX(History[Month]))"
                        + "-MONTH(MIN(History[Month]))+1");
        draft.check(
                "Closed periods of the year: the calendar, and the history",
                "=p_Closed",
                "=COUNTIFS(History[Month],\">=\"&p_Start)");
        page.freeze(2, 7).print("A1:V29", PaperSize.A4_PAPER, true, 0);
    }

    /** The last months, and those ahead in which what the indicator said will be felt. */
    private void drawn() {
        page.<Integer>table("Drawn", "R7")
                .calculated(
                        "Felt in",
                        12,
                        Looks.MONTH,
                        "=EDATE(MAX(History[Month]),p_Lead-%s+ROW()-ROW(Drawn[[#Headers],[Felt in]]))".formatted(DRAWN))
                .calculated(
                        "Indicator",
                        12,
                        Looks.FIGURE.format("[>=1]0.0;[<0]-0.0%;0.0%"),
                        "=IFERROR(INDEX(History[Drawn indicator],ROWS(History[Month])-%s+ROW()-ROW(Drawn[[#Headers],[Felt in]])),\"\")"
                                .formatted(DRAWN))
                .calculated(
                        "Outcome",
                        12,
                        Looks.PERCENT,
                        "=IFERROR(INDEX(History[Revenue off plan],MATCH([@[Felt in]],History[Month],0)),\"\")")
                .rows(IntStream.rangeClosed(1, DRAWN).boxed().toList(), Looks.HEADER, 17);
    }

    private static String off(String actual, String plan) {
        return "=IF([@[%2$s]]=0,0,[@%1$s]/[@[%2$s]]-1)".formatted(actual, plan);
    }

    private static Function<Integer, @Nullable Object> of(Function<Month, @Nullable Object> figure) {
        return month -> figure.apply(SampleCompany.MONTHS.get(month));
    }
}
