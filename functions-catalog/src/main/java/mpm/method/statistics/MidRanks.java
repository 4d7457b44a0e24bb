package mpm.method.statistics;

import java.util.Arrays;
import mpm.method.Deadline;

/** The places of numbers in ascending order, from 1; equal numbers share the mean of their places. */
public final class MidRanks {

    private MidRanks() {}

    /** The rank of each number, in the order of the numbers; as Excel's RANK.AVG ascending. */
    public static double[] of(double... values) {
        Deadline.check();
        double[] sorted =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
        double[] rankOf = new double[sorted.length];
        for (int first = 0; first < sorted.length; ) {
            int end = first + 1;
            while (end < sorted.length && sorted[end] == sorted[first]) {
                end++;
            }
            // The places first + 1 … end.
            Arrays.fill(rankOf, first, end, (first + 1 + end) / 2.0);
            first = end;
        }
        return Arrays.stream(values)
                .map(value -> rankOf[Arrays.binarySearch(sorted, value + 0.0)])
                .toArray();
    }
}
