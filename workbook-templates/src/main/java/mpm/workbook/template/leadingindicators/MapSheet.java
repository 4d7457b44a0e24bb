package mpm.workbook.template.leadingindicators;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** What is believed to lead what, what the figures say of it, and what the indicator says now. */
final class MapSheet implements Sheet.Design {

    private static final String OUTCOME = "Revenue";

    /** The indicator's column of the history. */
    private static final String COLUMN = "INDEX(History[%s],0,MATCH([@[Leading metric]],History[[#Headers],%<s],0))"
            .formatted(LeadingIndicators.CANDIDATES);

    private static final Look FIGURE =
            Look.PLAIN.format("[>=1]0.0;[<0]-0.0%;0.0%").right();
    private static final Look P = Look.PLAIN.format("[<0.001]\"< 0.001\";0.000").right();

    /**
     * What is believed.
     *
     * @param threshold how far from the ordinary the indicator may go, in its own unit
     */
    private record Link(
            String leading, int expected, String hypothesis, double threshold, String action, String owner) {}

    private static final List<Link> LINKS = List.of(
            new Link(
                    "Leads off plan",
                    SampleCompany.LEAD_TIME,
                    "A lead takes about five months to become revenue.",
                    0.05,
                    "Move budget to the channels that still answer.",
                    "Demand Lead"),
            new Link(
                    "Spend off plan",
                    6,
                    "Spend brings leads at once, and revenue when they close.",
                    0.05,
                    "Release what is held back.",
                    "Finance Partner"),
            new Link(
                    "Blog posts",
                    3,
                    "More posts bring more readers who buy.",
                    3,
                    "Stop counting posts if nothing follows.",
                    "Brand Lead EMEA"),
            new Link(
                    "Net promoter score",
                    6,
                    "Who recommends us buys again.",
                    5,
                    "Learn what the service programme did, and spread it.",
                    "Customer Insight Lead"),
            new Link(
                    "Customers kept",
                    2,
                    "Customers who stay order consumables.",
                    1,
                    "Call those whose contracts end.",
                    "Customer Marketing Lead"));

    private final Draft draft;
    private final Page page;

    MapSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Map", "R");
        page.height(6, 22)
                .put(
                        "B6",
                        "What you believe on the left, what the figures say in the middle, what the indicator says now on the"
                                + " right: the last three months against the ordinary ones.",
                        Looks.NOTE);
        Table<Link> map = page.<Link>table("IndicatorMap", "B7")
                .input("Lagging metric", 16, Looks.TEXT, link -> OUTCOME)
                .choice("Leading metric", 19, Looks.TEXT.bold(), LeadingIndicators.INDICATORS.name(), Link::leading)
                .input("Hypothesis", 30, Looks.TEXT, Link::hypothesis)
                .input("Expected lead, months", 13, Looks.COUNT, Link::expected)
                .calculated("Found lead", 10, Looks.COUNT.bold(), found("C"))
                .calculated("r", 9, Look.PLAIN.format("0.00").right(), found("D"))
                .calculated("p, adjusted", 10, P, found("G"))
                .calculated("Verdict", 12, Looks.WORD.bold(), found("K"))
                .choice("Better", 11, Looks.WORD, Words.DIRECTIONS.name(), link -> "HIGHER")
                .calculated(
                        "Ordinary",
                        10,
                        FIGURE,
                        "=AVERAGEIFS(%s,History[Age],\">=\"&ROWS(History[Age])-p_Ordinary)".formatted(COLUMN))
                .calculated("Last three months", 12, FIGURE, "=AVERAGEIFS(%s,History[Age],\"<3\")".formatted(COLUMN))
                .input("Act beyond ±", 12, FIGURE, Link::threshold)
                .calculated(
                        "Now",
                        14,
                        Looks.WORD.bold(),
                        "=IF([@[Last three months]]-[@Ordinary]>[@[Act beyond ±]],\"▲ above\","
                                + "IF([@Ordinary]-[@[Last three months]]>[@[Act beyond ±]],\"▼ below\",\"● ordinary\"))")
                .calculated(
                        "Signal",
                        12,
                        Looks.WORD,
                        "=MPM.SIGNAL([@[Last three months]],IF(History[Age]>=ROWS(History[Age])-p_Ordinary,%s,\"\"),[@Better])"
                                .formatted(COLUMN))
                .calculated(
                        "Felt in",
                        12,
                        Looks.MONTH,
                        "=IF([@Verdict]=\"LEADING\",EDATE(MAX(History[Month]),0+[@[Found lead]]),\"\")")
                .input("What we do", 30, Looks.TEXT, Link::action)
                .input("Owner", 24, Looks.TEXT, Link::owner)
                .rows(LINKS, Looks.HEADER, 24);
        page.height(7, 34);
        page.when(map.cells("Verdict"), "$I8=\"LEADING\"", Hue.TEAL, Hue.TINT);
        page.when(map.cells("Verdict"), "OR($I8=\"UNSTABLE\",$I8=\"WEAK\")", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.when(map.cells("Verdict"), "$I8=\"NONE\"", Hue.MUTED, Hue.MIST);
        page.when(map.cells("Now"), "LEFT($N8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(map.cells("Now"), "LEFT($N8,1)=\"▲\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(map.cells("Signal"), "$O8=\"WORSE\"", Hue.CORAL, null);
        page.when(map.cells("Signal"), "$O8=\"BETTER\"", Hue.BLUE, null);
        page.section("B18:H18", "How closely revenue follows, at the lead found")
                .section("J18:R18", "Months ahead, believed and found");
        page.chart(
                        "B19:H34",
                        "How closely revenue follows each indicator",
                        "A bar for each leading metric: its correlation with revenue at the lead that was found.")
                .by(page, map.cells("Leading metric"))
                .bars("r", page, map.cells("r"), Hue.TEAL)
                .scale("0.00", null, 1.0);
        page.chart(
                        "J19:R34",
                        "Months ahead, believed and found",
                        "Columns by leading metric: the lead that was found in months, each beside a mark for the lead expected.")
                .by(page, map.cells("Leading metric"))
                .columns("Found", page, map.cells("Found lead"), Hue.TEAL)
                .marks("Expected", page, map.cells("Expected lead, months"), Hue.NAVY)
                .scale("0", 0.0, null);
        draft.check(
                "Leading metrics of the map that were tested, and all of them",
                "=COUNT(IndicatorMap[r])",
                "=ROWS(IndicatorMap[r])");
        page.freeze(3, 7).print("A1:S35", PaperSize.A4_PAPER, true, 0);
    }

    /** What the lag test says of the leading metric, in one of its columns. */
    private static String found(String column) {
        return "=INDEX('Lag test'!$%1$s$8:$%1$s$17,MATCH([@[Leading metric]],'Lag test'!$B$8:$B$17,0))"
                .formatted(column);
    }
}
