package mpm.method.statistics;

/** Fisher's F distribution. */
public final class FisherF {

    private FisherF() {}

    /**
     * The probability of a value above f, right in its relative digits however small.
     *
     * @param f 0 or more
     * @param df1 degrees of freedom of the numerator, above 0
     * @param df2 degrees of freedom of the denominator, above 0
     */
    public static double upperTail(double f, double df1, double df2) {
        double ratio = df1 / df2 * f;
        return IncompleteBeta.regularized(df2 / 2, df1 / 2, 1 / (1 + ratio), ratio / (1 + ratio));
    }
}
