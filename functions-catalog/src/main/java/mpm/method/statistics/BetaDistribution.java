package mpm.method.statistics;

import org.hipparchus.special.Beta;

/** The beta distribution. */
public final class BetaDistribution {

    private static final int ENOUGH = 2_000;
    private static final double PRECISION = 1e-15;

    private BetaDistribution() {}

    /**
     * The value below which a probability lies, to the last digits: Hipparchus stops at 1e−9.
     *
     * @param p 0 to 1
     * @param a above 0
     * @param b above 0
     */
    public static double quantile(double p, double a, double b) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? 0 : 1;
        }
        double logBeta = Beta.logBeta(a, b);
        double low = 0;
        double high = 1;
        // Near 0 the distribution is a power of x: from there Newton's steps find even the smallest root.
        double x = Math.min(a / (a + b), StrictMath.exp((StrictMath.log(p) + StrictMath.log(a) + logBeta) / a));
        for (int i = 0; i < ENOUGH && x > 0; i++) {
            double excess = IncompleteBeta.regularized(a, b, x, 1 - x) - p;
            if (excess < 0) {
                low = x;
            } else {
                high = x;
            }
            double logDensity = (a - 1) * StrictMath.log(x) + (b - 1) * StrictMath.log1p(-x) - logBeta;
            double next = x - excess / StrictMath.exp(logDensity);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - x) <= PRECISION * x) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
