package mpm.functions.datalink;

import static mpm.catalogue.Stage.PLAN;

import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.Entry;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;

@WorksheetFunction(
        name = "PUT",
        question = "Can this figure be entered, and does finance have it already?",
        stage = PLAN,
        method =
                "The figure is rounded half up, money to 2 decimals and all else to 4, and compared with the latest version.",
        caution = "STAGED is not saved: the pane's Submit sends it, and saving the workbook does not.",
        related = {"PUT.NOTE", "GET", "LOCKED"})
@Example(
        formula = "=MPM.PUT(48000, \"MKT_SPEND\", \"DEMAND_EMEA\", \"FY2027-P10\", \"PLAN\")",
        shows = "\"STAGED\"",
        because = "It differs from what is stored, and may be submitted.")
@Example(
        formula = "=MPM.PUT(48000, \"MKT_SPEND\", \"EMEA\", \"FY2027-P10\", \"PLAN\")",
        shows = "\"NOT A LEAF\"",
        because = "EMEA is the sum of its departments.")
@Example(
        formula = "=MPM.PUT(48000, \"MKT_SPEND\", \"DEMAND_EMEA\", \"FY2027-P01\", \"PLAN\")",
        shows = "\"LOCKED\"",
        because = "July is closed.")
@Example(
        formula = "=MPM.PUT(48000, \"CLICKS\", \"DEMAND_EMEA\", \"FY2027-P10\", \"PLAN\")",
        shows = "#N/A",
        because = "There is no such metric.")
public record Put(
        @Argument(
                name = "value",
                value = "The figure; blank enters nothing, and #MISSING as text removes what is stored.",
                mayBeBlank = true)
        Optional<Cell> entered,

        @Argument("The metric, by its code or name.") String metric,

        @Argument("The unit, by its code or name; it has no parts.")
        String org,

        @Argument("FY2027-P03, 2027-03, or a date in the period.")
        PeriodAddress period,

        @Argument("The scenario, such as PLAN; the figure goes into its latest version.")
        String scenario,

        @Argument(value = "Why, in up to 2,000 characters.", otherwise = "")
        String comment)
        implements DataLink, ReadsPlan<String> {

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return entry().needs(plan);
    }

    @Override
    public String value(Found found) {
        return entry().isNothing() ? Entry.Status.NOTHING.text() : ReadsPlan.super.value(found);
    }

    @Override
    public String value(PlanView plan, Found found) {
        return entry().verdict(plan, found).status().text();
    }

    private Entry entry() {
        return new Entry(Entry.Kind.FIGURE, entered, metric, org, period, scenario, comment);
    }
}
