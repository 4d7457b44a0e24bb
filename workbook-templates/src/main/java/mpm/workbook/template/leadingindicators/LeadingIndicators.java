package mpm.workbook.template.leadingindicators;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** Which figures announce the outcome, how many months ahead, and what they say now. */
public final class LeadingIndicators extends Template {

    static final String MAP = "Map";
    static final String LAG_TEST = "Lag test";
    static final String HISTORY = "History";

    /** The columns of the history that may announce the outcome, in their order. */
    static final Words INDICATORS = Words.of(
            "Indicators",
            "Indicator",
            "Leads off plan",
            "Spend off plan",
            "Blog posts",
            "Net promoter score",
            "Customers kept");

    /** Their figures. */
    static final String CANDIDATES = "[Leads off plan]:[Customers kept]";

    @Override
    public String id() {
        return "leading-indicators";
    }

    @Override
    public String title() {
        return "Leading and lagging lab";
    }

    @Override
    public String purpose() {
        return "Test which of your figures announce revenue and how many months ahead, and be warned, upwards and downwards,"
                + " while there is still time to act.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Which indicators lead the outcome, by how many months, and is it more than chance?",
                "Which do we watch although they lead nothing?",
                "What do the leading indicators say now, and when will it be felt?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        MAP,
                        "What leads what, what was found, and what each indicator says now.",
                        Hue.TEAL,
                        MapSheet::new),
                new Sheet(
                        LAG_TEST,
                        "Every indicator against the outcome, month by month ahead, and how sure the finding is.",
                        Hue.BLUE,
                        LagTestSheet::new),
                new Sheet(
                        HISTORY,
                        "The outcome and the indicators by month, as long as they are known.",
                        Hue.MUTED,
                        HistorySheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Collect", HISTORY, "Add a row a month: the outcome and the indicators, plan and actual."),
                new Step("Suppose", MAP, "Write down what you believe leads what, by how many months, and why."),
                new Step("Test", LAG_TEST, "See what the figures say; choose on Start which indicator is drawn."),
                new Step(
                        "Act",
                        MAP,
                        "Where an indicator that leads leaves its range, act before the outcome shows it."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
                Setting.choice(
                        "Indicator drawn",
                        "p_Indicator",
                        "Leads off plan",
                        INDICATORS,
                        "The one that the sheet Lag test looks at closely."),
                Setting.number(
                        "Most months ahead", "p_MostLead", 6, "0", 1, 9, "How far ahead an indicator is looked for."),
                Setting.number(
                        "Least months ahead", "p_LeastLead", 1, "0", 0, 9, "How early a warning must be to be of use."),
                Setting.number(
                        "False finds accepted",
                        "p_Alpha",
                        0.05,
                        "0%",
                        0.001,
                        0.5,
                        "What share of the indicators called leading may be so by chance."),
                Setting.number(
                        "Ordinary months",
                        "p_Ordinary",
                        12,
                        "0",
                        5,
                        60,
                        "The first so many months of the history say what is ordinary."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(INDICATORS, Words.DIRECTIONS);
    }

    @Override
    protected String removal() {
        return "on the sheet History delete the rows of the table but one and type over that; on the sheet Map type over what you"
                + " believe. Until there are about a dozen months of yours, the tests answer #NUM!.";
    }
}
