package mpm.service.feeds.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Address;
import mpm.plan.Figure;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.StoredFigures;
import mpm.plan.Version;
import mpm.service.figures.control.FigureStore;
import mpm.service.problems.control.Refusal;
import org.jspecify.annotations.Nullable;

/** The stored figures, leaf by leaf. */
@ApplicationScoped
public class ValuesFeed implements Feed<ValuesFeed.Row> {

    /** A figure. */
    public record Row(
            @Meaning("The scenario, by its code.") String scenario,

            @Meaning("TARGET, PLAN, FORECAST, COMMITTED, ACTUAL or WHATIF.")
            String scenarioKind,

            @Meaning("The number of the scenario's version.")
            int version,

            @Meaning("The metric, by its code.") String metric,

            @Meaning("What people call the metric.") String metricName,

            @Meaning("MONEY, COUNT, PCT, DAYS or SCORE.") String measuredIn,

            @Meaning("The unit, by its code; one without parts.")
            String org,

            @Meaning("What people call the unit.") String orgName,

            @Meaning("The period, such as FY2027-P03, or the code of a period for late bookings.")
            String period,

            @Meaning("The fiscal year.") int year,

            @Meaning("The quarter of the fiscal year, 1 to 4.")
            int quarter,

            @Meaning("The first day of the period.") LocalDate starts,

            @Meaning("The last day of the period.") LocalDate ends,

            @Meaning("The currency of amount; empty where the metric is no money.")
            String currency,

            @Meaning("The figure, in the unit's own currency.")
            BigDecimal amount,

            @Meaning("What it is worth in the currency of the group; empty where there is no rate, or no money.")
            @Nullable
            BigDecimal groupAmount,

            @Meaning("Grows with every change of the figure.")
            long rowVersion) {}

    /** A version of a scenario, and the periods that are wanted of it, by the codes of the figures there. */
    private record Part(Scenario scenario, Version version, Map<String, FiscalPeriod> periods) {
        Address address(Metric metric, OrgUnit unit, String period) {
            return new Address(scenario.code(), version.number(), metric.code(), unit.code(), period);
        }
    }

    @Inject
    FigureStore figures;

    @Override
    public String name() {
        return "values";
    }

    @Override
    public String sentence() {
        return "Every stored figure of the latest versions, one row for each metric, unit and period.";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Set<Filter> filters() {
        return Set.of(Filter.SCENARIO, Filter.VERSION, Filter.METRIC, Filter.ORG, Filter.YEAR);
    }

    @Override
    public Stream<Row> rows(PlanView plan, Filters filters) {
        if (filters.text(Filter.VERSION).isPresent()
                && filters.text(Filter.SCENARIO).isEmpty()) {
            throw Refusal.invalid("A version belongs to a scenario: give scenario as well.");
        }
        String version = filters.text(Filter.VERSION).orElse("LATEST");
        List<Part> parts = filters.scenarios(plan).stream()
                .map(scenario -> new Part(scenario, plan.version(scenario, version), periods(plan, scenario, filters)))
                .toList();
        List<Metric> metrics = filters.metrics(plan);
        List<OrgUnit> units = filters.leaves(plan);
        // One statement a metric: its figures are all that lies in memory at a time.
        return parts.stream().flatMap(part -> metrics.stream().flatMap(metric -> rows(plan, part, metric, units)));
    }

    /** In the order of time. */
    private static Map<String, FiscalPeriod> periods(PlanView plan, Scenario scenario, Filters filters) {
        Map<String, FiscalPeriod> periods = new LinkedHashMap<>();
        leaves(plan, scenario, filters).forEach(leaf -> plan.codes(leaf).forEach(code -> periods.put(code, leaf)));
        return periods;
    }

    /** The leaf periods of a scenario, of the wanted year if one is. */
    static Stream<FiscalPeriod> leaves(PlanView plan, Scenario scenario, Filters filters) {
        return plan.leaves(scenario).stream()
                .filter(leaf -> filters.year().map(year -> year == leaf.year()).orElse(true));
    }

    /** The number of the quarter to which a leaf period belongs. */
    static int quarter(PlanView plan, FiscalPeriod leaf) {
        return plan.above(leaf).map(FiscalPeriod::number).orElseThrow();
    }

    private Stream<Row> rows(PlanView plan, Part part, Metric metric, List<OrgUnit> units) {
        List<OrgUnit> readable = units.stream()
                .filter(unit -> plan.mayRead(metric, unit, part.scenario()))
                .toList();
        if (readable.isEmpty() || part.periods().isEmpty()) {
            return Stream.empty();
        }
        Figures found = Figures.of(figures.figures(List.of(new StoredFigures(
                part.scenario().code(),
                part.version().number(),
                Set.of(metric.code()),
                readable.stream().map(OrgUnit::code).collect(Collectors.toSet()),
                part.periods().keySet()))));
        return readable.stream()
                .flatMap(unit -> part.periods().entrySet().stream()
                        .flatMap(period -> found.at(part.address(metric, unit, period.getKey())).stream()
                                .map(figure -> row(plan, part, metric, unit, period.getValue(), figure))));
    }

    private static Row row(PlanView plan, Part part, Metric metric, OrgUnit unit, FiscalPeriod period, Figure figure) {
        return new Row(
                part.scenario().code(),
                part.scenario().kind().name(),
                part.version().number(),
                metric.code(),
                metric.name(),
                metric.unit().name(),
                unit.code(),
                unit.name(),
                figure.address().period(),
                period.year(),
                quarter(plan, period),
                period.first(),
                period.last(),
                metric.unit() == Metric.Unit.MONEY ? unit.currency() : "",
                figure.amount().stripTrailingZeros(),
                figure.groupAmount().map(BigDecimal::stripTrailingZeros).orElse(null),
                figure.rowVersion());
    }
}
