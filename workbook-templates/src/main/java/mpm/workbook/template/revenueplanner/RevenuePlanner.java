package mpm.workbook.template.revenueplanner;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** From the revenue goal back to the demand that makes it, and from today's leads forward to where the year will end. */
public final class RevenuePlanner extends Template {

    static final String ASSUMPTIONS = "Assumptions";
    static final String FUNNEL = "Funnel";
    static final String MONTHLY = "Monthly";
    static final String BRIDGE = "Bridge";
    static final String LEVERS = "Levers";
    static final String SCENARIOS = "Scenarios";
    static final String DATA = "Data";

    @Override
    public String id() {
        return "revenue-planner";
    }

    @Override
    public String title() {
        return "Revenue planner";
    }

    @Override
    public String purpose() {
        return "Turn a revenue goal into the leads that make it, by month and with the odds, and see from today's leads"
                + " where the year will end.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "How many leads does the revenue goal take, by when, and what do they cost?",
                "Where does the funnel leak, and is that chance?",
                "Where will the year end, and which channels make the gap?",
                "Which lever closes the gap with the least effort, and which option holds in a weak market?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        ASSUMPTIONS,
                        "The goal, prices, rates and lags of the plan, and the volumes that follow.",
                        Hue.BLUE,
                        AssumptionsSheet::new),
                new Sheet(
                        FUNNEL,
                        "Rates of the same leads from stage to stage, against plan, by region and by time.",
                        Hue.TEAL,
                        FunnelSheet::new),
                new Sheet(
                        MONTHLY,
                        "Revenue and its outlook by month, and the leads that the next twelve months need.",
                        Hue.TEAL,
                        MonthlySheet::new),
                new Sheet(
                        BRIDGE,
                        "From the goal to the outlook: which channel adds, which takes away.",
                        Hue.TEAL,
                        BridgeSheet::new),
                new Sheet(
                        LEVERS,
                        "What each rate, volume and price would bring, and at which effort.",
                        Hue.AMBER,
                        LeversSheet::new),
                new Sheet(
                        SCENARIOS,
                        "What the options bring in a weak, a planned and a strong market.",
                        Hue.AMBER,
                        ScenariosSheet::new),
                new Sheet(
                        DATA,
                        "Leads by channel, volumes by stage and region, opportunities and their wins.",
                        Hue.MUTED,
                        DataSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Measure", DATA, "Enter leads by channel and volumes by stage; on Monthly, revenue."),
                new Step("Assume", ASSUMPTIONS, "Set goal, deal size, rates and lags; read what the goal needs."),
                new Step("Plan", MONTHLY, "Read where the year ends and how many leads each month needs."),
                new Step("Decide", LEVERS, "Choose the lever that closes the gap; test it on Scenarios."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(Words.REGIONS);
    }

    @Override
    protected String removal() {
        return "select the tinted cells of the sheets Data, Monthly, Levers and Scenarios and press Delete, and type your"
                + " months over those of the table Flow. Until there are figures of yours, the funnel, the plan of the"
                + " leads, the levers and the scenarios answer #N/A, #NUM! or #DIV/0!.";
    }
}
