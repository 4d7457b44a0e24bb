package mpm.method.statistics;

import mpm.cell.CellError;
import org.hipparchus.special.Beta;

/** Student's t distribution; the degrees of freedom need not be whole. */
public final class StudentT {

    private static final int ENOUGH = 1000;

    private StudentT() {}

    /**
     * The probability of a value as far from 0 as t, on either side, right in its relative digits however small.
     *
     * @param df above 0
     */
    public static double twoSidedTail(double t, double df) {
        double square = t / df * t;
        return IncompleteBeta.regularized(df / 2, .5, 1 / (1 + square), square / (1 + square));
    }

    /**
     * The value below which a probability lies, for degrees of freedom of at least 1.
     *
     * @param p between 0 and 1
     * @throws mpm.cell.CellException #NUM! for another p
     */
    public static double quantile(double p, double df) {
        if (!(p > 0 && p < 1)) {
            throw CellError.NUM.because("A probability or confidence lies between 0 and 1.");
        }
        double tail = 2 * Math.min(p, 1 - p);
        // The tail falls ever more slowly and t's is heavier than the normal one: from there on Newton's steps only
        // grow
        // towards the root and never pass it, until rounding stops them.
        double t = Math.abs(Normal.quantile(p));
        for (int i = 0; i < ENOUGH; i++) {
            double next = t + (twoSidedTail(t, df) - tail) / (2 * density(t, df));
            if (!(next > t)) {
                break;
            }
            t = next;
        }
        return p < .5 ? -t : t;
    }

    private static double density(double t, double df) {
        return StrictMath.exp(-(df + 1) / 2 * StrictMath.log1p(t / df * t) - Beta.logBeta(df / 2, .5)) / Math.sqrt(df);
    }
}
