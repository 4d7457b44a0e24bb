package mpm.method.forecasting;

import java.util.Arrays;
import mpm.method.statistics.FisherF;
import mpm.method.statistics.Sums;

/**
 * How far each place in the cycle lies from the rest, by analysis of variance: what the seasons explain of the values beside
 * a trend, and what stays unexplained.
 *
 * <p>Source for the shrinkage towards no season: D. M. Miller and D. Williams, <i>International Journal of Forecasting</i> 19
 * (2003), by James and Stein's rule.
 */
final class SeasonEffects {

    /** The chance of such a season in values without any, below which it counts as proven. */
    private static final double ALPHA = .10;

    /** What share of the variation is rounding. */
    private static final double ROUNDING = 1e-12;

    /** Fewer seasons than this follow one common line; from then on a moving average shows their trend. */
    private static final int SEASONS_FOR_AVERAGE = 4;

    /** James and Stein's rule improves on plain means only from four of them on. */
    private static final int MEANS_NOT_SHRUNK = 3;

    private final double[] effects;
    private final int[] counts;
    private final double explained;
    private final double unexplained;
    private final int df;

    private SeasonEffects(double[] effects, int[] counts, double explained, double unexplained, int df) {
        this.effects = effects;
        this.counts = counts;
        this.explained = explained;
        this.unexplained = unexplained;
        this.df = df;
    }

    /**
     * The effects of the places in the cycle, of mean 0 and shrunk by how uncertain they are; none where there is too little
     * to prove a season, or it is not proven.
     */
    static double[] proven(double[] values, int seasonLength) {
        int n = values.length;
        if (seasonLength == 1 || n < 2 * seasonLength || n - seasonLength - 1 < 1 || !Season.vary(values)) {
            return new double[0];
        }
        SeasonEffects analysis = n < SEASONS_FOR_AVERAGE * seasonLength
                ? besideLine(values, seasonLength)
                : besideAverage(values, seasonLength);
        return analysis.isProven(Sums.ofSquaredDeviations(values)) ? analysis.shrunk() : new double[0];
    }

    /** The seasons have means of their own and one slope in common; without them a line alone would have to do. */
    private static SeasonEffects besideLine(double[] values, int seasonLength) {
        int n = values.length;
        Groups groups = new Groups(seasonLength);
        for (int t = 0; t < n; t++) {
            groups.add(t, values[t]);
        }
        double[] times = groups.meanTimes();
        double[] means = groups.meanValues();
        Regression within = new Regression();
        Regression alone = new Regression();
        double meanTime = (n - 1) / 2.0;
        double mean = Sums.mean(values);
        for (int t = 0; t < n; t++) {
            within.add(t - times[t % seasonLength], values[t] - means[t % seasonLength]);
            alone.add(t - meanTime, values[t] - mean);
        }
        double[] effects = new double[seasonLength];
        for (int place = 0; place < seasonLength; place++) {
            effects[place] = means[place] - within.slope() * times[place];
        }
        return new SeasonEffects(
                effects, groups.counts, alone.residual() - within.residual(), within.residual(), n - seasonLength - 1);
    }

    /** The seasons are means of the distances from a moving average. */
    private static SeasonEffects besideAverage(double[] values, int seasonLength) {
        double[] average = ClassicalDecomposition.movingAverage(values, seasonLength);
        Groups groups = new Groups(seasonLength);
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(average[t])) {
                groups.add(t, values[t] - average[t]);
            }
        }
        double[] means = groups.meanValues();
        int n = Arrays.stream(groups.counts).sum();
        double mean = 0;
        for (int place = 0; place < seasonLength; place++) {
            mean += groups.counts[place] * means[place] / n;
        }
        double explained = 0;
        for (int place = 0; place < seasonLength; place++) {
            explained += groups.counts[place] * (means[place] - mean) * (means[place] - mean);
        }
        double unexplained = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(average[t])) {
                double rest = values[t] - average[t] - means[t % seasonLength];
                unexplained += rest * rest;
            }
        }
        return new SeasonEffects(means, groups.counts, explained, unexplained, n - seasonLength);
    }

    private boolean isProven(double variation) {
        if (!(explained > ROUNDING * variation)) {
            return false;
        }
        return unexplained <= ROUNDING * variation
                || FisherF.upperTail(explained / (effects.length - 1) / variance(), effects.length - 1, df) < ALPHA;
    }

    private double variance() {
        return unexplained / df;
    }

    private double[] shrunk() {
        double mean = Sums.mean(effects);
        double[] centred = Arrays.stream(effects).map(effect -> effect - mean).toArray();
        double uncertainty = variance()
                * Arrays.stream(counts)
                        .mapToDouble(count -> 1.0 / count)
                        .average()
                        .orElseThrow();
        double excess = Math.max(0, effects.length - MEANS_NOT_SHRUNK) * uncertainty;
        double kept = 1 - Math.min(1, excess / Sums.ofProducts(centred, centred));
        return Arrays.stream(centred).map(effect -> effect * kept).toArray();
    }

    /** The values of each place in the cycle, with their times. */
    private static final class Groups {
        private final Sums.Running[] times;
        private final Sums.Running[] values;
        private final int[] counts;

        Groups(int seasonLength) {
            times = running(seasonLength);
            values = running(seasonLength);
            counts = new int[seasonLength];
        }

        private static Sums.Running[] running(int count) {
            Sums.Running[] sums = new Sums.Running[count];
            Arrays.setAll(sums, place -> new Sums.Running());
            return sums;
        }

        void add(int time, double value) {
            int place = time % counts.length;
            times[place].add(time);
            values[place].add(value);
            counts[place]++;
        }

        double[] meanTimes() {
            return means(times);
        }

        double[] meanValues() {
            return means(values);
        }

        private double[] means(Sums.Running[] sums) {
            double[] means = new double[counts.length];
            Arrays.setAll(means, place -> sums[place].value() / counts[place]);
            return means;
        }
    }

    /** A line through points around their means. */
    private static final class Regression {
        private double xx;
        private double xy;
        private double yy;

        void add(double x, double y) {
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }

        double slope() {
            return xy / xx;
        }

        double residual() {
            return Math.max(0, yy - xy * slope());
        }
    }
}
