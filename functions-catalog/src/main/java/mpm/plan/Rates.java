package mpm.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.method.calendar.FiscalPeriod;

/** What one currency is worth in another. */
public final class Rates {

    /** Inverse and triangulated rates, and means, have 34 digits. */
    static final MathContext DIGITS = MathContext.DECIMAL128;

    private static final int STORED_DECIMALS = 4;
    private static final Set<String> ISO_4217 = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final String group;
    private final Map<Key, BigDecimal> stored = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private record Key(String from, String to, String period, Rate.Type type) {}

    Rates(String group, List<Rate> rates) {
        this.group = group;
        for (Rate rate : rates) {
            stored.put(new Key(rate.from(), rate.to(), rate.period(), rate.type()), rate.rate());
            used.add(rate.from());
            used.add(rate.to());
        }
    }

    /**
     * The letters of a currency that there is.
     *
     * @throws CellException #N/A for a code that no currency has
     */
    public String known(CurrencyCode code) {
        String letters = code.letters();
        if (!ISO_4217.contains(letters) && !used.contains(letters) && !letters.equals(group)) {
            throw CellError.NA.because(
                    "Unknown currency “%s”: write a code of ISO 4217, such as EUR.".formatted(letters));
        }
        return letters;
    }

    /**
     * How many units of one currency a unit of another is worth in a leaf period: 1 of itself, else the stored rate, the inverse of the
     * stored rate, or the way through the currency of the group.
     *
     * @throws CellException #N/A where there is no rate
     */
    public BigDecimal rate(String from, String to, FiscalPeriod leaf, Rate.Type type) {
        return find(from, to, leaf, type).orElseThrow(() -> none(from, to, leaf, type));
    }

    /**
     * The rate over a span: of its last period for balances, else the mean of its periods.
     *
     * @throws CellException #N/A where there is no rate
     */
    public BigDecimal rate(String from, String to, Span span, Rate.Type type) {
        return switch (type) {
            case CLOSING, SPOT -> rate(from, to, span.last(), type);
            case AVERAGE, BUDGET ->
                span.leaves().stream()
                        .map(leaf -> rate(from, to, leaf, type))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(span.leaves().size()), DIGITS);
        };
    }

    /** The rate type by which a figure is converted unless another is asked for. */
    public static Rate.Type type(Scenario.Kind kind, Metric metric) {
        return switch (kind) {
            case TARGET, PLAN -> Rate.Type.BUDGET;
            case FORECAST, COMMITTED, ACTUAL, WHATIF ->
                metric.overTime() == Metric.OverTime.LAST ? Rate.Type.CLOSING : Rate.Type.AVERAGE;
        };
    }

    /** An amount in the currency of the group as it is stored beside the amount of a unit; nothing where there is no rate. */
    public Optional<BigDecimal> groupAmount(
            BigDecimal amount, String currency, FiscalPeriod leaf, Scenario.Kind kind, Metric metric) {
        return find(currency, group, leaf, type(kind, metric))
                .map(rate -> amount.multiply(rate).setScale(STORED_DECIMALS, RoundingMode.HALF_UP));
    }

    private Optional<BigDecimal> find(String from, String to, FiscalPeriod leaf, Rate.Type type) {
        return from.equals(to)
                ? Optional.of(BigDecimal.ONE)
                : leg(from, to, leaf, type)
                        .or(() -> leg(from, group, leaf, type)
                                .flatMap(first ->
                                        leg(group, to, leaf, type).map(second -> first.multiply(second, DIGITS))));
    }

    private Optional<BigDecimal> leg(String from, String to, FiscalPeriod leaf, Rate.Type type) {
        BigDecimal direct = stored.get(new Key(from, to, leaf.address(), type));
        if (direct != null) {
            return Optional.of(direct);
        }
        return Optional.ofNullable(stored.get(new Key(to, from, leaf.address(), type)))
                .map(inverse -> BigDecimal.ONE.divide(inverse, DIGITS));
    }

    private static CellException none(String from, String to, FiscalPeriod leaf, Rate.Type type) {
        return CellError.NA.because(
                "No rate: from %s to %s no %s rate is stored for %s, nor a way through the group's currency."
                        .formatted(from, to, type, leaf.address()));
    }
}
