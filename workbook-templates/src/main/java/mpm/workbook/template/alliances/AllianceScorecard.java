package mpm.workbook.template.alliances;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.sample.Partners;
import mpm.workbook.template.Raci;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** Partners and sales as allies: what each brings and receives, who does what, who sees what, and whether handoffs run. */
public final class AllianceScorecard extends Template {

    static final String PARTNERS = "Partners";
    static final String SCORECARD = "Scorecard";
    static final String JOINT_PLAN = "Joint plan";
    static final String SHARED_DATA = "Shared data";
    static final String RACI = "RACI";
    static final String HANDOFFS = "Handoffs";

    static final Words TIERS = Words.of("Tiers", "Tier", "Gold", "Silver", "Bronze");
    static final Words MIX = Words.of("Mix", "Part of the mix", "Product", "Price", "Place", "Promotion");
    static final Words RESULTS = Words.of("Results", "Result", "PASS", "REWORK", "REJECT");
    static final Words METHODS = Words.of("Methods", "Division", "SHAPLEY", "PROPORTIONAL", "EQUAL");

    @Override
    public String id() {
        return "alliances";
    }

    @Override
    public String title() {
        return "Alliance scorecard";
    }

    @Override
    public String purpose() {
        return "See what each partner brings for the funds that it receives, who does and answers for what, who sees which"
                + " figures, and whether leads are handed over in time.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Which partners bring more than their share of the funds, and which less?",
                "How should the next fund be divided fairly?",
                "Is it clear who answers for each task, and does everyone see the figures they need?",
                "Are handoffs to sales picked up in time and right the first time?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        PARTNERS,
                        "What each partner receives and brings, and what its funds return.",
                        Hue.TEAL,
                        PartnersSheet::new),
                new Sheet(
                        SCORECARD,
                        "How each partner is judged, criterion by criterion, and where it is weakest.",
                        Hue.TEAL,
                        ScorecardSheet::new),
                new Sheet(
                        JOINT_PLAN,
                        "What is done together, whether it is on course, and how the next fund is divided.",
                        Hue.BLUE,
                        JointPlanSheet::new),
                new Sheet(
                        SHARED_DATA,
                        "Who needs which figures, and whether they see them fresh.",
                        Hue.BLUE,
                        SharedDataSheet::new),
                new Sheet(
                        RACI,
                        "Who does, answers for, is consulted on and is informed of each task.",
                        Hue.AMBER,
                        RaciSheet::new),
                new Sheet(
                        HANDOFFS,
                        "Leads handed to sales: picked up in time, and right the first time.",
                        Hue.AMBER,
                        HandoffsSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step(
                        "Enter",
                        PARTNERS,
                        "Enter the partners, their funds, and the pipeline and revenue credited to them."),
                new Step("Judge", SCORECARD, "Score each partner on what counts; leave blank what you cannot judge."),
                new Step("Plan", JOINT_PLAN, "Enter what you do together, and divide the next fund by what each adds."),
                new Step("Agree", RACI, "Settle who answers for each task; then look at the handoffs each month."));
    }

    @Override
    protected List<Setting> settings() {
        double fund = Partners.ALL.stream().mapToInt(Partners.Partner::granted).sum();
        return List.of(
                Setting.number(
                        "Partner fund",
                        "p_Fund",
                        fund,
                        "#,##0",
                        0,
                        1e12,
                        "The year's budget for partners; what they were granted adds up to it."),
                Setting.number(
                        "Next fund",
                        "p_NextFund",
                        fund,
                        "#,##0",
                        0,
                        1e12,
                        "What is to be divided among them for next year."),
                Setting.choice(
                        "Divide it",
                        "p_Division",
                        "SHAPLEY",
                        METHODS,
                        "By what each adds to the others, in proportion to what each brings alone, or equally."),
                Setting.number("Score to reach", "p_Score", 70, "0", 0, 100, "What a partner should reach, of 100."),
                Setting.number(
                        "In time, to reach",
                        "p_InTime",
                        Partners.SLA_TARGET,
                        "0%",
                        0,
                        1,
                        "The share of handoffs that sales picks up within the agreed hours."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(METHODS, TIERS, MIX, Raci.LETTERS, RESULTS);
    }

    @Override
    protected String removal() {
        return "on each sheet delete the rows of the tinted tables but one, and type over that. On the sheet Joint plan keep a"
                + " row for each coalition of your partners. Until there are rows of yours, the tables beside them answer #N/A.";
    }
}
