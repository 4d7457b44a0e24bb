package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.Figures;
import mpm.plan.PeriodAddress;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.StoredFigures;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;

@WorksheetFunction(
        name = "GET",
        question = "What is the stored figure for a metric, unit, period and scenario?",
        stage = MEASURE,
        method =
                "Units add up first, then periods, each as the metric says; a ratio is the ratio of its parts. Every amount is"
                        + " converted at the rate of its own period.",
        caution = "A unit that has not reported yet is left out, not counted as 0.",
        related = {"GET.SERIES", "GET.GRID", "PUT", "FXRATE"})
@Example(
        formula = "=MPM.GET(\"LEADS\", \"MKT\", \"YTD:FY2027-P08\", \"ACTUAL\")",
        shows = "9420",
        because = "The leads of all units in the eight months that are closed.")
@Example(
        formula = "=MPM.GET(\"COST_PER_LEAD\", \"EMEA\", DATE(2027,2,28), \"ACTUAL\")",
        shows = "157.770469799",
        because = "A date names the period it lies in; a ratio is the ratio of its sums.")
@Example(
        formula = "=MPM.GET(\"MKT_SPEND\", \"AMER\", \"FY2027-Q1\", \"PLAN\", \"Board\", \"EUR:BUDGET\")",
        shows = "191997",
        because = "The Americas plan in dollars; here in euro at the budget's rate.")
@Example(
        formula = "=MPM.GET(\"LEADS\", \"EMEA\", \"FY2027-P12\", \"ACTUAL\", , , \"open\")",
        shows = "\"open\"",
        because = "June has not happened yet.")
@Example(
        formula = "=MPM.GET(\"CLICKS\", \"EMEA\", \"FY2027-P01\", \"ACTUAL\")",
        shows = "#N/A",
        because = "There is no such metric.")
public record Get(
        @Argument("The metric, by its code or name.") String metric,

        @Argument("The unit, by its code or name.") String org,

        @Argument("FY2027, FY2027-Q1, FY2027-P03, 2027-03, YTD: or LTM: before one of them, or a date.")
        PeriodAddress period,

        @Argument("The scenario, such as ACTUAL or PLAN.") String scenario,

        @Argument(value = "LATEST, or the number or the label of a version.", otherwise = "LATEST")
        String version,

        @Argument(
                value = "LOCAL (the unit's own), GROUP, a code such as EUR, or EUR:BUDGET for a certain type of rate.",
                otherwise = "LOCAL")
        TargetCurrency currency,

        @Argument(value = "What stands where there are no data; left out, #N/A.", keepsEmptyText = true)
        Optional<Cell> missing)
        implements DataLink, ReadsPlan<Cell> {

    /** Where the figure lies, and how it is counted. */
    private record Question(Place place, Valuation valuation) {

        StoredFigures needs() {
            return valuation.needs(
                    List.of(place.metric()), List.of(place.unit()), place.span().leaves());
        }
    }

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of(question(plan).needs());
    }

    @Override
    public Cell value(PlanView plan, Found found) {
        Question question = question(plan);
        Figures figures = found.at(question.needs()).orElse(Figures.NONE);
        Place place = question.place();
        return Missing.or(
                question.valuation()
                        .value(place.metric(), place.unit(), place.span().leaves(), figures),
                missing);
    }

    private Question question(PlanView plan) {
        Place place = Place.of(plan, metric, org, period, scenario);
        Valuation valuation = Valuation.of(plan, place.scenario(), version, currency);
        PlanView.require(plan.mayRead(place.metric(), place.unit(), place.scenario()));
        return new Question(place, valuation);
    }
}
