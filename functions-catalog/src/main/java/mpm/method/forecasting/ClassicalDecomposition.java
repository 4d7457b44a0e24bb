package mpm.method.forecasting;

import java.util.Arrays;
import mpm.method.Deadline;

/**
 * A series apart into its trend, a centred moving average, and its season, the mean distance of each place in the cycle from
 * that trend.
 *
 * <p>Source: R decompose.
 */
public final class ClassicalDecomposition {

    private final double[] trend;
    private final double[] indices;

    private ClassicalDecomposition(double[] trend, double[] indices) {
        this.trend = trend;
        this.indices = indices;
    }

    /**
     * Takes a series apart.
     *
     * @param values without gaps, at least two seasons
     * @param seasonLength periods in one season, 2 or more
     * @param form MULTIPLICATIVE: the trend is never 0; else ADDITIVE
     */
    public static ClassicalDecomposition of(double[] values, int seasonLength, SeasonForm form) {
        double[] trend = movingAverage(values, seasonLength);
        double[] sums = new double[seasonLength];
        int[] counts = new int[seasonLength];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(trend[t])) {
                sums[t % seasonLength] +=
                        form == SeasonForm.MULTIPLICATIVE ? values[t] / trend[t] : values[t] - trend[t];
                counts[t % seasonLength]++;
            }
        }
        for (int place = 0; place < seasonLength; place++) {
            sums[place] /= counts[place];
        }
        double mean = Arrays.stream(sums).average().orElseThrow();
        return new ClassicalDecomposition(
                trend,
                Arrays.stream(sums)
                        .map(index -> form == SeasonForm.MULTIPLICATIVE ? index / mean : index - mean)
                        .toArray());
    }

    /**
     * The mean of the season around each value; for an even season both ends have half the weight. NaN where the series does
     * not reach far enough.
     */
    public static double[] movingAverage(double[] values, int seasonLength) {
        double[] averages = new double[values.length];
        Arrays.fill(averages, Double.NaN);
        int reach = seasonLength / 2;
        double endWeight = seasonLength % 2 == 0 ? .5 : 1;
        for (int t = reach; t < values.length - reach; t++) {
            double sum = endWeight * (values[t - reach] + values[t + reach]);
            for (int near = t - reach + 1; near < t + reach; near++) {
                sum += values[near];
            }
            averages[t] = sum / seasonLength;
            Deadline.check();
        }
        return averages;
    }

    /** The trend at every value; NaN where it is not defined. */
    public double[] trend() {
        return trend.clone();
    }

    /** The index of each place in the cycle, the first value's place first; their mean is 1, or 0 where they are added. */
    public double[] indices() {
        return indices.clone();
    }
}
