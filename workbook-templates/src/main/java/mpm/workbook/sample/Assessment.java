package mpm.workbook.sample;

import java.util.List;

/** How marketing judges itself: the practices behind the success factors, the roadmap, and strengths to threats. */
public final class Assessment {

    /**
     * A practice of a success factor; the mean of a factor's practices is its score.
     *
     * @param level from 1 to 5
     * @param lastYear its level a year before
     */
    public record Practice(String factor, String statement, double level, double lastYear, String evidence) {}

    public static final List<Practice> PRACTICES = List.of(
            practice("Alignment", "Every goal of marketing hangs on a goal of the enterprise", 4, 3, "Target cascade"),
            practice("Alignment", "Targets add up from team to enterprise", 4, 3, "Target cascade"),
            practice("Alignment", "Customers' words shape the plan", 3, 3, "Interviews"),
            practice("Alignment", "Every activity leads to an outcome", 3, 2.5, "91% of spend reaches one"),
            practice("Alignment", "Functions and regions plan together", 3, 2.5, "Planning calendar"),
            practice("Accountability", "Each promise has one owner and a day", 4, 3, "Commitment register"),
            practice("Accountability", "Promises are disclosed, kept or missed", 3.5, 2, "12 of 17 kept"),
            practice("Accountability", "Metrics are chosen by what they announce", 3, 2, "Lag test"),
            practice("Accountability", "Dashboards show both directions", 3, 2.5, "One-page dashboard"),
            practice("Accountability", "Keeping or missing has consequences", 2, 2, "Bonus rules"),
            practice("Analytics", "Leading indicators are tested, not believed", 3, 2, "Lag test"),
            practice("Analytics", "Channels are compared by what they add", 3, 2, "Mix model"),
            practice("Analytics", "Campaigns are tested against a control", 3, 2.5, "List test"),
            practice("Analytics", "Scenarios come with their odds", 2, 2, "Revenue planner"),
            practice("Analytics", "Defection and purchase are predicted", 2, 1.5, "None yet"),
            practice("Automation", "Figures arrive without retyping", 3.5, 2.5, "Import from CRM"),
            practice("Automation", "Plans roll forward by themselves", 3, 2.5, "Templates"),
            practice("Automation", "Figures are checked as they arrive", 3, 2.5, "Validation rules"),
            practice("Automation", "Messages follow what customers do", 2.5, 2.5, "Email only"),
            practice("Automation", "Alerts find their owner", 2.5, 2, "Alert rules"),
            practice("Alliances", "Joint goals are written down", 3, 2.5, "Joint plan"),
            practice("Alliances", "Funds follow what partners add", 2, 2, "Osier has 40% of the funds"),
            practice("Alliances", "Partners and we see the same figures", 2, 1.5, "Two of four share data"),
            practice("Alliances", "One answers for each joint task", 2.5, 2, "RACI"),
            practice("Alliances", "Handoffs to sales are on time", 2, 3, "AMER at 61%"),
            practice("Assessment", "Benchmarks are refreshed each year", 3, 2.5, "Peer panel"),
            practice("Assessment", "Strengths and threats are weighed", 3, 2.5, "SWOT"),
            practice("Assessment", "Information is audited against decisions", 3, 2, "Information audit"),
            practice("Assessment", "What is learned is acted on fast", 2.5, 2, "34 days, 52 before"),
            practice("Assessment", "Improvements have owners and days", 2.5, 2.5, "Roadmap"));

    /**
     * An action that lifts a success factor.
     *
     * @param impact from 1 to 5, like effort
     * @param lift by how much it raises the factor's score
     * @param progress from 0 to 1
     */
    public record Action(
            String name,
            String factor,
            String closes,
            int impact,
            int effort,
            double lift,
            int firstDay,
            int lastDay,
            double progress,
            String owner) {}

