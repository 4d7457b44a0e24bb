package mpm.plan;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mpm.cell.CellError;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Metric.OverUnits;

/**
 * What the figures of one version come to, at any unit, over any time, in a currency. Sums are exact, quotients have 34 digits.
 *
 * @param currency counts for money only
 */
public record Valuation(PlanView plan, Scenario scenario, Version version, TargetCurrency currency) {

    private static final int DEEPEST = 5;

    /**
     * The valuation of a version in a currency.
     *
     * @throws mpm.cell.CellException #N/A for an unknown version or currency
     */
    public static Valuation of(PlanView plan, Scenario scenario, String version, TargetCurrency currency) {
        Version known = plan.version(scenario, version);
        currency.code().ifPresent(plan.rates()::known);
        return new Valuation(plan, scenario, known, currency);
    }

    /** The figures that metrics at units over periods are made of. */
    public StoredFigures needs(
            Collection<Metric> metrics, Collection<OrgUnit> units, Collection<FiscalPeriod> periods) {
        Set<String> parts = new HashSet<>();
        metrics.forEach(metric -> addParts(metric, parts, 0));
        return new StoredFigures(
                scenario.code(), version.number(), parts, plan.leafCodes(units), plan.periodCodes(periods));
    }

    private void addParts(Metric metric, Set<String> parts, int depth) {
        if (metric.ratio().isEmpty()) {
            parts.add(metric.code());
        } else if (depth < DEEPEST) {
            addParts(plan.stored(metric.ratio().get().numerator()), parts, depth + 1);
            addParts(plan.stored(metric.ratio().get().denominator()), parts, depth + 1);
        }
    }

    /**
     * The value of a metric at a unit over periods; nothing where there are no data.
     *
     * @throws mpm.cell.CellException #N/A where a rate is missing, #DIV/0! where the denominator of a ratio is 0
     */
    public Optional<BigDecimal> value(Metric metric, OrgUnit unit, List<FiscalPeriod> periods, Figures figures) {
        return value(metric, unit, periods, figures, 0);
    }

    private Optional<BigDecimal> value(
            Metric metric, OrgUnit unit, List<FiscalPeriod> periods, Figures figures, int depth) {
        if (metric.ratio().isPresent()) {
            return ratio(metric, unit, periods, figures, depth);
        }
        List<BigDecimal> values = periods.stream()
                .flatMap(period -> at(metric, unit, period, figures).stream())
                .toList();
        return switch (metric.overTime()) {
            case SUM -> sum(values);
            case AVG -> mean(values);
            case LAST, RATIO -> values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
        };
    }

    private Optional<BigDecimal> ratio(
            Metric metric, OrgUnit unit, List<FiscalPeriod> periods, Figures figures, int depth) {
        if (depth == DEEPEST) {
            throw CellError.NUM.because("%s is a ratio of ratios more than %d deep: define it by simpler metrics."
                    .formatted(metric.code(), DEEPEST));
        }
        Metric.Ratio ratio = metric.ratio().orElseThrow();
        Function<String, Optional<BigDecimal>> part =
                code -> value(plan.stored(code), unit, periods, figures, depth + 1);
        Optional<BigDecimal> above = part.apply(ratio.numerator());
        Optional<BigDecimal> below = part.apply(ratio.denominator());
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        } else if (below.get().signum() == 0) {
            throw CellError.DIV0.because(
                    "%s is divided by %s, which is 0 here.".formatted(metric.code(), ratio.denominator()));
        }
        return Optional.of(above.get().divide(below.get(), Rates.DIGITS));
    }

    /** The value in one period, over the leaf units that have one. */
    private Optional<BigDecimal> at(Metric metric, OrgUnit unit, FiscalPeriod period, Figures figures) {
        if (metric.overUnits() == OverUnits.NONE && !plan.isLeaf(unit, period)) {
            return Optional.empty();
        }
        List<BigDecimal> values = plan.leaves(unit).stream()
                .flatMap(leaf -> leafValue(metric, leaf, unit, period, figures).stream())
                .toList();
        return metric.overUnits() == OverUnits.AVG ? mean(values) : sum(values);
    }

    private Optional<BigDecimal> leafValue(
            Metric metric, OrgUnit leaf, OrgUnit unit, FiscalPeriod period, Figures figures) {
        return sum(plan.codes(period).stream()
                .flatMap(code ->
                        figures
                                .at(new Address(scenario.code(), version.number(), metric.code(), leaf.code(), code))
                                .stream())
                .map(figure -> converted(figure, metric, leaf, unit, period))
                .toList());
    }

    private BigDecimal converted(Figure figure, Metric metric, OrgUnit leaf, OrgUnit unit, FiscalPeriod period) {
        if (metric.unit() != Metric.Unit.MONEY) {
            return figure.amount();
        }
        return switch (currency.basis()) {
            case LOCAL -> figure.amount().multiply(rate(metric, leaf, unit.currency(), period));
            case CODE ->
                figure.amount()
                        .multiply(
                                rate(metric, leaf, currency.code().orElseThrow().letters(), period));
            case GROUP ->
                figure.groupAmount()
                        .orElseThrow(() -> CellError.NA.because(
                                "No rate: there was none to the group's currency when %s was entered in %s."
                                        .formatted(leaf.code(), period.address())));
        };
    }

    private BigDecimal rate(Metric metric, OrgUnit leaf, String to, FiscalPeriod period) {
        return plan.rates()
                .rate(leaf.currency(), to, period, currency.type().orElse(Rates.type(scenario.kind(), metric)));
    }

    private static Optional<BigDecimal> sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> values) {
        return sum(values).map(sum -> sum.divide(BigDecimal.valueOf(values.size()), Rates.DIGITS));
    }
}
