package mpm.method.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;
import mpm.cell.CellError;

/**
 * What is left of small probabilities when many things were tested.
 *
 * <p>Sources: S. Holm (1979), Y. Hochberg (1988), Y. Benjamini and Y. Hochberg (1995), Y. Benjamini and D. Yekutieli (2001); R
 * {@code p.adjust}.
 */
public enum PAdjustment {
    /** The share of false finds among the finds, for independent tests. */
    BH {
        @Override
        double[] ofAscending(double[] p) {
            return falseDiscoveryRate(p, p.length);
        }
    },
    /** The same for tests that depend on one another in any way. */
    BY {
        @Override
        double[] ofAscending(double[] p) {
            return falseDiscoveryRate(
                    p,
                    p.length
                            * IntStream.rangeClosed(1, p.length)
                                    .mapToDouble(i -> 1.0 / i)
                                    .sum());
        }
    },
    /** The chance of any false find, step by step from the smallest p. */
    HOLM {
        @Override
        double[] ofAscending(double[] p) {
            double[] adjusted = new double[p.length];
            double most = 0;
            for (int i = 0; i < p.length; i++) {
                most = Math.max(most, (p.length - i) * p[i]);
                adjusted[i] = most;
            }
            return adjusted;
        }
    },
    /** The same from the largest p, for independent tests. */
    HOCHBERG {
        @Override
        double[] ofAscending(double[] p) {
            double[] adjusted = new double[p.length];
            double least = 1;
            for (int i = p.length - 1; i >= 0; i--) {
                least = Math.min(least, (p.length - i) * p[i]);
                adjusted[i] = least;
            }
            return adjusted;
        }
    },
    /** The chance of any false find, each p times the number of tests. */
    BONFERRONI {
        @Override
        double[] ofAscending(double[] p) {
            double[] adjusted = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                adjusted[i] = p.length * p[i];
            }
            return adjusted;
        }
    };

    /**
     * The adjusted probabilities, each at most 1, in the order of the given.
     *
     * @throws mpm.cell.CellException #NUM! for a p outside 0 … 1
     */
    public double[] adjusted(double... p) {
        for (double each : p) {
            if (!(each >= 0 && each <= 1)) {
                throw CellError.NUM.because("A p lies from 0 to 1: leave out what is none.");
            }
        }
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> p[place]))
                .mapToInt(place -> place)
                .toArray();
        double[] ascending =
                ofAscending(IntStream.of(order).mapToDouble(place -> p[place]).toArray());
        double[] adjusted = new double[p.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = Math.min(1, ascending[i]);
        }
        return adjusted;
    }

    abstract double[] ofAscending(double[] p);

    private static double[] falseDiscoveryRate(double[] p, double tests) {
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            least = Math.min(least, tests * p[i] / (i + 1));
            adjusted[i] = least;
        }
        return adjusted;
    }
}
