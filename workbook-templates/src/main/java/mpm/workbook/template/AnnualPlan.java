package mpm.workbook.template;

import java.util.List;
import mpm.workbook.template.annualplan.AnnualPlanBook;

/** The annual marketing plan, from the goals of the enterprise to the month's figures, and the checklist that leads to it. */
final class AnnualPlan implements Template {

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
    public List<SheetSummary> sheets() {
        return List.of(
                new SheetSummary(
                        AnnualPlanBook.START,
                        "The settings, how the workbook is used, and how the sample data is removed."),
                new SheetSummary(
                        AnnualPlanBook.DASHBOARD, "One page: figures, charts, scorecard, deviations both ways."),
                new SheetSummary(
                        AnnualPlanBook.PLAN,
                        "Goals, initiatives and metrics with target, actual, status, owner and budget."),
                new SheetSummary(
                        AnnualPlanBook.CHECKLIST,
                        "The 45 tasks of annual planning, due by your fiscal year, to tick off."),
                new SheetSummary(
                        AnnualPlanBook.DATA, "Plan and actual by month and channel, success factors, and the checks."),
                new SheetSummary(AnnualPlanBook.LISTS, "The words that the drop-down lists offer."));
    }

    @Override
    public byte[] workbook(Parameters parameters) {
        return AnnualPlanBook.of(
                parameters.fiscalYearStart(),
                parameters.organisation(),
                parameters.currency().getCurrencyCode());
    }
}
