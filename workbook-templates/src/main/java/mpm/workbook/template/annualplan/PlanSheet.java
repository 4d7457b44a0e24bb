package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Formula;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** Goals taken down to business units, functions and initiatives, each with a metric that somebody owns. */
final class PlanSheet {

    private static final String GROW = "Grow revenue to 48.0 M";
    private static final String WIN = "Win 240 new customers";
    private static final String KEEP = "Keep 92% of customers";
    private static final String IMPROVE = "Decide on evidence";

    private static final String GROUP = "Group";
    private static final String EMEA = "EMEA";
    private static final String AMER = "AMER";

    private static final Formula MONEY = formula("=p_Currency");

    /**
     * A metric of the plan.
     *
     * @param target at the end of the year
     * @param plan by now
     * @param actual now
     * @param due the month of the year at whose end it is due
     */
    private record Metric(
            String goal,
            String unit,
            String function,
            String initiative,
            String factor,
            String name,
            String category,
            String timing,
            Object measure,
            String direction,
            Object baseline,
            Object target,
            Object plan,
            Object actual,
            String owner,
            int due,
            @Nullable Integer budget) {

        private Formula dueDate() {
            return formula("=EDATE(p_Start,%s)-1".formatted(due));
        }
    }

    private static final List<Metric> METRICS = List.of(
            new Metric(
                    GROW,
                    GROUP,
                    "Demand",
                    "Content for three buying roles",
                    "Alignment",
                    "Marketing-sourced revenue",
                    "Outcome",
                    "Lagging",
                    MONEY,
                    "HIGHER",
                    0,
                    formula("='Data'!C37"),
                    formula("='Data'!D37"),
                    formula("='Data'!E37"),
                    "CMO",
                    12,
                    300_000),
            new Metric(
                    WIN,
                    GROUP,
                    "Partner",
                    "Joint selling with four partners",
                    "Alliances",
                    "New customers",
                    "Outcome",
                    "Lagging",
                    "count",
                    "HIGHER",
                    0,
                    240,
                    124,
                    126,
                    "Sales Leader",
                    12,
                    480_000),
            new Metric(
                    KEEP,
                    GROUP,
                    "Customer",
                    "Service programme",
                    "Alignment",
                    "Customer retention",
                    "Outcome",
                    "Lagging",
                    "%",
                    "HIGHER",
                    90.6,
                    92,
                    92,
                    formula("='Data'!E39"),
                    "Customer Marketing Lead",
                    12,
                    60_000),
            new Metric(
                    KEEP,
                    GROUP,
                    "Customer",
                    "Customer panel",
                    "Alignment",
                    "Net promoter score",
                    "Outcome",
                    "Leading",
                    "points",
                    "HIGHER",
                    38,
                    45,
                    42,
                    formula("=" + DataSheet.latest("Promoter score")),
                    "Customer Insight Lead",
                    12,
                    null),
            new Metric(
                    GROW,
                    GROUP,
                    "Demand",
                    "Search, always on",
                    "Analytics",
                    "Leads",
                    "Output",
                    "Leading",
                    "count",
                    "HIGHER",
                    0,
                    formula("='Data'!C35"),
                    formula("='Data'!D35"),
                    formula("='Data'!E35"),
                    "Demand Lead",
                    12,
                    600_000),
            new Metric(
                    GROW,
                    EMEA,
                    "Demand",
                    "Trade shows and seminars",
                    "Automation",
                    "Leads from events",
                    "Output",
                    "Leading",
                    "count",
                    "HIGHER",
                    0,
                    channel("Plan leads", "Events"),
                    channel("Leads to date", "Events"),
                    channel("Leads", "Events"),
                    "Demand Lead EMEA",
                    12,
                    540_000),
            new Metric(
                    GROW,
                    AMER,
                    "Brand",
                    "Social campaigns",
                    "Analytics",
                    "Leads from social",
                    "Output",
                    "Leading",
                    "count",
                    "HIGHER",
                    0,
                    channel("Plan leads", "Social"),
                    channel("Leads to date", "Social"),
                    channel("Leads", "Social"),
                    "Brand Lead AMER",
                    12,
                    360_000),
            new Metric(
                    GROW,
                    GROUP,
                    "Analytics",
                    "List test: trial offer",
                    "Analytics",
                    "Trial request rate",
                    "Operational",
                    "Leading",
                    "%",
                    "HIGHER",
                    2.1,
                    2.4,
                    2.4,
                    2.6,
                    "Analytics Lead",
                    9,
                    60_000),
            new Metric(
                    GROW,
                    GROUP,
                    "Operations",
                    "Spend control",
                    "Accountability",
                    "Marketing spend",
                    "Activity",
                    "Leading",
                    MONEY,
                    "TARGET",
                    0,
                    formula("='Data'!C36"),
                    formula("='Data'!D36"),
                    formula("='Data'!E36"),
                    "Finance Partner",
                    12,
                    null),
            new Metric(
                    GROW,
                    GROUP,
                    "Demand",
                    "Spend control",
                    "Analytics",
                    "Cost per lead",
                    "Operational",
                    "Leading",
                    MONEY,
                    "LOWER",
                    171,
                    formula("='Data'!C38"),
                    formula("='Data'!D38"),
                    formula("='Data'!E38"),
                    "Demand Lead",
                    12,
                    null),
            new Metric(
                    WIN,
                    AMER,
                    "Partner",
                    "Handoff agreement with sales",
                    "Alliances",
                    "Handoffs within 48 h, AMER",
                    "Operational",
                    "Leading",
                    "%",
                    "HIGHER",
                    58,
                    85,
                    85,
                    61,
                    "Revenue Operations",
                    6,
                    null),
            new Metric(
                    WIN,
                    EMEA,
                    "Partner",
                    "Handoff agreement with sales",
                    "Alliances",
                    "Handoffs within 48 h, EMEA",
                    "Operational",
                    "Leading",
                    "%",
                    "HIGHER",
                    80,
                    85,
                    85,
                    88,
                    "Revenue Operations",
                    6,
                    null),
            new Metric(
                    IMPROVE,
                    GROUP,
                    "Operations",
                    "Line-of-sight review",
                    "Alignment",
                    "Spend in line of sight",
                    "Activity",
                    "Leading",
                    "%",
                    "HIGHER",
                    84,
                    95,
                    90,
                    91,
                    "Marketing Operations",
                    9,
                    null),
            new Metric(
                    IMPROVE,
                    GROUP,
                    "Operations",
                    "Commitment register",
                    "Accountability",
                    "Commitments kept",
                    "Operational",
                    "Leading",
                    "%",
                    "HIGHER",
                    65,
                    80,
                    80,
                    70.6,
                    "CMO",
                    12,
                    null),
            new Metric(
                    IMPROVE,
                    GROUP,
                    "Operations",
                    "Six-factor assessment",
                    "Assessment",
                    "Maturity",
                    "Operational",
                    "Lagging",
                    "points",
                    "HIGHER",
                    2.6,
                    4,
                    3,
                    formula("=MPM.COMPOSITE(Factors[Score])"),
                    "Marketing Operations",
                    12,
                    null));

