package mpm.service.feeds.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mpm.cell.Cell;
import mpm.cell.CellException;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.StoredFigures;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;
import mpm.service.figures.control.FigureStore;
import org.jspecify.annotations.Nullable;

/** Two scenarios side by side, leaf by leaf, ratios as well. */
@ApplicationScoped
public class VariancesFeed implements Feed<VariancesFeed.Row> {

    private static final int DECIMALS = 10;

    /** A metric at a unit in a period, in both scenarios. */
    public record Row(
            @Meaning("The scenario of actual, by its code.") String scenario,

            @Meaning("The scenario of plan, by its code.") String against,

            @Meaning("The metric, by its code.") String metric,

            @Meaning("What people call the metric.") String metricName,

            @Meaning("MONEY, COUNT, PCT, DAYS or SCORE.") String measuredIn,

            @Meaning("Which way the metric is better: HIGHER, LOWER or TARGET.")
            String direction,

            @Meaning("The unit, by its code; one without parts.")
            String org,

            @Meaning("What people call the unit.") String orgName,

            @Meaning("The period, such as FY2027-P03.") String period,

            @Meaning("The fiscal year.") int year,

            @Meaning("The quarter of the fiscal year, 1 to 4.")
            int quarter,

            @Meaning("The first day of the period.") LocalDate starts,

            @Meaning("The last day of the period.") LocalDate ends,

            @Meaning("The currency of the figures; empty where the metric is no money.")
            String currency,

            @Meaning("What stands in the scenario; empty where nothing does.") @Nullable
            BigDecimal actual,

            @Meaning("What stands in the scenario to compare with; empty where nothing does.") @Nullable
            BigDecimal plan,

            @Meaning("How far actual is on the good side of plan; negative is unfavourable.") @Nullable
            BigDecimal variance,

            @Meaning("The variance as a share of the size of plan; empty where nothing was planned.") @Nullable
            BigDecimal variancePct,

            @Meaning("Why a figure cannot be told, such as an exchange rate that is missing.")
            String message) {}

    /** What is compared: both sides hold figures of the same units and periods. */
    private record Question(Valuation actual, Valuation plan, List<FiscalPeriod> periods) {}

    /** One side of a row: a figure, or nothing, or why it cannot be told. */
    private record Side(Optional<BigDecimal> figure, String message) {}

    @Inject
    FigureStore figures;

    @Override
    public String name() {
        return "variances";
    }

    @Override
    public String sentence() {
        return "What happened beside what was planned, one row for each metric, unit and period; in the currency of the group "
                + "unless another is wanted.";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Set<Filter> filters() {
        return Set.of(Filter.SCENARIO, Filter.AGAINST, Filter.METRIC, Filter.ORG, Filter.YEAR, Filter.CURRENCY);
    }

    @Override
    public Stream<Row> rows(PlanView plan, Filters filters) {
        TargetCurrency currency =
                TargetCurrency.from(Cell.of(filters.text(Filter.CURRENCY).orElse(TargetCurrency.Basis.GROUP.name())));
        Optional<Scenario> scenario = filters.scenario(plan, Filter.SCENARIO, Scenario.Kind.ACTUAL);
        Optional<Scenario> against = filters.scenario(plan, Filter.AGAINST, Scenario.Kind.PLAN);
        List<Metric> metrics = filters.metrics(plan);
        List<OrgUnit> units = filters.leaves(plan);
        if (scenario.isEmpty() || against.isEmpty()) {
            return Stream.empty();
        }
        List<FiscalPeriod> planned = plan.leaves(against.get());
        Question question = new Question(
                Valuation.of(plan, scenario.get(), "LATEST", currency),
                Valuation.of(plan, against.get(), "LATEST", currency),
                ValuesFeed.leaves(plan, scenario.get(), filters)
                        .filter(planned::contains)
                        .toList());
        // One statement a metric and side: its figures are all that lies in memory at a time.
        return metrics.stream().flatMap(metric -> rows(question, metric, units));
    }

    private Stream<Row> rows(Question question, Metric metric, List<OrgUnit> units) {
        List<OrgUnit> readable = units.stream()
                .filter(unit -> mayRead(question.actual(), metric, unit) && mayRead(question.plan(), metric, unit))
                .toList();
        if (readable.isEmpty() || question.periods().isEmpty()) {
            return Stream.empty();
        }
        Figures actual = stored(question.actual(), metric, readable, question.periods());
        Figures plan = stored(question.plan(), metric, readable, question.periods());
        return readable.stream()
                .flatMap(unit -> question.periods().stream()
                        .flatMap(period -> row(
                                question,
                                metric,
                                unit,
                                period,
                                side(question.actual(), metric, unit, period, actual),
                                side(question.plan(), metric, unit, period, plan))
                                .stream()));
    }

    private static boolean mayRead(Valuation side, Metric metric, OrgUnit unit) {
        return side.plan().mayRead(metric, unit, side.scenario());
    }

    private Figures stored(Valuation side, Metric metric, List<OrgUnit> units, List<FiscalPeriod> periods) {
        StoredFigures wanted = side.needs(List.of(metric), units, periods);
        return Figures.of(figures.figures(List.of(wanted)));
    }

    private static Side side(Valuation side, Metric metric, OrgUnit unit, FiscalPeriod period, Figures figures) {
        try {
            return new Side(side.value(metric, unit, List.of(period), figures), "");
        } catch (CellException unknown) {
            return new Side(Optional.empty(), String.valueOf(unknown.getMessage()));
        }
    }

    private static Optional<Row> row(
            Question question, Metric metric, OrgUnit unit, FiscalPeriod period, Side actual, Side planned) {
        PlanView plan = question.actual().plan();
        String message = actual.message().isEmpty() ? planned.message() : actual.message();
        if (actual.figure().isEmpty() && planned.figure().isEmpty() && message.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> variance = actual.figure()
                .flatMap(happened ->
                        planned.figure().map(wanted -> metric.direction().favourable(happened, wanted)));
        return Optional.of(new Row(
                question.actual().scenario().code(),
                question.plan().scenario().code(),
                metric.code(),
                metric.name(),
                metric.unit().name(),
                metric.direction().name(),
                unit.code(),
                unit.name(),
                period.address(),
                period.year(),
                ValuesFeed.quarter(plan, period),
                period.first(),
                period.last(),
                metric.unit() == Metric.Unit.MONEY ? currency(question.actual(), unit) : "",
                rounded(actual.figure()),
                rounded(planned.figure()),
                rounded(variance),
                rounded(variance.flatMap(
                        difference -> share(difference, planned.figure().orElseThrow()))),
                message));
    }

    private static String currency(Valuation side, OrgUnit unit) {
        return switch (side.currency().basis()) {
            case LOCAL -> unit.currency();
            case GROUP -> side.plan().organisation().currency();
            case CODE -> side.currency().code().orElseThrow().letters();
        };
    }

    private static @Nullable BigDecimal rounded(Optional<BigDecimal> figure) {
        return figure.map(value -> value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value)
                .map(BigDecimal::stripTrailingZeros)
                .orElse(null);
    }

    private static Optional<BigDecimal> share(BigDecimal variance, BigDecimal planned) {
        return planned.signum() == 0
                ? Optional.empty()
                : Optional.of(variance.divide(planned.abs(), DECIMALS, RoundingMode.HALF_UP));
    }
}
