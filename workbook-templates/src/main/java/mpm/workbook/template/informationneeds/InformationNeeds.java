package mpm.workbook.template.informationneeds;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** Which decisions need which information, whether it is good enough for them, and how it is measured and told. */
public final class InformationNeeds extends Template {

    static final String NEEDS = "Needs";
    static final String SCORES = "Scores";
    static final String GAPS = "Gaps";
    static final String PLAN = "Measurement";
    static final String SOURCES = "Sources";
    static final String REPORTS = "Reports";

    static final Words QUALITIES =
            Words.of("Qualities", "Quality", "Accurate", "Timely", "Current", "Aggregated", "Scoped");
    static final Words CADENCES =
            Words.of("Cadences", "Cadence", "Daily", "Weekly", "Monthly", "Quarterly", "Half-yearly", "Yearly");
    static final Words ADDING = Words.of("Adding", "Over time", "SUM", "LAST", "RATIO");
    static final Words FORMS = Words.of("Forms", "Form", "Dashboard", "Chart", "Picture", "Table", "Text", "Spoken");

    @Override
    public String id() {
        return "information-needs";
    }

    @Override
    public String title() {
        return "Information needs";
    }

    @Override
    public String purpose() {
        return "List the decisions and the information that each needs, see whether it is good enough, close the gaps, and plan"
                + " what is measured, from where, how often and for whom.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Who needs which information for which decision, and will it be there in time?",
                "Which information is too poor for its decision, and which is better than it needs to be?",
                "Which decisions have no metric, and which metrics serve no decision?",
                "Do the sources deliver, and does everyone see fresh figures?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        NEEDS,
                        "Decisions, the information each needs, and what is known of it.",
                        Hue.TEAL,
                        NeedsSheet::new),
                new Sheet(
                        SCORES,
                        "How accurate, timely, current, aggregated and scoped each is, and what is weakest.",
                        Hue.TEAL,
                        ScoresSheet::new),
                new Sheet(GAPS, "What is done about the gaps, and whether it is enough.", Hue.AMBER, GapsSheet::new),
                new Sheet(
                        PLAN,
                        "Each metric: what it means, which need it serves, source, cadence and owner.",
                        Hue.BLUE,
                        PlanSheet::new),
                new Sheet(
                        SOURCES,
                        "Where the figures come from, whether they came, and who waits.",
                        Hue.BLUE,
                        SourcesSheet::new),
                new Sheet(
                        REPORTS,
                        "Who sees which report in which form, and what it says in a sentence.",
                        Hue.BLUE,
                        ReportsSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Ask", NEEDS, "Write down the decisions of the year and the information that each needs."),
                new Step(
                        "Judge", SCORES, "See which information is good enough for its decision, and what is weakest."),
                new Step("Mend", GAPS, "Plan what raises the weakest quality first; see whether that is enough."),
                new Step("Measure", PLAN, "Define one metric for each need, with source, cadence and owner."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
                Setting.number(
                        "Index to reach",
                        "p_Fit",
                        0.85,
                        "0.00",
                        0.1,
                        1,
                        "Information below it is not good enough for its decision; 1 is perfect."),
                Setting.number(
                        "More than enough",
                        "p_Ample",
                        0.95,
                        "0.00",
                        0.1,
                        1,
                        "Above it, where the decision matters 2 or less, effort can be saved."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(QUALITIES, Words.CATEGORIES, Words.TIMINGS, CADENCES, ADDING, FORMS, Words.DIRECTIONS);
    }

    @Override
    protected String removal() {
        return "on each sheet type over the tinted cells, and delete the rows that you do not need but one: begin with Sources"
                + " and Needs, whose names the other sheets offer. Until there are rows of yours, scores answer #N/A.";
    }
}
