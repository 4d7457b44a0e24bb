package mpm.method.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/** How many permutations have how many pairs in the wrong order (the Mahonian numbers), counted exactly. */
final class Inversions {

    private Inversions() {}

    /**
     * The probability that a random permutation of n has as few inversions, or as few of the opposite, as given.
     *
     * @param inversions 0 … n(n − 1)/2
     */
    static double twoSidedTail(int n, long inversions) {
        int most = n * (n - 1) / 2;
        int extreme = (int) Math.min(inversions, most - inversions);
        BigInteger count = Arrays.stream(permutations(n, extreme)).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger all = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            all = all.multiply(BigInteger.valueOf(i));
        }
        double tail = new BigDecimal(count.shiftLeft(1))
                .divide(new BigDecimal(all), MathContext.DECIMAL64)
                .doubleValue();
        return Math.min(1, tail);
    }

    /** The permutations of n with 0, 1, … most inversions. */
    private static BigInteger[] permutations(int n, int most) {
        BigInteger[] counts = new BigInteger[most + 1];
        Arrays.fill(counts, BigInteger.ZERO);
        counts[0] = BigInteger.ONE;
        for (int size = 2; size <= n; size++) {
            // The largest of them may stand on 0 … size − 1 places before others.
            BigInteger[] next = new BigInteger[counts.length];
            BigInteger window = BigInteger.ZERO;
            for (int k = 0; k < next.length; k++) {
                window = window.add(counts[k]);
                if (k >= size) {
                    window = window.subtract(counts[k - size]);
                }
                next[k] = window;
            }
            counts = next;
        }
        return counts;
    }
}
