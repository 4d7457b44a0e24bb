package mpm.method.statistics;

import mpm.cell.CellError;

/**
 * Whether two groups differ in their mean, when their spread may differ as well.
 *
 * <p>Sources: B. L. Welch, <i>Biometrika</i> 34 (1947); R's t.test; for g L. V. Hedges, <i>Journal of Educational Statistics</i>
 * 6 (1981).
 */
public final class WelchTest {

    private final double meanA;
    private final double meanB;
    private final double squaresA;
    private final double squaresB;
    private final int countA;
    private final int countB;

    private WelchTest(double[] a, double[] b) {
        this.meanA = Sums.mean(a);
        this.meanB = Sums.mean(b);
        this.squaresA = Sums.ofSquaredDeviations(a);
        this.squaresB = Sums.ofSquaredDeviations(b);
        this.countA = a.length;
        this.countB = b.length;
    }

    /**
     * The test of B against A.
     *
     * @throws mpm.cell.CellException #NUM! for fewer than 2 numbers in a group
     */
    public static WelchTest of(double[] a, double[] b) {
        if (a.length < 2 || b.length < 2) {
            throw CellError.NUM.because(
                    "A group has fewer than 2 values, so its spread is unknown: give at least 2 in each.");
        }
        return new WelchTest(a, b);
    }

    public double meanA() {
        return meanA;
    }

    public double meanB() {
        return meanB;
    }

    /** B less A. */
    public double difference() {
        return meanB - meanA;
    }

    /**
     * The difference in standard errors.
     *
     * @throws mpm.cell.CellException #DIV/0! when all values of each group are equal
     */
    public double t() {
        return difference() / standardError();
    }

    /**
     * The degrees of freedom by Satterthwaite, not rounded.
     *
     * @throws mpm.cell.CellException #DIV/0! as {@link #t()}
     */
    public double df() {
        double variance = StrictMath.pow(standardError(), 2);
        double partA = errorA() / variance;
        double partB = errorB() / variance;
        return 1 / (partA * partA / (countA - 1) + partB * partB / (countB - 1));
    }

    /**
     * The two-sided probability of such a difference by chance.
     *
     * @throws mpm.cell.CellException #DIV/0! as {@link #t()}
     */
    public double p() {
        return StudentT.twoSidedTail(t(), df());
    }

    /**
     * The interval of the difference.
     *
     * @param confidence between 0 and 1
     * @throws mpm.cell.CellException #DIV/0! as {@link #t()}; #NUM! for another confidence
     */
    public Interval interval(double confidence) {
        double half = StudentT.quantile((1 + confidence) / 2, df()) * standardError();
        return new Interval(difference() - half, difference() + half);
    }

    /**
     * The difference in standard deviations, corrected for small groups.
     *
     * @throws mpm.cell.CellException #DIV/0! as {@link #t()}
     */
    public double hedgesG() {
        standardError();
        double m = (double) countA + countB - 2;
        return (1 - 3 / (4 * m - 1)) * difference() / Math.sqrt((squaresA + squaresB) / m);
    }

    private double standardError() {
        if (squaresA == 0 && squaresB == 0) {
            throw CellError.DIV0.because("All values of each group are equal, so there is no spread to hold against.");
        }
        return Math.sqrt(errorA() + errorB());
    }

    private double errorA() {
        return squaresA / (countA - 1) / countA;
    }

    private double errorB() {
        return squaresB / (countB - 1) / countB;
    }
}
