package mpm.method.statistics;

import org.hipparchus.special.Gamma;

/** The χ² distribution. */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * The probability of a value above x.
     *
     * @param x 0 or more
     * @param df degrees of freedom, above 0
     */
    public static double upperTail(double x, double df) {
        return Gamma.regularizedGammaQ(df / 2, x / 2);
    }
}
