package mpm.workbook.template.commitments;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** Who promised what by when, whether it was kept, and what the organisation learns from it each quarter. */
public final class CommitmentRegister extends Template {

    static final String REVIEW = "Review";
    static final String REGISTER = "Register";
    static final String REVISIONS = "Revisions";
    static final String FORECASTS = "Forecasts";
    static final String INSIGHTS = "Insights";

    @Override
    public String id() {
        return "commitments";
    }

    @Override
    public String title() {
        return "Commitment register";
    }

    @Override
    public String purpose() {
        return "Write down who promised what by when, disclose whether it was kept, and learn from it in the quarterly review.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Which promises were kept, which were missed, and by whom?",
                "What is due next, and who is sure of it?",
                "How often, how far and how late are promises rewritten?",
                "Whose forecasts run too high or too low, and how fast do we act on what we learn?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        REVIEW,
                        "One page for the quarterly review: kept, missed, due next.",
                        Hue.TEAL,
                        ReviewSheet::new),
                new Sheet(
                        REGISTER,
                        "Each promise with owner, figure, day, confidence, what came and what follows.",
                        Hue.BLUE,
                        RegisterSheet::new),
                new Sheet(
                        REVISIONS,
                        "What was rewritten, how far and how late; and what attainment pays.",
                        Hue.BLUE,
                        RevisionsSheet::new),
                new Sheet(
                        FORECASTS,
                        "Forecast and actual by month: how far, and to which side.",
                        Hue.AMBER,
                        ForecastsSheet::new),
                new Sheet(
                        INSIGHTS,
                        "What was learned, and how long it took to act on it.",
                        Hue.AMBER,
                        InsightsSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step(
                        "Promise",
                        REGISTER,
                        "One row for each promise: owner, figure, day, confidence. It is not changed later."),
                new Step(
                        "Rewrite",
                        REVISIONS,
                        "Where a promise must change, enter what it is now and why; the first one stays."),
                new Step(
                        "Disclose",
                        REGISTER,
                        "Enter what came on the day it is due; what is not disclosed counts as missed."),
                new Step("Review", REVIEW, "Each quarter: what was kept, what was missed, what do we learn?"));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(Setting.number(
                "Kept at least", "p_Kept", 0.8, "0%", 0, 1, "The share of promises due that you want to be kept."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(Words.DIRECTIONS);
    }

    @Override
    protected String removal() {
        return "on the sheets Register, Revisions and Insights delete the rows of the tables but one, and type over that; on the"
                + " sheet Forecasts clear the tinted cells. Until there are figures of yours, the summaries answer #N/A or"
                + " #VALUE!.";
    }
}
