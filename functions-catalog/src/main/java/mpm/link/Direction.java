package mpm.link;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.CellError;

/** Which way a metric is better: typed as a word or a sign, or looked up by the metric's id. */
public enum Direction {
    /** More is better: revenue, leads. */
    HIGHER,
    /** Less is better: cost per lead, churn. */
    LOWER,
    /** Closest to the plan is best: headcount, stock. */
    TARGET;

    /** What arithmetic may lose of the larger of two figures. */
    private static final double ROUNDING = 1e-12;

    /**
     * The stored direction that a cell asks for; nothing where the cell itself says the direction.
     */
    public static Optional<Need<?>> need(Cell cell) {
        return cell instanceof Cell.Text text && typed(cell).isEmpty()
                ? Optional.of(new MetricDirection(text.value().strip()))
                : Optional.empty();
    }

    /**
     * Reads HIGHER, LOWER or TARGET, 1, −1 or 0, or the id of a stored metric.
     *
     * @throws mpm.cell.CellException #VALUE! for anything else
     */
    public static Direction from(Cell cell, Found found) {
        return typed(cell)
                .or(() -> need(cell)
                        .flatMap(need -> need instanceof MetricDirection metric ? found.at(metric) : Optional.empty()))
                .orElseThrow(() -> CellError.VALUE.because(
                        "“%s” is neither a direction nor a known metric: write HIGHER, LOWER or TARGET (or 1, -1, 0)."
                                .formatted(cell.shown())));
    }

    /** How far an actual value stands on the good side of its reference; TARGET is never on the good side. */
    public double favourable(double actual, double reference) {
        return switch (this) {
            case HIGHER -> actual - reference;
            case LOWER -> reference - actual;
            case TARGET -> -Math.abs(actual - reference);
        };
    }

    /** The same of exact figures. */
    public BigDecimal favourable(BigDecimal actual, BigDecimal reference) {
        BigDecimal more = actual.subtract(reference);
        return switch (this) {
            case HIGHER -> more;
            case LOWER -> more.negate();
            case TARGET -> more.abs().negate();
        };
    }

    /**
     * Whether a promise is kept.
     *
     * @param tolerance the share of what was promised that may be missing, 0 or more
     */
    public boolean isKept(double actual, double promised, double tolerance) {
        double rounding = ROUNDING * Math.max(1, Math.max(Math.abs(actual), Math.abs(promised)));
        return favourable(actual, promised) >= -tolerance * Math.abs(promised) - rounding;
    }

    private static Optional<Direction> typed(Cell cell) {
        return Optional.ofNullable(
                switch (cell.shown().strip().toUpperCase(Locale.ROOT)) {
                    case "HIGHER", "1" -> HIGHER;
                    case "LOWER", "-1" -> LOWER;
                    case "TARGET", "0" -> TARGET;
                    default -> null;
                });
    }
}
