package mpm.method.statistics;

import java.util.Arrays;
import mpm.cell.CellError;
import mpm.method.Deadline;

/**
 * Whether values rise or fall over time more often than chance lets them, however much.
 *
 * <p>Sources: H. B. Mann (1945); M. G. Kendall (1975); R. O. Gilbert (1987) for the variance with ties. As R trend
 * {@code mk.test}.
 *
 * @param s pairs that rise less pairs that fall
 * @param pairs how many pairs there are
 * @param tiedPairs how many of them are equal
 * @param variance of S by chance, less where values are equal
 */
public record MannKendall(long s, long pairs, long tiedPairs, double variance) {

    /** The test of values in the order of time. */
    public static MannKendall of(double... values) {
        int n = values.length;
        long s = 0;
        for (int i = 0; i < n; i++) {
            Deadline.check();
            for (int j = i + 1; j < n; j++) {
                s += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0;
            }
        }
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        Concordance.Ties ties = Concordance.Ties.of(n, place -> ascending[place] == ascending[place - 1]);
        double variance = ((double) n * (n - 1) * (2 * n + 5) - ties.weighted()) / 18;
        return new MannKendall(s, (long) n * (n - 1) / 2, ties.pairs(), variance);
    }

    /** S in standard deviations, one pair nearer to 0; 0 where as many pairs rise as fall. */
    public double z() {
        return s == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
    }

    /** The two-sided probability of such an S by chance. */
    public double p() {
        return Normal.twoSidedTail(z());
    }

    /**
     * Kendall's τ of the values with time.
     *
     * @throws mpm.cell.CellException #DIV/0! when all values are equal
     */
    public double tau() {
        if (pairs == tiedPairs) {
            throw CellError.DIV0.because("All values are equal, so nothing can rise with time.");
        }
        return s / Math.sqrt((double) (pairs - tiedPairs) * pairs);
    }
}
