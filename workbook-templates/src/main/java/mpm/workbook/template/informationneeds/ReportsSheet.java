package mpm.workbook.template.informationneeds;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Information;
import mpm.workbook.sample.Information.Report;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Month;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** Who sees what in which form, whether it is fresh; and what the figures say in a sentence, to be read or to be spoken. */
final class ReportsSheet implements Sheet.Design {

    private static final int ROOM = 14;
    private static final Look PERCENT = Looks.PERCENT.format("0%").rule(Hue.LINE);

    /** A figure to be told; the one before is of a year ago, or absent. */
    private record Told(
            String metric,
            Number actual,
            Number plan,
            String direction,
            @Nullable Number before) {}

    private static final List<Month> CLOSED = SampleCompany.MONTHS.subList(
            SampleCompany.MONTHS_OF_A_YEAR, SampleCompany.MONTHS_OF_A_YEAR + SampleCompany.CLOSED_MONTHS);
    private static final List<Month> YEAR_BEFORE = SampleCompany.MONTHS.subList(0, SampleCompany.CLOSED_MONTHS);
    private static final Month LAST = CLOSED.get(CLOSED.size() - 1);
    private static final Month LAST_BEFORE = YEAR_BEFORE.get(YEAR_BEFORE.size() - 1);

    private static final List<Told> TOLD = List.of(
            new Told(
                    "Leads",
                    sum(CLOSED, Month::leads),
                    sum(CLOSED, Month::planLeads),
                    "HIGHER",
                    sum(YEAR_BEFORE, Month::leads)),
            new Told(
                    "Marketing-sourced revenue",
                    sum(CLOSED, Month::revenue),
                    sum(CLOSED, Month::planRevenue),
                    "HIGHER",
                    sum(YEAR_BEFORE, Month::revenue)),
            new Told(
                    "Marketing spend",
                    sum(CLOSED, Month::spend),
                    sum(CLOSED, Month::planSpend),
                    "LOWER",
                    sum(YEAR_BEFORE, Month::spend)),
            new Told(
                    "Customers kept, of 100",
                    Objects.requireNonNull(LAST.retention()),
                    SampleCompany.RETENTION_GOAL,
                    "HIGHER",
                    LAST_BEFORE.retention()),
            new Told(
                    "Net promoter score",
                    Objects.requireNonNull(LAST.promoters()),
                    SampleCompany.PROMOTERS_PLAN,
                    "HIGHER",
                    LAST_BEFORE.promoters()));

    private final Draft draft;
    private final Page page;

    ReportsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Reports", "P", "B", "C", "D", "E", "F", "H", "I", "K", "L");
        page.height(6, 22)
                .put("B6", "A row for each report that somebody needs. Untick what they cannot see.", Looks.NOTE);
        Table<Report> reports = page.<Report>table("Reports", "B7")
                .input("Party", 26, Looks.TEXT.bold(), Report::party)
                .input("Metric", 27, Looks.TEXT, Report::report)
                .choice("Form", 13, Looks.TEXT, InformationNeeds.FORMS.name(), Report::form)
                .check("Needed", 10, report -> true)
                .check("Visible", 10, report -> report.seenDay() != null)
                .input("Last seen", 13, Looks.DAY, this::seen)
                .input("Max age days", 10, Looks.COUNT, Report::mostDays)
                .calculated(
                        "State",
                        13,
                        Looks.WORD.bold(),
                        "=IF([@Needed]<>TRUE,\"\",IF([@Visible]<>TRUE,\"▼ not seen\","
                                + "IF(p_AsOf-[@[Last seen]]>[@[Max age days]],\"▼ too old\",\"● fresh\")))")
                .rows(Information.REPORTS, Looks.HEADER, 18);
        page.height(7, 30).dates(reports.cells("Last seen"));
        page.when(reports.cells("State"), "LEFT($I8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(reports.cells("State"), "LEFT($I8,1)=\"●\"", Hue.TEAL, Hue.TINT);
        seen();
        told();
        draft.check(
                "Reports that are needed: the list, and by party",
                "=COUNTIFS(Reports[Needed],TRUE)",
                "=SUMIFS('Reports'!$L$8:$L$21,'Reports'!$K$8:$K$21,\"ALL\")");
        draft.check(
                "Reports that are fresh: the list, and by party",
                "=COUNTIFS(Reports[State],\"●*\")",
                "=SUMIFS('Reports'!$L$8:$L$21,'Reports'!$K$8:$K$21,\"ALL\")*SUMIFS('Reports'!$O$8:$O$21,'Reports'!$K$8:$K$21,\"ALL\")");
        page.freeze(0, 7).print("A1:Q38", PaperSize.A4_PAPER, true, 0);
    }

    private void seen() {
        page.width(9, 3);
        String rows = page.spill(
                "K7",
                formula("=MPM.TRANSPARENCY(Reports[#All],p_AsOf)"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE),
                PERCENT,
                PERCENT,
                PERCENT.bold());
        page.widths(2, 26, 27, 13, 10, 10, 13, 10, 13, 3, 38, 11, 11, 11, 11, 11, 2);
        page.when(rows, "$K8=\"ALL\"", Hue.NAVY, Hue.MIST);
        page.when("O8:O21", "AND(ISNUMBER($O8),$O8<1)", Hue.CORAL, null);
    }

    private void told() {
        page.section("B24:I24", "What the figures say")
                .section("K24:P24", "To be spoken")
                .height(25, 22);
        Table<Told> said = page.<Told>table("Said", "B25")
                .input("Said of", 26, Looks.TEXT.bold(), Told::metric)
                .input("Actual", 27, Looks.FIGURE, Told::actual)
                .input("Plan", 13, Looks.FIGURE, Told::plan)
                .choice("Better", 10, Looks.WORD, Words.DIRECTIONS.name(), Told::direction)
                .input("A year ago", 10, Looks.FIGURE, Told::before)
                .rows(TOLD, Looks.HEADER, 18);
        page.numbers(said.cells("Actual", "Plan"), "-1E+15", "1E+15", "Enter a number.");
        page.section("B32:P32", "To be read");
        String sentence = "=MPM.NARRATE($B%1$s,$C%1$s,$D%1$s,$E%1$s,$F%1$s%2$s)";
        for (int place = 0; place < TOLD.size(); place++) {
            int row = 26 + place;
            page.put("K" + row, formula(sentence.formatted(row, ",,\"en\",\"SPEAK\"")), Look.PLAIN)
                    .put("B" + (33 + place), formula(sentence.formatted(row, "")), Look.PLAIN);
        }
    }

    private @Nullable Object seen(Report report) {
        Integer day = report.seenDay();
        return day == null ? null : draft.parameters().fiscalYearStart().plusDays(day);
    }

    private static int sum(List<Month> months, Function<Month, @Nullable Integer> figure) {
        return months.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
