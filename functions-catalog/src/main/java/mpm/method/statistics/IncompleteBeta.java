package mpm.method.statistics;

import mpm.method.Deadline;
import org.hipparchus.special.Beta;

/**
 * The regularized incomplete beta function I<sub>x</sub>(a, b), from which the tails of t and F come.
 *
 * <p>Hipparchus has it too, but of x alone, and with a continued fraction that cancels near x = a/(a + b): with 50,000
 * observations five digits of a p are lost. Here x and 1 − x are both given, and the fraction is its even part.
 *
 * <p>Source: A. R. Didonato and A. H. Morris, ACM TOMS 18 (1992), algorithm 708, the fraction of BFRAC, evaluated by Lentz's
 * method.
 */
final class IncompleteBeta {

    /** Some roundings wide: the factors end up within a few last digits of 1, not always at 1. */
    private static final double PRECISION = 1e-15;

    private static final double TINY = 1e-300;

    private IncompleteBeta() {}

    /**
     * I<sub>x</sub>(a, b).
     *
     * @param complement 1 − x, computed without cancellation
     */
    static double regularized(double a, double b, double x, double complement) {
        if (x == 0 || complement == 0) {
            return x == 0 ? 0 : 1;
        }
        return x <= (a + 1) / (a + b + 2) ? lower(a, b, x, complement) : 1 - lower(b, a, complement, x);
    }

    private static double lower(double a, double b, double x, double complement) {
        double logarithm = a * log(x, complement) + b * log(complement, x) - Beta.logBeta(a, b);
        return StrictMath.exp(logarithm) / fraction(a, b, x, complement);
    }

    /** The logarithm of a number whose complement to 1 is known: near 1 only the complement has the digits. */
    private static double log(double x, double complement) {
        return complement < .5 ? StrictMath.log1p(-complement) : StrictMath.log(x);
    }

    /** β₀ + α₁/(β₁ + α₂/(β₂ + …)). */
    private static double fraction(double a, double b, double x, double complement) {
        double value = beta(0, a, b, x, complement);
        double above = value;
        double below = 0;
        double factor = 0;
        for (int m = 1; Math.abs(factor - 1) > PRECISION; m++) {
            double square = (a + 2 * m - 1) / x;
            double alpha = (a + m - 1) * (a + b + m - 1) * m * (b - m) / (square * square);
            double beta = beta(m, a, b, x, complement);
            below = 1 / nonZero(beta + alpha * below);
            above = nonZero(beta + alpha / above);
            factor = above * below;
            value *= factor;
            Deadline.check();
        }
        return value;
    }

    private static double beta(int m, double a, double b, double x, double complement) {
        double beta = (a + m) * (a * complement - b * x + 1 + m * (1 + complement)) / (a + 2 * m + 1);
        return m == 0 ? beta : beta + m + m * (b - m) * x / (a + 2 * m - 1);
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
