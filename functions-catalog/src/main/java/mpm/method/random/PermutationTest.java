package mpm.method.random;

import mpm.cell.CellError;
import mpm.method.Deadline;
import mpm.method.statistics.MidRanks;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Sums;

/**
 * Whether two series are related at all: their rank correlation and their distance correlation, held against what 999 random
 * orders of the second series give.
 */
public final class PermutationTest {

    private static final int PERMUTATIONS = 999;
    private static final double ROUNDING = 1e-12;

    private final double spearman;
    private final double spearmanP;
    private final double distanceCorrelation;
    private final double distanceP;

    private PermutationTest(double spearman, double spearmanP, double distanceCorrelation, double distanceP) {
        this.spearman = spearman;
        this.spearmanP = spearmanP;
        this.distanceCorrelation = distanceCorrelation;
        this.distanceP = distanceP;
    }

    /**
     * The test of pairs.
     *
     * @throws mpm.cell.CellException #DIV/0! when all numbers of one series are equal
     */
    public static PermutationTest of(Pairs pairs, long seed) {
        int n = pairs.count();
        double[] x = standardized(MidRanks.of(pairs.x()));
        double[] y = standardized(MidRanks.of(pairs.y()));
        double[][] a = centredDistances(pairs.x());
        double[][] b = centredDistances(pairs.y());
        int[] order = identity(n);
        double spearman = products(x, y, order);
        double together = products(a, b, order);
        double scale = Math.sqrt(products(a, a, order)) * Math.sqrt(products(b, b, order));
        SplitMix64 generator = new SplitMix64(seed);
        int asRanked = 1;
        int asDistant = 1;
        for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
            Deadline.check();
            int[] shuffled = shuffled(n, generator);
            if (Math.abs(products(x, y, shuffled)) >= Math.abs(spearman) - ROUNDING) {
                asRanked++;
            }
            if (products(a, b, shuffled) >= together - ROUNDING * scale) {
                asDistant++;
            }
        }
        return new PermutationTest(
                spearman,
                asRanked / (PERMUTATIONS + 1.0),
                Math.sqrt(Math.max(0, together) / scale),
                asDistant / (PERMUTATIONS + 1.0));
    }

    /** Numbers with mean 0 and a sum of squares of 1. */
    private static double[] standardized(double[] values) {
        double squares = Sums.ofSquaredDeviations(values);
        if (squares == 0) {
            throw CellError.DIV0.because(
                    "All values of one series are equal, so nothing can depend on them: give values that vary.");
        }
        double mean = Sums.mean(values);
        double[] standardized = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standardized[i] = (values[i] - mean) / Math.sqrt(squares);
        }
        return standardized;
    }

    /** How far the numbers lie apart, less the means of their rows and columns. */
    private static double[][] centredDistances(double[] values) {
        int n = values.length;
        double[][] distances = new double[n][n];
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distances[i][j] = Math.abs(values[i] - values[j]);
            }
            means[i] = Sums.mean(distances[i]);
        }
        double mean = Sums.mean(means);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distances[i][j] += mean - means[i] - means[j];
            }
        }
        return distances;
    }

    private static double products(double[] x, double[] y, int[] order) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[order[i]];
        }
        return sum;
    }

    private static double products(double[][] a, double[][] b, int[] order) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += products(a[i], b[order[i]], order);
        }
        return sum;
    }

    private static int[] identity(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    private static int[] shuffled(int n, SplitMix64 generator) {
        int[] order = identity(n);
        for (int i = n - 1; i >= 1; i--) {
            int j = generator.below(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    /** The correlation of the mid-ranks, from −1 to 1. */
    public double spearman() {
        return spearman;
    }

    /** The part of the orders, the given one among them, whose rank correlation is as far from 0. */
    public double spearmanP() {
        return spearmanP;
    }

    /** From 0 to 1. */
    public double distanceCorrelation() {
        return distanceCorrelation;
    }

    /** The part of the orders, the given one among them, whose distance correlation is as large. */
    public double distanceP() {
        return distanceP;
    }
}
