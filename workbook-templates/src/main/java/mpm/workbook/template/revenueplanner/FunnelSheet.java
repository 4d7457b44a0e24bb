package mpm.workbook.template.revenueplanner;

import static mpm.workbook.design.Formula.formula;

import java.util.stream.Stream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels.Region;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** Where the funnel leaks, whether that is chance, and how long deals take. */
final class FunnelSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look COUNT = Looks.COUNT.rule(Hue.LINE);
    private static final Look SHARE = Looks.PERCENT.rule(Hue.LINE);
    private static final int STAGES = 8;

    /** Of the last months, against those that could have reached the stage: its step's months earlier. */
    private static final String RECENT =
            "SUMIFS(INDEX(Flow[#Data],0,MATCH(INDEX(Steps[%1$s],[@No]),Flow[#Headers],0)),Flow[Region],[@Region],"
                    + "Flow[Month],\">=\"&EDATE(p_Start,p_Closed-p_Recent%2$s),Flow[Month],\"<\"&EDATE(p_Start,p_Closed%2$s))";

    private final Draft draft;
    private final Page page;

    FunnelSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    private record RegionStep(Region region, int step) {}

    @Override
    public void write() {
        page.widths(2, 20, 13, 12, 12, 11, 11, 11, 15, 11, 13, 2, 12, 11, 12, 11, 12, 11, 2);
        draft.head(page, "Funnel", "R", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K");
        stages();
        decisions();
        charts();
        regions();
        page.freeze(0, 5).print("A1:S46", PaperSize.A4_PAPER, true, 0);
    }

    private void stages() {
        page.section("B6:K6", "Twelve months of the same leads, from stage to stage");
        page.spill(
                "B7",
                formula("=MPM.FUNNEL(Volumes[Stage],Volumes[Count])"),
                STAGES,
                Looks.CAPTION,
                ROW.bold(),
                COUNT,
                SHARE.bold(),
                SHARE,
                COUNT,
                SHARE,
                SHARE,
                ROW.indent(1));
        page.put("J7", "Plan", Looks.CAPTION.right()).put("K7", "Signal", Looks.CAPTION.centre());
        for (int place = 0; place < STAGES; place++) {
            int row = 8 + place;
            page.put(
                    "J" + row,
                    formula("=IF(ISNUMBER(D%s),INDEX(Steps[Rate],%s),\"\")".formatted(row, Math.max(1, place))),
                    SHARE);
            page.put(
                    "K" + row,
                    formula(
                            "=IF(J%1$s=\"\",\"\",IF(H%1$s<J%1$s,\"▼ below\",IF(G%1$s>J%1$s,\"▲ above\",\"● as planned\")))"
                                    .formatted(row)),
                    Looks.WORD.bold().rule(Hue.LINE));
        }
        page.when("K8:K15", "LEFT(K8,1)=\"▼\"", Hue.CORAL, null);
        page.when("K8:K15", "LEFT(K8,1)=\"▲\"", Hue.BLUE, null);
        page.put(
                "B16",
                "Low and High hold the true rate in 19 cases of 20: a signal is a plan outside of them.",
                Looks.NOTE);
    }

    private void decisions() {
        page.section("M6:R6", "How long opportunities take, by month after");
        page.spill(
                "M7",
                formula("=MPM.FUNNEL.FIT(Cohorts[[Opportunities]:[After 5]])"),
                10,
                Looks.CAPTION,
                Looks.WORD.rule(Hue.LINE),
                COUNT.format("[>=10]#,##0;0.00"),
                COUNT,
                SHARE,
                SHARE.bold(),
                SHARE);
    }

    private void charts() {
        page.section("B18:E18", "Which step leaks?")
                .section("G18:K18", formula("=\"Which region, in the last \"&p_Recent&\" months?\""))
                .section("M18:R18", "Opportunities won, by month after");
        for (int row = 19; row <= 32; row++) {
            page.height(row, 15);
        }
        page.chart(
                        "B19:E32",
                        "Rates of the steps against plan",
                        "Columns by stage: the share of the stage before that reached it, with a mark for the rate of the plan.")
                .by(page, "B9:B12")
                .columns("Observed", page, "D9:D12", Hue.TEAL)
                .marks("Plan", page, "J9:J12", Hue.NAVY)
                .scale("0%", 0.0, null);
        page.chart(
                        "G19:K32",
                        "Recent rates by region",
                        "Columns by region and stage: the rate of the last months, with a mark for the rate of the plan.")
                .by(page, "B36:B43")
                .columns("Recent", page, "H36:H43", Hue.TEAL)
                .marks("Plan", page, "E36:E43", Hue.NAVY)
                .scale("0%", 0.0, null);
        page.chart(
                        "M19:R32",
                        "Wins by month after the opportunity",
                        "A line by months after the opportunity: the share of opportunities that is won by then.")
                .by(page, "M8:M13")
                .line("Won by then", page, "Q8:Q13", Hue.TEAL)
                .scale("0%", 0.0, null);
    }

    private void regions() {
        page.section("B34:J34", formula("=\"The last \"&p_Recent&\" months by region and step\""));
        Table<RegionStep> recent = page.<RegionStep>table("Recent", "B35")
                .calculated("Where", 20, Looks.TEXT.bold(), "=[@Region]&\" \"&INDEX(Steps[To],[@No])")
                .choice("Region", 13, Looks.TEXT, "Regions", row -> row.region().name())
                .input("No", 12, Looks.WORD, RegionStep::step)
                .calculated("Plan", 12, Looks.PERCENT, "=INDEX(Steps[Rate],[@No])")
                .calculated("Entered", 11, Looks.COUNT, "=" + RECENT.formatted("From", "-INDEX(Steps[Months],[@No])"))
                .calculated("Reached", 11, Looks.COUNT, "=" + RECENT.formatted("To", ""))
                .calculated("Rate", 11, Looks.PERCENT.bold(), "=IF([@Entered]=0,\"\",[@Reached]/[@Entered])")
                .calculated("Off plan", 15, Looks.DEVIATION, "=IF([@Rate]=\"\",\"\",MPM.VARIANCE.PCT([@Rate],[@Plan]))")
                .calculated(
                        "Status",
                        11,
                        Looks.WORD.bold(),
                        "=IF([@Rate]=\"\",\"\",MPM.RAG([@Rate],[@Plan],\"HIGHER\",p_Tolerance,2*p_Tolerance))")
                .rows(
                        Stream.of(Region.values())
                                .flatMap(region -> Stream.of(1, 2, 3, 4).map(step -> new RegionStep(region, step)))
                                .toList(),
                        Looks.HEADER,
                        16);
        page.height(35, 22);
        Signals.status(page, recent.cells("Status"), "J36");
        Signals.deviation(page, recent.cells("Off plan"), "I36");
        page.put(
                "B45",
                "No is the number of the step on the sheet Assumptions. Add rows for further regions.",
                Looks.NOTE);
    }
}
