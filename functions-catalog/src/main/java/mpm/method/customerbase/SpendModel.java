package mpm.method.customerbase;

import java.util.List;
import mpm.method.statistics.Sums;
import org.hipparchus.special.Gamma;

/**
 * How much customers spend each time (gamma-gamma): a purchase varies around the customer's own mean with shape p, and the means
 * vary over the customers with shape q and scale v, whatever the frequency of purchases.
 *
 * <p>Source: P. Fader and B. Hardie, <i>The Gamma-Gamma Model of Monetary Value</i> (2013); the Python package
 * {@code lifetimes}.
 */
public record SpendModel(double p, double q, double v) {

    private static final List<double[]> STARTS = List.of(
            new double[] {1, 2, 1},
            new double[] {5, 4, .5},
            new double[] {2, 3, 1},
            new double[] {.5, 1.5, 2},
            new double[] {8, 8, 1});

    /**
     * Fits what customers spent.
     *
     * @param repeats the repeat purchases of each customer, above 0
     * @param means the mean value of each customer's repeat purchases, above 0
     * @param penalty what the sum of the squared parameters costs, in log-likelihood per customer; v counts in multiples of
     *     the mean of all
     */
    public static Fit<SpendModel> fit(double[] repeats, double[] means, double penalty) {
        double scale = 1 / Sums.mean(means);
        Fit<double[]> fit = new SpendLikelihood(repeats, means, scale, penalty).greatest(STARTS);
        double[] at = fit.model();
        return new Fit<>(
                new SpendModel(at[0], at[1], at[2] / scale),
                fit.logLikelihood() + repeats.length * StrictMath.log(scale),
                fit.isConverged());
    }

    private static final class SpendLikelihood extends Likelihood {

        private final double[] repeats;
        private final double[] means;
        private final double[] logMeans;

        SpendLikelihood(double[] repeats, double[] means, double scale, double penalty) {
            super(repeats, penalty);
            this.repeats = repeats;
            this.means = new double[means.length];
            this.logMeans = new double[means.length];
            for (int i = 0; i < means.length; i++) {
                this.means[i] = means[i] * scale;
                logMeans[i] = StrictMath.log(this.means[i]);
            }
        }

        @Override
        void addRepeats(double x, double times, double[] at, Total total) {
            double p = at[0];
            double q = at[1];
            double v = at[2];
            double both = Gamma.digamma(p * x + q);
            total.add(
                    times,
                    Gamma.logGamma(p * x + q)
                            - Gamma.logGamma(p * x)
                            - Gamma.logGamma(q)
                            + q * StrictMath.log(v)
                            + p * x * StrictMath.log(x),
                    x * (both - Gamma.digamma(p * x) + StrictMath.log(x)),
                    both - Gamma.digamma(q) + StrictMath.log(v),
                    q / v);
        }

        @Override
        void addEach(double[] at, Total total) {
            double p = at[0];
            double q = at[1];
            double v = at[2];
            for (int i = 0; i < repeats.length; i++) {
                double x = repeats[i];
                double spent = x * means[i] + v;
                double logSpent = StrictMath.log(spent);
                total.add(
                        1,
                        (p * x - 1) * logMeans[i] - (p * x + q) * logSpent,
                        x * (logMeans[i] - logSpent),
                        -logSpent,
                        -(p * x + q) / spent);
            }
        }
    }

    /**
     * What a customer's next purchase is to be expected to bring, for q above 1.
     *
     * @param repeats how many repeat purchases there were, 0 for a customer of whom nothing is known
     * @param mean their mean value; any number for no purchase
     */
    public double expected(double repeats, double mean) {
        return p * (v + repeats * mean) / (p * repeats + q - 1);
    }
}
