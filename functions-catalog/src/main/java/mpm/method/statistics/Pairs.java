package mpm.method.statistics;

import java.util.Arrays;
import mpm.cell.CellError;
import mpm.cell.Series;

/** The numbers of two series at one position each, in order; a position where either has a gap makes no pair. */
public final class Pairs {

    private final double[] x;
    private final double[] y;

    private Pairs(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The pairs (x<sub>t</sub>, y<sub>t</sub>).
     *
     * @throws mpm.cell.CellException #N/A when the lengths differ or there is no number in either
     */
    public static Pairs of(Series x, Series y) {
        return lagged(x, y, 0);
    }

    /**
     * The pairs (x<sub>t</sub>, y<sub>t+lag</sub>): shifted by position first, then without those that have a gap.
     *
     * @param lag positive when x leads; a lag of the length of the series or more leaves no pair
     * @throws mpm.cell.CellException #N/A when the lengths differ or there is no number in either
     */
    public static Pairs lagged(Series x, Series y, int lag) {
        check(x, y);
        int length = x.length();
        double[] kept = new double[length];
        double[] partners = new double[length];
        int count = 0;
        for (int i = (int) Math.min(length, Math.max(0, -(long) lag)); i < length && (long) i + lag < length; i++) {
            if (!x.isGap(i) && !y.isGap(i + lag)) {
                // −0 is 0: as a negative zero it would rank below the other zeros.
                kept[count] = x.value(i) + 0.0;
                partners[count++] = y.value(i + lag) + 0.0;
            }
        }
        return new Pairs(Arrays.copyOf(kept, count), Arrays.copyOf(partners, count));
    }

    static void check(Series x, Series y) {
        if (x.length() != y.length()) {
            throw CellError.NA.because(
                    "The lengths differ: one series has %d cells and the other %d.".formatted(x.length(), y.length()));
        }
        if (x.numbers().length == 0 && y.numbers().length == 0) {
            throw CellError.NA.because("Neither series holds a number: give two series of numbers.");
        }
    }

    /** How many there are. */
    public int count() {
        return x.length;
    }

    /** The numbers of the first series. */
    public double[] x() {
        return x.clone();
    }

    /** The numbers of the second series. */
    public double[] y() {
        return y.clone();
    }

    /** The pairs from one place up to but without another, both counted from 0. */
    public Pairs between(int from, int to) {
        return new Pairs(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to));
    }

    /** The same pairs with the mid-rank of every number in its place. */
    Pairs ranked() {
        return new Pairs(MidRanks.of(x), MidRanks.of(y));
    }
}
