package mpm.plan;

/** What a metric, a unit, a period and a scenario name, whether one figure lies there or the sum of many. */
public record Place(Metric metric, OrgUnit unit, Span span, Scenario scenario) {

    /**
     * The place of labels.
     *
     * @throws mpm.cell.CellException #N/A for what is unknown
     */
    public static Place of(PlanView plan, String metric, String unit, PeriodAddress period, String scenario) {
        return new Place(plan.metric(metric), plan.unit(unit), plan.span(period), plan.scenario(scenario));
    }

    /**
     * The place of labels that the user may read.
     *
     * @throws mpm.cell.CellException #N/A for what is unknown or not permitted
     */
    public static Place readable(PlanView plan, String metric, String unit, PeriodAddress period, String scenario) {
        Place place = of(plan, metric, unit, period, scenario);
        PlanView.require(plan.mayRead(place.metric(), place.unit(), place.scenario()));
        return place;
    }

    /** The address in a version: of a figure if the place is a leaf, else of a note. */
    public Address address(Version version) {
        return new Address(
                scenario.code(),
                version.number(),
                metric.code(),
                unit.code(),
                span.isLeaf() ? span.first().address() : span.address());
    }
}
