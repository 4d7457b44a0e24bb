package mpm.method.statistics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import mpm.cell.CellError;

/**
 * The test of Kendall's τ-b. Its p is above 0 even when all pairs agree, as in R and scipy: four pairs do so by chance once in
 * twelve times.
 */
final class KendallTest extends CorrelationTest {

    private static final int MOST_FOR_EXACT = 33;

    private final Concordance concordance;

    KendallTest(Concordance concordance) {
        super(concordance.tauB(), concordance.n());
        this.concordance = concordance;
    }

    @Override
    public double statistic() {
        if (isPerfect()) {
            throw CellError.DIV0.because("All pairs agree in their order, or none does, so z says nothing: read p.");
        }
        return z();
    }

    private double z() {
        return concordance.balance() / Math.sqrt(concordance.variance());
    }

    @Override
    public OptionalInt df() {
        return OptionalInt.empty();
    }

    @Override
    public double p() {
        return n() <= MOST_FOR_EXACT && !concordance.hasTies()
                ? Inversions.twoSidedTail(n(), concordance.discordant())
                : Normal.twoSidedTail(z());
    }

    @Override
    public OptionalDouble effectiveN() {
        return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble effectiveP() {
        return OptionalDouble.empty();
    }

    @Override
    int fewestForInterval() {
        return 4;
    }

    @Override
    double standardError() {
        return Math.sqrt(.437 / (n() - 4));
    }
}
