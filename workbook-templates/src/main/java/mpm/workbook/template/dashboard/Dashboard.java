package mpm.workbook.template.dashboard;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** All metrics on one page, each defined, with its history, and with alerts above as well as below what was expected. */
public final class Dashboard extends Template {

    static final String BOARD = "Dashboard";
    static final String SCORECARD = "Scorecard";
    static final String DEFINITIONS = "Definitions";
    static final String ACTUAL = "Actual";
    static final String PLAN = "Plan";
    static final String TREND = "Trend";

    static final Words ADDING = Words.of("Adding", "Adds up", "SUM", "LAST", "RATIO");
    static final Words UNITS = Words.of("BoardUnits", "Unit", "money", "count", "%", "points", "days");

    private static final Words METRICS = Words.of(
            "MetricNames", "Metric", Measure.ALL.stream().map(Measure::name).toArray());

    @Override
    public String id() {
        return "dashboard";
    }

    @Override
    public String title() {
        return "One-page dashboard";
    }

    @Override
    public String purpose() {
        return "Show every metric on one page, against plan and against its own past, with alerts in both directions, an owner and a"
                + " next action.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Are our outcomes where the plan wants them?",
                "Which metric has left its usual range, upwards or downwards?",
                "What do leading indicators say of the outcomes to come?",
                "Who does what about it next?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(BOARD, "All metrics on one page, with alerts both ways.", Hue.TEAL, BoardSheet::new),
                new Sheet(
                        SCORECARD,
                        "Targets, tolerances, owners and next actions; status, signal and trend follow.",
                        Hue.BLUE,
                        ScorecardSheet::new),
                new Sheet(
                        DEFINITIONS,
                        "What each metric counts, how it adds up, where it comes from and what guards it.",
                        Hue.BLUE,
                        DefinitionsSheet::new),
                new Sheet(
                        ACTUAL,
                        "What happened by month, last year and this one.",
                        Hue.AMBER,
                        (draft, page) -> new SeriesSheet(draft, page, "Actuals", Measure::actual)),
                new Sheet(
                        PLAN,
                        "What was planned for the same months.",
                        Hue.AMBER,
                        (draft, page) -> new SeriesSheet(draft, page, "Plans", Measure::plan)),
                new Sheet(
                        TREND,
                        "How far each month stood from plan, and whether that is out of the ordinary.",
                        Hue.MUTED,
                        TrendSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step(
                        "Define",
                        DEFINITIONS,
                        "Say what each metric counts; then set target and tolerance on Scorecard."),
                new Step("Plan", PLAN, "Enter the plan of each month once, before the year begins."),
                new Step("Measure", ACTUAL, "Enter what each month brought; move the day of the figures on Start."),
                new Step("Review", BOARD, "Ask of every alert, above as well as below: what happened, what next?"));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
                metric("Look at", "p_Metric", 3, "The metric whose control chart stands on the dashboard."),
                metric("Lagging metric", "p_Lagging", 0, "What you want to know early."),
                metric("Leading metric", "p_Leading", 4, "What tells it."),
                Setting.number(
                        "It runs ahead by",
                        "p_Lag",
                        SampleCompany.LEAD_TIME,
                        "0 \"months\"",
                        0,
                        11,
                        "From the leading to the lagging metric."));
    }

    private static Setting metric(String label, String name, int place, String says) {
        return Setting.choice(label, name, Measure.ALL.get(place).name(), METRICS, says);
    }

    @Override
    protected List<Words> lists() {
        return List.of(METRICS, Words.CATEGORIES, Words.TIMINGS, Words.DIRECTIONS, ADDING, UNITS);
    }

    @Override
    protected String removal() {
        return "select the tinted cells of the sheets Actual and Plan and press Delete; type over the targets, owners and actions on"
                + " the sheet Scorecard. Until there are figures of yours, the limits on the sheet Trend answer #NUM!.";
    }
}