    private final Page page;
    private final Banner banner;

    PlanSheet(Page page, Banner banner) {
        this.page = page;
        this.banner = banner;
    }

    private static Formula channel(String column, String name) {
        return formula("=SUMIFS(Channels[%s],Channels[Channel],\"%s\")".formatted(column, name));
    }

    void write() {
        page.widths(2);
        banner.draw(page, "Annual plan", "X", Looks.AS_OF, "B", "C", "D", "E", "F", "G");
        String known = "=IF(OR([@Actual]=\"\",[@Plan]=\"\"),\"\",%s)";
        Table<Metric> plan = page.<Metric>table("Plan", "B7")
                .input("Goal", 22, Looks.TEXT, Metric::goal)
                .choice("Business unit", 11, Looks.TEXT, "BusinessUnits", Metric::unit)
                .choice("Function", 12, Looks.TEXT, "Functions", Metric::function)
                .input("Initiative", 28, Looks.TEXT, Metric::initiative)
                .choice("Success factor", 14, Looks.TEXT, "Factors", Metric::factor)
                .input("Metric", 26, Looks.TEXT.bold(), Metric::name)
                .choice("Category", 12, Looks.TEXT, "Categories", Metric::category)
                .choice("Timing", 9, Looks.TEXT, "Timings", Metric::timing)
                .choice("Unit", 8, Looks.TEXT, "Units", Metric::measure)
                .choice("Direction", 10, Looks.TEXT, "Directions", Metric::direction)
                .input("Baseline", 10, Looks.FIGURE, Metric::baseline)
                .input("Target", 12, Looks.FIGURE, Metric::target)
                .input("Plan", 12, Looks.FIGURE, Metric::plan)
                .input("Actual", 12, Looks.FIGURE, Metric::actual)
                .calculated(
                        "Variance",
                        11,
                        Looks.DIFFERENCE,
                        known.formatted("MPM.VARIANCE([@Actual],[@Plan],[@Direction])"))
                .calculated(
                        "Variance %",
                        11, Looks.DEVIATION, known.formatted("MPM.VARIANCE.PCT([@Actual],[@Plan],[@Direction])"))
                .calculated(
                        "Attainment",
                        12,
                        Looks.PERCENT.format("0%").indent(1),
                        "=IF(OR([@Actual]=\"\",[@Target]=\"\",[@Target]=[@Baseline]),\"\",MPM.ATTAIN([@Actual],[@Target],[@Direction],[@Baseline]))")
                .calculated(
                        "Status",
                        10,
                        Looks.WORD.bold(),
                        "=MPM.RAG([@Actual],[@Plan],[@Direction],p_Tolerance,2*p_Tolerance)")
                .calculated(
                        "Signal",
                        11,
                        Looks.WORD,
                        "=IF([@[Variance %]]=\"\",\"\",IF([@[Variance %]]>p_Tolerance,\"▲ above\","
                                + "IF([@[Variance %]]<-p_Tolerance,\"▼ below\",\"● on plan\")))")
                .input("Owner", 24, Looks.TEXT.indent(1), Metric::owner)
                .input("Due", 13, Looks.DAY, Metric::dueDate)
                .input("Budget", 12, Looks.COUNT, Metric::budget)
                .calculated(
                        "Deviation",
                        11,
                        Looks.PERCENT.ink(Hue.MUTED),
                        "=IF(ISNUMBER([@[Variance %]]),ABS([@[Variance %]]),0)+ROW()/10^9")
                .rows(METRICS, Looks.HEADER, 28);
        page.height(6, 22).height(7, 30);
        page.put(
                "B6",
                "Plan is the plan to date, Attainment the way from baseline to target. Tinted cells are yours to fill.",
                Looks.NOTE);
        Look figure = Look.PLAIN.bold().ink(Hue.NAVY);
        page.put(
                "T6",
                formula("=COUNTIF(Plan[Signal],\"▲*\")+COUNTIF(Plan[Signal],\"▼*\")"),
                figure.format("0 \"signals\"").centre());
        page.put(
                "W6",
                formula("=SUBTOTAL(109,Plan[Budget])"),
                figure.format("#,##0").right());
        page.put("V6", formula("=\"Total, \"&p_Currency"), Looks.CAPTION.right());
        page.bars(plan.cells("Attainment"), Hue.PALE_TEAL);
        status(page, plan.cells("Status"), "S8");
        signals(page, plan.cells("Signal"), "Q8");
        signals(page, plan.cells("Variance %"), "Q8");
        page.dates(plan.cells("Due"));
        page.freeze(2, 7).print("A1:Y24", PaperSize.A3_PAPER, true, 7);
    }

    /** The lights, in words and in colours. */
    static void status(Page page, String area, String first) {
        page.when(area, first + "=\"GREEN\"", Hue.TEAL, Hue.TINT);
        page.when(area, first + "=\"AMBER\"", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.when(area, first + "=\"RED\"", Hue.CORAL, Hue.CORAL.tint(0.9));
    }

    /** What stands well above plan is as much a signal as what stands below. */
    static void signals(Page page, String area, String first) {
        page.when(area, "AND(ISNUMBER($%1$s),N($%1$s)<-p_Tolerance)".formatted(first), Hue.CORAL, null);
        page.when(area, "AND(ISNUMBER($%1$s),N($%1$s)>p_Tolerance)".formatted(first), Hue.BLUE, null);
    }
}
