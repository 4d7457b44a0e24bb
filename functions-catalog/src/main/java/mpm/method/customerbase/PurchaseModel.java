package mpm.method.customerbase;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mpm.method.statistics.Hypergeometric;
import org.hipparchus.special.Gamma;

/**
 * How customers buy and drop out (BG/NBD): each buys at a rate of their own, gamma-distributed with shape r and rate alpha, and
 * after each repeat purchase stops with a probability of their own, beta-distributed with a and b.
 *
 * <p>Source: P. Fader, B. Hardie and K. L. Lee, <i>Marketing Science</i> 24 (2005); the Python package {@code lifetimes}.
 */
public record PurchaseModel(double r, double alpha, double a, double b) {

    /** In these units of time the oldest customer is this old while a model is fitted. */
    private static final double OLDEST = 10;

    /** So near a division by 0 the expectation is the mean of those a little to either side. */
    private static final double SINGULAR = 1e-6;

    private static final double ASIDE = 1e-5;

    private static final List<double[]> STARTS = List.of(
            new double[] {1, 1, 1, 1},
            new double[] {.3, 1, 1, 3},
            new double[] {1, 3, .5, 2},
            new double[] {.5, .5, 1, 1},
            new double[] {2, 5, 1, 5});

    /**
     * Fits the histories of customers.
     *
     * @param penalty what the sum of the squared parameters costs, in log-likelihood per customer; alpha counts in tenths of
     *     the highest age
     */
    public static Fit<PurchaseModel> fit(List<History> histories, double penalty) {
        double scale =
                OLDEST / histories.stream().mapToDouble(History::age).max().orElseThrow();
        double[] repeats = histories.stream().mapToDouble(History::repeats).toArray();
        Map<History, Long> counts =
                histories.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Fit<double[]> fit = new PurchaseLikelihood(repeats, counts, scale, penalty).greatest(STARTS);
        double[] p = fit.model();
        double ofUnit = StrictMath.log(scale)
                * histories.stream().mapToDouble(History::repeats).sum();
        return new Fit<>(
                new PurchaseModel(p[0], p[1] / scale, p[2], p[3]), fit.logLikelihood() + ofUnit, fit.isConverged());
    }

    private static final class PurchaseLikelihood extends Likelihood {

        private final double[] repeats;
        private final double[] recencies;
        private final double[] ages;
        private final double[] counts;

        PurchaseLikelihood(double[] allRepeats, Map<History, Long> histories, double scale, double penalty) {
            super(allRepeats, penalty);
            int n = histories.size();
            this.repeats = new double[n];
            this.recencies = new double[n];
            this.ages = new double[n];
            this.counts = new double[n];
            int place = 0;
            for (Map.Entry<History, Long> each : histories.entrySet()) {
                repeats[place] = each.getKey().repeats();
                recencies[place] = each.getKey().recency() * scale;
                ages[place] = each.getKey().age() * scale;
                counts[place++] = each.getValue();
            }
        }

        @Override
        void addRepeats(double x, double times, double[] at, Total total) {
            double r = at[0];
            double alpha = at[1];
            double a = at[2];
            double b = at[3];
            double all = Gamma.digamma(a + b) - Gamma.digamma(a + b + x);
            total.add(
                    times,
                    Gamma.logGamma(r + x)
                            - Gamma.logGamma(r)
                            + r * StrictMath.log(alpha)
                            + Gamma.logGamma(b + x)
                            - Gamma.logGamma(b)
                            + Gamma.logGamma(a + b)
                            - Gamma.logGamma(a + b + x),
                    Gamma.digamma(r + x) - Gamma.digamma(r) + StrictMath.log(alpha),
                    r / alpha,
                    all,
                    Gamma.digamma(b + x) - Gamma.digamma(b) + all);
        }

        @Override
        void addEach(double[] at, Total total) {
            double r = at[0];
            double alpha = at[1];
            double a = at[2];
            double b = at[3];
            for (int i = 0; i < repeats.length; i++) {
                double bought = r + repeats[i];
                double logAge = StrictMath.log(alpha + ages[i]);
                if (repeats[i] == 0) {
                    total.add(counts[i], -bought * logAge, -logAge, -bought / (alpha + ages[i]));
                    continue;
                }
                double since = logAge - StrictMath.log(alpha + recencies[i]);
                double logOdds = StrictMath.log(a / (b + repeats[i] - 1)) + bought * since;
                // ln(1 + e^logOdds) without overflow.
                double smaller = StrictMath.exp(-Math.abs(logOdds));
                double gone = (logOdds > 0 ? 1 : smaller) / (1 + smaller);
                total.add(
                        counts[i],
                        -bought * logAge + Math.max(0, logOdds) + StrictMath.log1p(smaller),
                        gone * since - logAge,
                        bought * ((gone - 1) / (alpha + ages[i]) - gone / (alpha + recencies[i])),
                        gone / a,
                        -gone / (b + repeats[i] - 1));
            }
        }
    }

    /** The probability that a customer will buy again; 1 for one who never did, since only a purchase can be the last. */
    public double alive(History history) {
        double x = history.repeats();
        if (x == 0) {
            return 1;
        }
        double since = StrictMath.log((alpha + history.age()) / (alpha + history.recency()));
        return 1 / (1 + StrictMath.exp(StrictMath.log(a / (b + x - 1)) + (r + x) * since));
    }

    /**
     * How many purchases are to be expected of a customer.
     *
     * @param horizon how long from now on, in the unit of the history
     */
    public double expected(History history, double horizon) {
        double x = history.repeats();
        double c = a + b + x - 1;
        if (Math.abs(a - 1) < SINGULAR) {
            return (new PurchaseModel(r, alpha, 1 - ASIDE, b).expected(history, horizon)
                            + new PurchaseModel(r, alpha, 1 + ASIDE, b).expected(history, horizon))
                    / 2;
        } else if (Math.abs(c) < SINGULAR) {
            return (new PurchaseModel(r, alpha, a, 1 - a - x - ASIDE).expected(history, horizon)
                            + new PurchaseModel(r, alpha, a, 1 - a - x + ASIDE).expected(history, horizon))
                    / 2;
        }
        double z = horizon / (alpha + history.age() + horizon);
        return c / (a - 1) * (1 - Hypergeometric.weighted(r + x, r + x, b + x, c, z)) * alive(history);
    }
}