    public static final List<Action> ROADMAP = List.of(
            new Action(
                    "Alert sales of waiting leads",
                    "Alliances",
                    "Handoffs in time",
                    5,
                    1,
                    0.6,
                    214,
                    273,
                    0.4,
                    "Revenue Operations"),
            new Action(
                    "One owner for acceptance in AMER",
                    "Alliances",
                    "Handoffs in time",
                    4,
                    1,
                    0.4,
                    228,
                    250,
                    0.2,
                    "Sales Leader"),
            new Action(
                    "Grant funds by what partners add",
                    "Alliances",
                    "Cost per lead",
                    4,
                    2,
                    0.4,
                    243,
                    334,
                    0,
                    "Partner Marketing Lead"),
            new Action(
                    "Show partners the same figures",
                    "Alliances",
                    "Handoffs in time",
                    3,
                    3,
                    0.3,
                    153,
                    240,
                    0.5,
                    "Partner Marketing Lead"),
            new Action("Model of defection", "Analytics", "Customers kept", 4, 4, 0.6, 200, 334, 0.3, "Analytics Lead"),
            new Action(
                    "Odds on every scenario",
                    "Analytics",
                    "Marketing share of revenue",
                    3,
                    2,
                    0.4,
                    184,
                    243,
                    1,
                    "Analytics Lead"),
            new Action(
                    "Test before scaling a channel",
                    "Analytics",
                    "Cost per lead",
                    4,
                    2,
                    0.4,
                    243,
                    364,
                    0,
                    "Demand Lead"),
            new Action(
                    "Messages that follow behaviour",
                    "Automation",
                    "Leads that qualify",
                    4,
                    4,
                    0.6,
                    215,
                    364,
                    0.2,
                    "Marketing Operations"),
            new Action(
                    "Alerts routed to owners",
                    "Automation",
                    "Handoffs in time",
                    3,
                    2,
                    0.3,
                    184,
                    235,
                    1,
                    "Marketing Operations"),
            new Action(
                    "Survey preference each quarter",
                    "Assessment",
                    "Leads that qualify",
                    4,
                    3,
                    0.4,
                    228,
                    290,
                    0.1,
                    "Customer Insight Lead"),
            new Action(
                    "Days from learning to doing",
                    "Assessment",
                    "Cost per lead",
                    3,
                    2,
                    0.3,
                    153,
                    232,
                    0.8,
                    "Strategy Lead"),
            new Action(
                    "Consequences agreed with owners",
                    "Accountability",
                    "Marketing share of revenue",
                    3,
                    3,
                    0.5,
                    243,
                    334,
                    0,
                    "CMO"),
            new Action(
                    "Three activities without outcome",
                    "Alignment",
                    "Cost per lead",
                    3,
                    1,
                    0.2,
                    228,
                    258,
                    0.5,
                    "Strategy Lead"));

    /**
     * A strength, weakness, opportunity or threat.
     *
     * @param impact from 1 to 5
     * @param rating how strong or how likely, from 1 to 5
     */
    public record Item(String type, String text, int impact, int rating, String evidence) {}

    public static final List<Item> SWOT = List.of(
            new Item("Strength", "Customers recommend us", 4, 5, "Net promoter score 52, after a service programme"),
            new Item("Strength", "Customers stay", 4, 4, "93.1% kept, plan 92%"),
            new Item("Strength", "Search and Content still answer to spend", 3, 4, "Mix model"),
            new Item("Strength", "Leads cost less than at most peers", 3, 3, "155 against 171"),
            new Item("Weakness", "Handoffs in AMER wait", 5, 5, "61% within 48 hours"),
            new Item("Weakness", "Forecasts of AMER run too high", 3, 4, "11% over eight months"),
            new Item("Weakness", "Share of preference is out of date", 3, 4, "Nine months old"),
            new Item("Weakness", "Half of the partners share no data", 3, 3, "Osier, Larkmoor"),
            new Item("Opportunity", "Kestrel's accounts buy twice", 4, 4, "52% of the partner pipeline"),
            new Item("Opportunity", "The trial offer brings requests", 3, 4, "2.6% against 2.1%"),
            new Item("Opportunity", "Budget moves from Events to Content", 3, 3, "70,000 by the optimiser"),
            new Item("Opportunity", "Laboratories automate", 5, 3, "Won and lost deals"),
            new Item("Threat", "Fewer leads reach revenue in May", 5, 4, "Leads 7% under plan"),
            new Item("Threat", "More shows are cancelled", 3, 3, "Two in October"),
            new Item("Threat", "Osier leaves with its claims", 2, 3, "40% of the funds, 6% of the pipeline"),
            new Item("Threat", "Price war on standard instruments", 4, 2, "Won and lost deals"));

    private Assessment() {}

    private static Practice practice(String factor, String statement, double level, double lastYear, String evidence) {
        return new Practice(factor, statement, level, lastYear, evidence);
    }
}
