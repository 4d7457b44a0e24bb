package mpm.workbook.template.annualplan;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** The annual marketing plan, from the goals of the enterprise to the month's figures, and the checklist that leads to it. */
public final class AnnualPlan extends Template {

    static final String DASHBOARD = "Dashboard";
    static final String PLAN = "Annual plan";
    static final String CHECKLIST = "Checklist";
    static final String DATA = "Data";

    @Override
    public String id() {
        return "annual-plan";
    }

    @Override
    public String title() {
        return "Annual plan";
    }

    @Override
    public String purpose() {
        return "Plan the marketing year from the goals of the enterprise down to metrics with an owner, and see each month"
                + " whether you will get there.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Are we on plan, and shall we still be at the end of the year?",
                "Which metrics stand well below plan, and which well above?",
                "What do leading indicators say of revenue five months ahead?",
                "Who owes what by when, and what is overdue?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        DASHBOARD,
                        "One page: figures, charts, scorecard, deviations both ways.",
                        Hue.TEAL,
                        DashboardSheet::new),
                new Sheet(
                        PLAN,
                        "Goals, initiatives and metrics with target, actual, status, owner and budget.",
                        Hue.BLUE,
                        PlanSheet::new),
                new Sheet(
                        CHECKLIST,
                        "The 45 tasks of annual planning, due by your fiscal year, to tick off.",
                        Hue.AMBER,
                        ChecklistSheet::new),
                new Sheet(
                        DATA,
                        "Plan and actual by month and channel, and the success factors.",
                        Hue.MUTED,
                        DataSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Measure", DATA, "Enter plan and actual by month; score the six success factors."),
                new Step("Plan", PLAN, "Take each goal down to a metric with target, owner and budget."),
                new Step("Execute", CHECKLIST, "Tick off the 45 tasks as they are done; the dates follow your year."),
                new Step("Review", DASHBOARD, "Read on one page what stands above and below plan, and act on it."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(Setting.number(
                "Leads run ahead by",
                "p_Lag",
                SampleCompany.LEAD_TIME,
                "0 \"months\"",
                0,
                12,
                "From a lead to its revenue. The lag test on the sheet Data says whether your figures agree."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(
                Words.BUSINESS_UNITS,
                Words.FUNCTIONS,
                Words.FACTORS,
                Words.CATEGORIES,
                Words.TIMINGS,
                Words.UNITS,
                Words.DIRECTIONS,
                Words.STAGES);
    }

    @Override
    protected String removal() {
        return "select the tinted cells of the sheet Data and press Delete; on the sheet Annual plan delete the rows of the"
                + " table but one, and type over that; on the sheet Checklist clear the columns Tick and Done on. Until there"
                + " are figures of yours, the scorecard and the lag test answer #N/A or #DIV/0!.";
    }
}
