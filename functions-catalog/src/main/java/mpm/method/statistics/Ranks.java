package mpm.method.statistics;

import java.util.Arrays;

/** Places in a competition: 1 is the best, equals share the better place, as Excel's RANK.EQ. */
public final class Ranks {

    /** Within this share of each other two figures are equal: more digits would be rounding. */
    private static final double TOLERANCE = 1e-12;

    private Ranks() {}

    /** The place of a figure among all, the largest first: one more than there are clearly larger ones. */
    public static int descending(double figure, double... all) {
        return 1
                + (int) Arrays.stream(all)
                        .filter(other -> isAbove(other, figure))
                        .count();
    }

    /** Whether one figure is above another by more than rounding. */
    public static boolean isAbove(double one, double another) {
        return one - another > TOLERANCE * Math.max(Math.abs(one), Math.abs(another));
    }
}
