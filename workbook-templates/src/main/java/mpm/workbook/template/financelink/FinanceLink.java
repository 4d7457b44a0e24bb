package mpm.workbook.template.financelink;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** The budget by account and period in the four scenarios of finance, where it will land, and whether the ledger agrees. */
public final class FinanceLink extends Template {

    static final String REVIEW = "Review";
    static final String ACCOUNTS = "Accounts";
    static final String FIGURES = "Figures";
    static final String LINKED = "Linked";
    static final String ACCRUALS = "Accruals";
    static final String RECONCILE = "Reconcile";

    static final Words CATEGORIES = Words.of(
            "Spending",
            "Spending",
            "Media",
            "Agency",
            "Production",
            "Technology",
            "Events",
            "Data",
            "Funds",
            "Training");

    static final Words BEHAVIOURS = Words.of("Behaviours", "Behaviour", "Fixed", "Variable");

    @Override
    public String id() {
        return "finance-link";
    }

    @Override
    public String title() {
        return "Finance link";
    }

    @Override
    public String purpose() {
        return "Hold plan, forecast, commitments and actuals side by side by account and period, see where the year will land, and"
                + " agree with the ledger to the cent.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "Which accounts are over plan, which under, and is it enough to talk about?",
                "Where will the year land, and how much of the budget is still free?",
                "What is ordered, delivered and not yet invoiced, so that it must be accrued?",
                "Does the workbook agree with the ledger, and what explains the rest?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        REVIEW,
                        "One page: spend by month, where the year will land, the largest variances both ways.",
                        Hue.TEAL,
                        ReviewSheet::new),
                new Sheet(
                        ACCOUNTS,
                        "Each account: budget, actual, variance, commitments, landing and what is still free.",
                        Hue.BLUE,
                        AccountsSheet::new),
                new Sheet(
                        FIGURES,
                        "Plan, forecast, commitments and actuals by account, unit and period, each figure with its address.",
                        Hue.BLUE,
                        FiguresSheet::new),
                new Sheet(
                        LINKED,
                        "What the service has stored beside what it shall store: read, entered, staged, and sent from the pane.",
                        Hue.TEAL,
                        LinkedSheet::new),
                new Sheet(
                        ACCRUALS,
                        "Orders: what is delivered and not invoiced, and what is still to come.",
                        Hue.AMBER,
                        AccrualsSheet::new),
                new Sheet(
                        RECONCILE,
                        "Account by account from the ledger to the workbook, until nothing is unexplained.",
                        Hue.AMBER,
                        ReconcileSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step(
                        "Enter",
                        FIGURES,
                        "Enter or link the four scenarios by month: PLAN, FORECAST, COMMITTED, ACTUAL."),
                new Step("Accrue", ACCRUALS, "Enter what each order has delivered and invoiced; the rest is accrued."),
                new Step(
                        "Reconcile", RECONCILE, "Enter the ledger's balances and explain what is left, until it is 0."),
                new Step("Review", REVIEW, "Read variances both ways and the landing; act while money is still free."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(Setting.number(
                "Material from",
                "p_Material",
                5_000,
                "#,##0",
                0,
                1e15,
                "A variance is flagged F or U where it is beyond this amount and beyond the tolerance as well."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(CATEGORIES, BEHAVIOURS);
    }

    @Override
    protected String removal() {
        return "on the sheet Figures clear the months of the table; on the sheet Linked clear New and Comment; on the sheets Accounts, Accruals and Reconcile delete the rows"
                + " of the tables but one, and type over that. Until there are figures of yours, the landing answers #N/A or"
                + " #VALUE!.";
    }
}
