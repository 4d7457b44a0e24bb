package mpm.method.statistics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import mpm.cell.CellError;

/** The test of Pearson's coefficient, and of Spearman's, which is Pearson's of the ranks. */
final class StudentTest extends CorrelationTest {

    private final CorrelationMethod method;
    private final Deviations x;
    private final Deviations y;

    private StudentTest(CorrelationMethod method, double r, Deviations x, Deviations y) {
        super(r, x.count());
        this.method = method;
        this.x = x;
        this.y = y;
    }

    /** @param pairs of numbers, or of ranks */
    static StudentTest of(CorrelationMethod method, Pairs pairs) {
        Deviations x = Deviations.of(pairs.x());
        Deviations y = Deviations.of(pairs.y());
        return new StudentTest(method, CorrelationMethod.pearson(x, y), x, y);
    }

    /** The test of a coefficient that was computed over more than these pairs. */
    static StudentTest of(CorrelationMethod method, double r, Pairs pairs) {
        return new StudentTest(method, r, Deviations.of(pairs.x()), Deviations.of(pairs.y()));
    }

    @Override
    public double statistic() {
        if (isPerfect()) {
            throw CellError.DIV0.because("The two series move together perfectly, so t has no end.");
        }
        return t(n() - 2);
    }

    @Override
    public OptionalInt df() {
        return OptionalInt.of(n() - 2);
    }

    @Override
    public double p() {
        return isPerfect() ? 0 : StudentT.twoSidedTail(t(n() - 2), n() - 2);
    }

    private double t(double df) {
        return r() * Math.sqrt(df / ((1 - r()) * (1 + r())));
    }

    @Override
    public OptionalDouble effectiveN() {
        double both = Autocorrelation.of(x, 1) * Autocorrelation.of(y, 1);
        return OptionalDouble.of(Math.min(n(), n() * (1 - both) / (1 + both)));
    }

    @Override
    public OptionalDouble effectiveP() {
        double effectiveN = effectiveN().orElseThrow();
        if (isPerfect()) {
            return OptionalDouble.of(0);
        }
        if (effectiveN < FEWEST) {
            throw CellError.NUM.because(
                    ("The series drift so slowly that they are worth fewer than 3 independent pairs: "
                            + "take differences first, or give a longer history."));
        }
        return OptionalDouble.of(StudentT.twoSidedTail(t(effectiveN - 2), effectiveN - 2));
    }

    @Override
    int fewestForInterval() {
        return 3;
    }

    @Override
    double standardError() {
        double variance = method == CorrelationMethod.SPEARMAN ? 1 + r() * r() / 2 : 1;
        return Math.sqrt(variance / (n() - 3));
    }
}
