package mpm.method.statistics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import mpm.cell.CellError;
import mpm.cell.Series;

/**
 * A coefficient of correlation with what speaks for it: its p, its interval, and for Pearson and Spearman the p that allows
 * for series that drift slowly.
 *
 * <p>Sources: R cor.test; Bonett and Wright, <i>Psychometrika</i> 65 (2000) for the intervals of Spearman and Kendall; Dawdy
 * and Matalas (1964) and Bretherton et al., <i>Journal of Climate</i> 12 (1999) for the effective number of pairs.
 */
public abstract sealed class CorrelationTest permits StudentTest, KendallTest {

    static final int FEWEST = 3;

    private final double r;
    private final int n;

    CorrelationTest(double r, int n) {
        this.r = r;
        this.n = n;
    }

    /**
     * The test of pairs.
     *
     * @throws mpm.cell.CellException #NUM! for fewer than 3 pairs; #DIV/0! when all numbers of one series are equal
     */
    public static CorrelationTest of(Pairs pairs, CorrelationMethod method) {
        checkCount(pairs);
        return method.tested(pairs);
    }

    /**
     * The test of the cross-correlation at a lag, as R's {@code ccf(y, x)}: means and sums of squares are those of the whole
     * series, the products those of the pairs (x<sub>t</sub>, y<sub>t+lag</sub>).
     *
     * @param lag positive when x leads
     * @throws mpm.cell.CellException #N/A when the lengths differ or a series has a gap; #NUM! for fewer than 3 pairs;
     *     #DIV/0! when all numbers of one series are equal
     */
    public static CorrelationTest ofCrossCorrelation(Series x, Series y, int lag) {
        Pairs overlap = Pairs.lagged(x, y, lag);
        if (x.hasGaps() || y.hasGaps()) {
            throw CellError.NA.because(
                    "A cross-correlation needs a number in every cell: fill the gaps or choose the method PAIR.");
        }
        checkCount(overlap);
        Deviations ofX = Deviations.of(x.values());
        Deviations ofY = Deviations.of(y.values());
        double r = CorrelationMethod.ratio(ofX.laggedProducts(ofY, lag), ofX, ofY);
        return StudentTest.of(CorrelationMethod.PEARSON, r, overlap);
    }

    private static void checkCount(Pairs pairs) {
        if (pairs.count() < FEWEST) {
            throw CellError.NUM.because(
                    "There are fewer than 3 pairs of numbers: give two series that overlap in at least 3.");
        }
    }

    /** The coefficient, from −1 to 1. */
    public double r() {
        return r;
    }

    /** The number of pairs. */
    public int n() {
        return n;
    }

    /**
     * Student's t, or z for Kendall.
     *
     * @throws mpm.cell.CellException #DIV/0! when r is 1 or −1
     */
    public abstract double statistic();

    /** The degrees of freedom of t; none for Kendall's z. */
    public abstract OptionalInt df();

    /** The two-sided probability of such a coefficient by chance. */
    public abstract double p();

    /**
     * The interval of the coefficient by Fisher's transformation; of a perfect one the coefficient itself.
     *
     * @param confidence between 0 and 1
     * @throws mpm.cell.CellException #NUM! for 3 pairs, with Kendall also for 4
     */
    public Interval interval(double confidence) {
        if (n <= fewestForInterval()) {
            throw CellError.NUM.because(
                    "%d pairs are too few for an interval: give at least %d.".formatted(n, fewestForInterval() + 1));
        }
        if (isPerfect()) {
            return new Interval(r, r);
        }
        double half = Normal.quantile((1 + confidence) / 2) * standardError();
        double centre = StrictMath.log1p(2 * r / (1 - r)) / 2;
        return new Interval(StrictMath.tanh(centre - half), StrictMath.tanh(centre + half));
    }

    /**
     * How many independent pairs the series are worth when both drift slowly, not rounded; none for Kendall.
     *
     * @throws mpm.cell.CellException #DIV/0! when all numbers of one series that overlap are equal
     */
    public abstract OptionalDouble effectiveN();

    /**
     * The two-sided probability with the effective number of pairs; none for Kendall.
     *
     * @throws mpm.cell.CellException #NUM! when that number is below 3; #DIV/0! as {@link #effectiveN()}
     */
    public abstract OptionalDouble effectiveP();

    boolean isPerfect() {
        return Math.abs(r) == 1;
    }

    abstract int fewestForInterval();

    /** The standard error of the transformed coefficient. */
    abstract double standardError();
}
