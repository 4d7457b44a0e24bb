package mpm.workbook.template.dashboard;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** Every metric against plan and against its own past, with whoever owns it and does something about it. */
final class ScorecardSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;

    ScorecardSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Scorecard", "V", "B", "C", "E", "G", "I", "K", "M", "O", "Q");
        page.height(6, 22)
                .put(
                        "B6",
                        "Status holds the figure against plan; Signal holds the last month against the usual ups and downs around plan.",
                        Looks.NOTE);
        String own = "INDEX(Deviations[],0,MATCH([@Metric],Deviations[#Headers],0))";
        Table<Measure> scorecard = page.<Measure>table("Scorecard", "B7")
                .input("Metric", 26, Looks.TEXT.bold(), Measure::name)
                .choice(
                        "Category",
                        12,
                        Looks.TEXT,
                        Words.CATEGORIES.name(),
                        row -> row.kind().category())
                .choice(
                        "Timing",
                        9,
                        Looks.TEXT,
                        Words.TIMINGS.name(),
                        row -> row.kind().timing())
                .choice("Direction", 10, Looks.TEXT, Words.DIRECTIONS.name(), Measure::direction)
                .input("Weight", 8, Looks.COUNT, Measure::weight)
                .input("Amber", 8, Looks.PERCENT.format("0%"), row -> formula("=p_Tolerance"))
                .input("Red", 8, Looks.PERCENT.format("0%"), row -> formula("=2*p_Tolerance"))
                .input("Target", 13, Looks.FIGURE, Measure::target)
                .calculated("Plan", 13, Looks.FIGURE, toDate("Plans"))
                .calculated("Actual", 13, Looks.FIGURE.bold(), toDate("Actuals"))
                .calculated(
                        "Off plan",
                        11,
                        Looks.DEVIATION,
                        "=IF(OR(SUM([@Plan])=0,[@Actual]=\"\"),\"\",MPM.VARIANCE.PCT([@Actual],[@Plan],[@Direction]))")
                .calculated(
                        "Attainment",
                        12,
                        Looks.PERCENT.format("0%"),
                        "=IF(OR(SUM([@Target])=0,[@Actual]=\"\"),\"\",MPM.ATTAIN([@Actual],[@Target],[@Direction]))")
                .calculated("Status", 10, Looks.WORD.bold(), "=MPM.RAG([@Actual],[@Plan],[@Direction],[@Amber],[@Red])")
                .calculated(
                        "Signal",
                        10,
                        Looks.WORD.bold(),
                        ("=IFERROR(MPM.SIGNAL(INDEX(%1$s,12+p_Closed),IF(Deviations[Month]<EDATE(p_Start,p_Closed-1),%1$s,\"\"),"
                                        + "[@Direction]),\"TOO FEW\")")
                                .formatted(own))
                .calculated(
                        "Trend",
                        9,
                        Looks.WORD,
                        "=IFERROR(INDEX(MPM.TRENDTEST(%s,0.95,FALSE),1,8),\"NONE\")".formatted(own))
                .calculated(
                        "Alert",
                        26,
                        Looks.TEXT,
                        "=IF([@Signal]=\"BETTER\",\"▲ better than usual\",IF([@Signal]=\"WORSE\",\"▼ worse than usual\","
                                + "IF(SUM([@[Off plan]])>p_Tolerance,\"▲ better than plan\",IF(SUM([@[Off plan]])<-p_Tolerance,"
                                + "\"▼ worse than plan\",\"● as expected\"))))")
                .input("Owner", 24, Looks.TEXT.indent(1), Measure::owner)
                .input("Next action", 44, Looks.TEXT, Measure::action)
                .calculated("Rank", 10, Looks.PERCENT.ink(Hue.MUTED), "=SUM([@[Off plan]])+ROW()/10^7")
                .calculated("Adds up", 10, Looks.WORD.ink(Hue.MUTED), defined("Adds up"))
                .calculated("Of", 18, Looks.TEXT.ink(Hue.MUTED), defined("Of"))
                .rows(Measure.ALL, Looks.HEADER, 24);
        page.height(7, 30);
        Signals.status(page, scorecard.cells("Status"), "N8");
        Signals.deviation(page, scorecard.cells("Off plan"), "L8");
        alerts(page, scorecard.cells("Alert"), "Q8");
        draft.check(
                "Metrics of the scorecard without a plan to date",
                "=ROWS(Scorecard[Metric])-COUNT(Scorecard[Plan])",
                "=0");
        draft.check("Metrics of the scorecard without a definition", "=COUNTIF(Scorecard[Adds up],\"\")", "=0");
        draft.check(
                "The total is of outcomes: weights of other metrics",
                "=SUMIFS(Scorecard[Weight],Scorecard[Category],\"<>Outcome\")",
                "=0");
        draft.check(
                "The board has a target for an outcome",
                "=MIN(1,COUNTIFS(Scorecard[Category],\"Outcome\",Scorecard[Target],\">0\"))",
                "=1");
        page.freeze(2, 7).print("A1:W%s".formatted(9 + Measure.ALL.size()), PaperSize.A3_PAPER, true, 0);
    }

    /** Alerts both ways. */
    static void alerts(Page page, String area, String first) {
        page.when(area, "LEFT($%s,1)=\"▼\"".formatted(first), Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(area, "LEFT($%s,1)=\"▲\"".formatted(first), Hue.BLUE, Hue.BLUE.tint(0.9));
    }

    /** Blank where a metric has no definition. */
    private static String defined(String header) {
        return "=IFERROR(INDEX(Metrics[%s],MATCH([@Metric],Metrics[Metric],0))&\"\",\"\")".formatted(header);
    }

    /** Of the closed months: their sum, the last of them, or the ratio of two sums. */
    private static String toDate(String table) {
        String to = "INDEX(Metrics[To],MATCH([@Metric],Metrics[Metric],0))";
        return "=IF([@[Adds up]]=\"RATIO\",IFERROR(%s/%s,\"\"),IF([@[Adds up]]=\"LAST\",INDEX(%s,12+p_Closed),%s))"
                .formatted(sum(table, "[@Of]"), sum(table, to), column(table, "[@Metric]"), sum(table, "[@Metric]"));
    }

    private static String sum(String table, String metric) {
        return "SUMIFS(%s,%s[Month],\">=\"&p_Start,%2$s[Month],\"<\"&EDATE(p_Start,p_Closed))"
                .formatted(column(table, metric), table);
    }

    private static String column(String table, String metric) {
        return "INDEX(%1$s[],0,MATCH(%2$s,%1$s[#Headers],0))".formatted(table, metric);
    }
}
