package mpm.method.statistics;

import mpm.method.Deadline;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z &lt; 1, by its series; Euler's transformation first where the
 * function would grow beyond bounds as z nears 1.
 *
 * <p>Source: M. Abramowitz and I. Stegun, <i>Handbook of Mathematical Functions</i>, 15.1.1 and 15.3.3.
 */
public final class Hypergeometric {

    private static final double PRECISION = 1e-16;
    private static final int BETWEEN_CHECKS = 1 << 16;

    private Hypergeometric() {}

    /**
     * (1 − z)<sup>power</sup> ₂F₁(a, b; c; z), in one because each alone may be too large or small for a double.
     *
     * @param c neither 0 nor a negative whole number
     * @param z from 0 to less than 1
     */
    public static double weighted(double power, double a, double b, double c, double z) {
        double excess = c - a - b;
        return excess < 0
                ? StrictMath.exp((power + excess) * StrictMath.log1p(-z)) * series(c - a, c - b, c, z)
                : StrictMath.exp(power * StrictMath.log1p(-z)) * series(a, b, c, z);
    }

    private static double series(double a, double b, double c, double z) {
        Sums.Running sum = new Sums.Running();
        double term = 1;
        sum.add(term);
        for (int n = 0; ; n++) {
            double ratio = (a + n) / (c + n) * ((b + n) / (1.0 + n)) * z;
            term *= ratio;
            sum.add(term);
            // From here on all terms have one sign and shrink at least as fast as a geometric series.
            boolean isTail = a + n > 0 && b + n > 0 && c + n > 0;
            double shrink = Math.max(ratio, z);
            if (term == 0
                    || !Double.isFinite(term)
                    || (isTail
                            && shrink < 1
                            && Math.abs(term) * shrink <= PRECISION * (1 - shrink) * Math.abs(sum.value()))) {
                return sum.value();
            }
            if (n % BETWEEN_CHECKS == 0) {
                Deadline.check();
            }
        }
    }
}
