package mpm.workbook.template.targetcascade;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** A goal of the enterprise taken down to every sub-function to the cent, and held against what the teams plan. */
public final class TargetCascade extends Template {

    static final String ENTERPRISE = "Enterprise";
    static final String RECONCILE = "Reconcile";

    private static final Words GOALS = Words.of(
            "GoalNames", "Goal", Goals.ALL.stream().map(Goals.Goal::name).toArray());

    @Override
    public String id() {
        return "target-cascade";
    }

    @Override
    public String title() {
        return "Target cascade";
    }

    @Override
    public String purpose() {
        return "Take a goal of the enterprise down to business units, departments and sub-functions so that the parts add up"
                + " to the cent, and see where the teams' plans miss it.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Does every target add up to the one above it?",
                "Where do the plans of the teams miss their targets, and where do they beat them?",
                "Who owns which target, and who has not signed it yet?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        ENTERPRISE,
                        "The goals of the year, and how the chosen one stands.",
                        Hue.TEAL,
                        EnterpriseSheet::new),
                level(Level.BUSINESS_UNITS, Hue.BLUE),
                level(Level.DEPARTMENTS, Hue.BLUE),
                level(Level.SUB_FUNCTIONS, Hue.BLUE),
                new Sheet(
                        RECONCILE,
                        "Level by level: targets against the goal, plans against targets, and the largest gaps both ways.",
                        Hue.AMBER,
                        ReconcileSheet::new));
    }

    private static Sheet level(Level level, Hue tab) {
        return new Sheet(level.sheet(), level.purpose(), tab, (draft, page) -> new LevelSheet(draft, page, level));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Set goals", ENTERPRISE, "Enter the goals of the year; choose below which one is taken down."),
                new Step(
                        "Share out",
                        Level.BUSINESS_UNITS.sheet(),
                        "Weigh units, then departments and sub-functions; a floor is the least that one takes."),
                new Step(
                        "Plan",
                        Level.SUB_FUNCTIONS.sheet(),
                        "Each sub-function enters what it plans for each goal, from below."),
                new Step("Reconcile", RECONCILE, "Close the largest gaps, then have every owner sign."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
                Setting.choice(
                        "Goal",
                        "p_Goal",
                        Goals.ALL.get(0).name(),
                        GOALS,
                        "The goal that the sheets take down; the weights hold for each of them."),
                Setting.calculated(
                        "Target",
                        "p_Target",
                        "=SUMIFS(Goals[Target],Goals[Goal],p_Goal)",
                        "#,##0",
                        "What the enterprise wants of it this year."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(GOALS);
    }

    @Override
    protected String removal() {
        return "type over the goals on the sheet Enterprise; on the sheets of the levels delete the rows of the tables but one, and"
                + " type over that; clear the columns of plans on the sheet Sub-function. Until there are weights of yours,"
                + " targets answer #N/A.";
    }
}
