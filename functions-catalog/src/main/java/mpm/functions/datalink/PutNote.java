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
        name = "PUT.NOTE",
        question = "Can this explanation be attached to a figure, and does finance have it already?",
        stage = PLAN,
        method = "The text is compared without the spaces around it, letter by letter.",
        caution = "STAGED is not saved: the pane's Submit sends it, and saving the workbook does not.",
        related = {"PUT", "AUDIT", "NARRATE"})
@Example(
        formula = "=MPM.PUT.NOTE(\"A second show in April\", \"COST_PER_LEAD\", \"EMEA\", \"FY2027-Q4\", \"PLAN\")",
        shows = "\"STAGED\"",
        because = "Sums and ratios can be explained, though not entered.")
@Example(
        formula = "=MPM.PUT.NOTE(\"\", \"LEADS\", \"EMEA\", \"FY2027-Q4\", \"PLAN\")",
        shows = "\"\"",
        because = "Nothing is entered.")
@Example(
        formula = "=MPM.PUT.NOTE(\"Why so few?\", \"LEADS\", \"APAC\", \"FY2027-Q4\", \"PLAN\")",
        shows = "#N/A",
        because = "There is no such unit.")
public record PutNote(
        @Argument(
                value =
                        "The explanation, up to 2,000 characters; blank enters nothing, and #MISSING removes what is stored.",
                mayBeBlank = true)
        Optional<Cell> text,

        @Argument("The metric, by its code or name.") String metric,

        @Argument("The unit, by its code or name.") String org,

        @Argument("FY2027, FY2027-Q1, FY2027-P03, 2027-03, YTD: or LTM: before one of them, or a date.")
        PeriodAddress period,

        @Argument("The scenario, such as PLAN; the note goes into its latest version.")
        String scenario)
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
        return new Entry(Entry.Kind.NOTE, text, metric, org, period, scenario, "");
    }
}
