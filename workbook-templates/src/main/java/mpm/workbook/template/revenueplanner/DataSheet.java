package mpm.workbook.template.revenueplanner;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.workbook.design.Formula;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.Channels.Region;
import mpm.workbook.sample.Funnel;
import mpm.workbook.sample.Funnel.Cohort;
import mpm.workbook.sample.Funnel.Stage;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** What was counted. */
final class DataSheet implements Sheet.Design {

    private static final int LAGS = 6;

    private final Draft draft;
    private final Page page;

    DataSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    /** A month of a channel, counted from the first of the fiscal year. */
    private record ChannelMonth(Channel channel, int month) {
        @Nullable
        Integer leads() {
            int place = SampleCompany.MONTHS_OF_A_YEAR + month;
            return place < channel.leads().size() ? channel.leads().get(place) : null;
        }
    }

    /** A month of a region, counted from the first of the year before. */
    private record RegionMonth(Region region, int month) {
        int count(Stage stage) {
            return Funnel.actual(stage, region).get(month);
        }
    }

    @Override
    public void write() {
        page.widths(2, 12, 14, 11, 11, 13, 2, 12, 11, 13, 13, 13, 13, 13, 2);
        draft.head(page, "Data", "W", "B", "C", "D", "E", "F", "H", "I", "J", "K", "L");
        leads();
        flow();
        cohorts();
        volumes();
        ahead();
        draft.check(
                "Leads to date: channels, and regions",
                "=SUMIFS(Leads[Leads],Leads[Month],\"<\"&EDATE(p_Start,p_Closed))",
                "=SUMIFS(Flow[Leads],Flow[Month],\">=\"&p_Start,Flow[Month],\"<\"&EDATE(p_Start,p_Closed))");
        draft.check(
                "Opportunities of the last twelve closed months: cohorts, and regions",
                "=SUM(Cohorts[Opportunities])",
                "=SUMIFS(Flow[Opportunities],Flow[Month],\">=\"&EDATE(p_Start,p_Closed-12),Flow[Month],\"<\"&EDATE(p_Start,p_Closed))");
        page.height(7, 30).freeze(0, 7).print("A1:X80", PaperSize.A3_PAPER, false, 0);
    }

    private void leads() {
        page.section("B6:F6", "Leads of the year by channel");
        Table<ChannelMonth> leads = page.<ChannelMonth>table("Leads", "B7")
                .input("Month", 12, Looks.MONTH, row -> month(row.month()))
                .input("Channel", 14, Looks.TEXT, row -> row.channel().name())
                .input(
                        "Plan leads",
                        11,
                        Looks.COUNT,
                        row -> row.channel().planLeads().get(row.month()))
                .input("Leads", 11, Looks.COUNT, ChannelMonth::leads)
                .calculated(
                        "Revenue effect",
                        13,
                        Looks.COUNT,
                        "=IF([@Leads]=\"\",0,([@Leads]-[@[Plan leads]])*SUMIFS(Months[Open goal],Months[Month],DATE(YEAR([@Month]),MONTH([@Month])+p_Lag,1))"
                                + "/MAX(1,SUMIFS(Leads[Plan leads],Leads[Month],[@Month])))")
                .rows(
                        Channels.ALL.stream()
                                .flatMap(channel -> IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                                        .mapToObj(month -> new ChannelMonth(channel, month)))
                                .toList(),
                        Looks.HEADER,
                        15);
        page.numbers(leads.cells("Plan leads", "Leads"), "0", "1E+9", "Enter a number of leads, 0 or more.");
    }

    private void flow() {
        page.section("H6:N6", "What passed each stage");
        Table<RegionMonth> flow = page.<RegionMonth>table("Flow", "H7")
                .input("Month", 12, Looks.MONTH, row -> month(row.month() - SampleCompany.MONTHS_OF_A_YEAR))
                .choice("Region", 11, Looks.TEXT, "Regions", row -> row.region().name());
        for (Stage stage : List.of(Stage.LEADS, Stage.MQL, Stage.SQL, Stage.OPPORTUNITIES, Stage.WINS)) {
            flow.input(stage.label(), 13, Looks.COUNT, row -> row.count(stage));
        }
        flow.rows(
                IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR + SampleCompany.CLOSED_MONTHS)
                        .boxed()
                        .flatMap(month -> Stream.of(Region.values()).map(region -> new RegionMonth(region, month)))
                        .toList(),
                Looks.HEADER,
                15);
        page.numbers(flow.cells("Leads", "Wins"), "0", "1E+9", "Enter a number, 0 or more.");
    }

    private void cohorts() {
        page.section("P6:W6", "Opportunities of a month, and when they were won");
        Table<Cohort> cohorts = page.<Cohort>table("Cohorts", "P7")
                .input("Month", 12, Looks.MONTH, cohort -> month(cohort.month() - SampleCompany.MONTHS_OF_A_YEAR))
                .input("Opportunities", 13, Looks.COUNT, Cohort::opportunities);
        for (int lag = 0; lag < LAGS; lag++) {
            int months = lag;
            cohorts.input(
                    months == 0 ? "Won at once" : "After %s".formatted(months),
                    11,
                    Looks.COUNT,
                    cohort -> months < cohort.wins().size() ? cohort.wins().get(months) : null);
        }
        cohorts.rows(Funnel.cohorts(), Looks.HEADER, 15);
        page.put("P20", "Wins of the month of the opportunity, of the month after, and so on.", Looks.NOTE);
    }

    /** What the sheet Funnel reads: leads, and what became of them. */
    private void volumes() {
        page.section("P22:W22", "The same leads, stage by stage");
        String step = "ROW()-ROW(Volumes[[#Headers],[Stage]])";
        page.<Integer>table("Volumes", "P23")
                .calculated(
                        "Stage",
                        12,
                        Looks.TEXT,
                        "=IF(%1$s=1,INDEX(Steps[From],1),INDEX(Steps[To],%1$s-1))".formatted(step))
                .calculated(
                        "Count",
                        13,
                        Looks.COUNT,
                        "=IF(%1$s=1,INDEX(Steps[Entered],1),INDEX(Steps[Converted],%1$s-1))".formatted(step))
                .rows(List.of(1, 2, 3, 4, 5), Looks.HEADER, 15);
    }

    /** What the plan of the leads reads: the months to come, this year's and later ones. */
    private void ahead() {
        page.section("P31:W31", "The months ahead");
        String number = "(p_Closed+ROW()-ROW(Ahead[[#Headers],[Month]]))";
        String grown = "INDEX(%1$s,MOD(" + number + "-1,12)+1)*(1+p_Growth)^INT((" + number + "-1)/12)";
        page.<Integer>table("Ahead", "P32")
                .calculated("Month", 12, Looks.MONTH, "=EDATE(p_Start,%s-1)".formatted(number))
                .calculated("Goal", 13, Looks.COUNT, "=" + grown.formatted("Months[Goal]"))
                .calculated(
                        "From leads",
                        11,
                        Looks.COUNT,
                        "=IF(ROW()-ROW(Ahead[[#Headers],[Month]])>p_Lag,0,[@Goal]*" + MonthlySheet.attained("[@Month]")
                                + ")")
                .calculated("Planned", 11, Looks.COUNT, "=" + grown.formatted("Months[Plan leads]"))
                .rows(IntStream.rangeClosed(1, MonthlySheet.HORIZON).boxed().toList(), Looks.HEADER, 15);
    }

    private static Formula month(int fromStart) {
        return formula("=EDATE(p_Start,%s)".formatted(fromStart));
    }
}
