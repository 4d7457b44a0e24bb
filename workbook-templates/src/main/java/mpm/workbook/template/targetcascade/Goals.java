package mpm.workbook.template.targetcascade;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.sample.Funnel.Stage;
import mpm.workbook.sample.Outlook;
import mpm.workbook.sample.SampleCompany;

/** The goals of the sample. */
final class Goals {

    /**
     * A goal.
     *
     * @param unit a formula where it is the currency
     * @param plans the column of the sub-functions in which it is planned
     * @param planned what stands there
     */
    record Goal(String name, Object unit, int target, String owner, String plans, List<Integer> planned) {}

    static final List<Goal> ALL = List.of(
            new Goal(
                    "Marketing-sourced revenue",
                    formula("=p_Currency"),
                    SampleCompany.REVENUE_GOAL,
                    "CMO",
                    "Planned revenue",
                    Outlook.revenue()),
            new Goal(
                    "New customers",
                    "count",
                    SampleCompany.NEW_CUSTOMERS_GOAL,
                    "Sales Leader",
                    "Planned customers",
                    Outlook.customers()),
            new Goal("Leads", "count", Stage.LEADS.plan(), "Demand Lead", "Planned leads", Outlook.leads()));

    private Goals() {}
}
