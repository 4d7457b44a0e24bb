package mpm.method.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.method.Deadline;

/**
 * How many pairs of pairs agree in their order and how many do not, counted in n log n (W. R. Knight, JASA 61, 1966).
 *
 * @param balance S: those that agree less those that do not; those tied in x or y count as neither
 * @param discordant D: those that do not agree
 * @param x the ties of the first series
 * @param y the ties of the second series
 */
record Concordance(int n, double balance, long discordant, Ties x, Ties y) {

    /**
     * Sums over the groups of t equal numbers.
     *
     * @param pairs Σt(t − 1)/2
     * @param triples Σt(t − 1)(t − 2)
     * @param weighted Σt(t − 1)(2t + 5)
     */
    record Ties(long pairs, double triples, double weighted) {

        /** The ties among n places in order, where it is said which place equals the one before it. */
        static Ties of(int n, IntPredicate equalsTheOneBefore) {
            long pairs = 0;
            double triples = 0;
            double weighted = 0;
            for (int first = 0; first < n; ) {
                int end = first + 1;
                while (end < n && equalsTheOneBefore.test(end)) {
                    end++;
                }
                long t = (long) end - first;
                pairs += t * (t - 1) / 2;
                triples += (double) t * (t - 1) * (t - 2);
                weighted += (double) t * (t - 1) * (2 * t + 5);
                first = end;
            }
            return new Ties(pairs, triples, weighted);
        }
    }

    static Concordance of(Pairs pairs) {
        Deadline.check();
        double[] x = pairs.x();
        double[] y = pairs.y();
        int n = x.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> x[i]).thenComparingDouble(i -> y[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sortedX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] byX = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        Ties ofX = Ties.of(n, i -> sortedX[i] == sortedX[i - 1]);
        Ties ofBoth = Ties.of(n, i -> sortedX[i] == sortedX[i - 1] && byX[i] == byX[i - 1]);
        long discordant = exchanges(byX, new double[n], 0, n);
        Ties ofY = Ties.of(n, i -> byX[i] == byX[i - 1]);
        long untied = all(n) - ofX.pairs - ofY.pairs + ofBoth.pairs;
        return new Concordance(n, untied - 2.0 * discordant, discordant, ofX, ofY);
    }

    /** Sorts a stretch of numbers and counts the pairs that stood in the wrong order. */
    private static long exchanges(double[] values, double[] room, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = exchanges(values, room, from, middle) + exchanges(values, room, middle, to);
        Deadline.check();
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || (left < middle && values[left] <= values[right])) {
                room[i] = values[left++];
            } else {
                // It passes all that are left on the left.
                count += middle - left;
                room[i] = values[right++];
            }
        }
        System.arraycopy(room, from, values, from, to - from);
        return count;
    }

    /** @throws mpm.cell.CellException #DIV/0! when all numbers of one series are equal */
    double tauB() {
        double untiedX = all(n) - x.pairs;
        double untiedY = all(n) - y.pairs;
        if (untiedX == 0 || untiedY == 0) {
            throw CellError.DIV0.because(
                    "All values of one series are equal, so nothing can move together: give values that vary.");
        }
        return balance / Math.sqrt(untiedX * untiedY);
    }

    boolean hasTies() {
        return x.pairs > 0 || y.pairs > 0;
    }

    /** The variance of S by chance, corrected for ties. */
    double variance() {
        double m = n;
        return (m * (m - 1) * (2 * m + 5) - x.weighted - y.weighted) / 18
                + 2.0 * x.pairs * y.pairs / (m * (m - 1))
                + x.triples * y.triples / (9 * m * (m - 1) * (m - 2));
    }

    private static long all(int n) {
        return (long) n * (n - 1) / 2;
    }
}
