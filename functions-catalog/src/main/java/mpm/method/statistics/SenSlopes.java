package mpm.method.statistics;

import java.util.Arrays;
import mpm.cell.CellError;
import mpm.method.Deadline;

/**
 * The slopes between all pairs of observations. Their median is a slope that a few odd observations do not bend.
 *
 * <p>Sources: H. Theil (1950); P. K. Sen, JASA 63 (1968).
 */
public final class SenSlopes {

    private static final int MOST = 20_000_000;

    private final double[] ascending;

    private SenSlopes(double[] ascending) {
        this.ascending = ascending;
    }

    /**
     * The slopes between all observations.
     *
     * @param times rising
     * @param values one at each time
     * @throws mpm.cell.CellException #NUM! for more than 20 million pairs
     */
    public static SenSlopes of(double[] times, double[] values) {
        return ofSeasons(times, values, 1);
    }

    /**
     * The slopes between observations that lie whole seasons apart.
     *
     * @param times rising whole numbers, unless the season is 1
     * @param season 1 for none
     * @throws mpm.cell.CellException as {@link #of}
     */
    public static SenSlopes ofSeasons(double[] times, double[] values, int season) {
        long pairs = (long) times.length * (times.length - 1) / 2 / season;
        if (pairs > MOST) {
            throw CellError.NUM.because(
                    "%,d values are too large a history to compare each with each: give at most 6,000."
                            .formatted(times.length));
        }
        double[] slopes = new double[(int) pairs + times.length];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            Deadline.check();
            for (int j = i + 1; j < times.length; j++) {
                double time = times[j] - times[i];
                if (season == 1 || time % season == 0) {
                    // Gaps may leave more than their share of the pairs whole seasons apart.
                    slopes = count < slopes.length ? slopes : Arrays.copyOf(slopes, 2 * count);
                    slopes[count++] = (values[j] - values[i]) / time;
                }
            }
        }
        double[] ascending = Arrays.copyOf(slopes, count);
        Arrays.sort(ascending);
        return new SenSlopes(ascending);
    }

    /** The median; 0 without a slope. */
    public double median() {
        return ascending.length == 0 ? 0 : Quantiles.of(ascending).median();
    }

    /**
     * The interval of the median slope.
     *
     * @param halfWidth the normal quantile of its upper end times the standard deviation of S by chance
     */
    public Interval interval(double halfWidth) {
        int n = ascending.length;
        int low = (int) Math.max(1, Math.rint((n - halfWidth) / 2));
        int high = (int) Math.min(n, Math.rint((n + halfWidth) / 2) + 1);
        return new Interval(ascending[low - 1], ascending[high - 1]);
    }
}
