package mpm.method.forecasting;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import mpm.cell.CellError;
import mpm.method.statistics.Sums;

/**
 * Exponential smoothing of level, trend and season with weights that are given, not searched for.
 *
 * <p>Sources: C. C. Holt (1957), P. R. Winters (1960); R HoltWinters.
 */
public final class HoltWinters {

    private final Weights weights;
    private final Seasonal seasonal;
    private final double[] season;
    private double level;
    private double trend;
    private int period;

    /** How a season stands to the level. */
    public enum Seasonal {
        ADDITIVE,
        MULTIPLICATIVE
    }

    /** Where the first level, trend and season come from. */
    public enum Start {
        /** From the first two seasons directly. */
        FIRST,
        /** From the classical decomposition of the first two seasons, as R does. */
        DECOMP
    }

    /**
     * What the newest value counts for.
     *
     * @param alpha in the level, from 0 to 1
     * @param beta in the trend, likewise; 0: there is no trend
     * @param gamma in the season, likewise
     */
    public record Weights(double alpha, double beta, double gamma) {

        /**
         * Refuses what is no weight.
         *
         * @throws mpm.cell.CellException #NUM! for a weight outside 0 to 1
         */
        public Weights {
            if (!DoubleStream.of(alpha, beta, gamma).allMatch(weight -> weight >= 0 && weight <= 1)) {
                throw CellError.NUM.because("alpha, beta and gamma are weights: give each from 0 to 1.");
            }
        }
    }

    /**
     * The state before a value.
     *
     * @param season for each place in the cycle, that of the next value first; a single 0 for none
     */
    HoltWinters(Weights weights, Seasonal seasonal, double level, double trend, double... season) {
        this.weights = weights;
        this.seasonal = seasonal;
        this.level = level;
        this.trend = trend;
        this.season = season.clone();
    }

    /**
     * Smooths past values.
     *
     * @param past in the order of time, without gaps
     * @param seasonLength periods in one season; 1 for none, then {@code seasonal} and gamma have no effect
     * @throws mpm.cell.CellException #NUM! for less than two seasons, and for a value of 0 or below where the season multiplies
     */
    public static HoltWinters of(double[] past, int seasonLength, Weights weights, Seasonal seasonal, Start start) {
        if (seasonLength == 1) {
            return withoutSeason(past, weights, start);
        }
        requireValues(past, 2 * seasonLength);
        if (seasonal == Seasonal.MULTIPLICATIVE && !Season.arePositive(past)) {
            throw CellError.NUM.because(
                    "A season that multiplies needs values above 0: choose ADDITIVE, or mend the values.");
        }
        HoltWinters smoothing = start == Start.FIRST
                ? fromFirstSeasons(past, seasonLength, weights, seasonal)
                : fromDecomposition(past, seasonLength, weights, seasonal);
        smoothing.errors(Arrays.copyOfRange(past, seasonLength, past.length));
        return smoothing;
    }

    private static HoltWinters withoutSeason(double[] past, Weights weights, Start start) {
        boolean hasTrend = weights.beta() > 0;
        requireValues(past, start == Start.DECOMP && hasTrend ? 3 : 2);
        int from = start == Start.FIRST ? 0 : hasTrend ? 2 : 1;
        HoltWinters smoothing = new HoltWinters(
                new Weights(weights.alpha(), weights.beta(), 0),
                Seasonal.ADDITIVE,
                past[Math.max(0, from - 1)],
                hasTrend ? past[1] - past[0] : 0,
                0);
        smoothing.errors(Arrays.copyOfRange(past, from, past.length));
        return smoothing;
    }

    private static HoltWinters fromFirstSeasons(double[] past, int seasonLength, Weights weights, Seasonal seasonal) {
        double[] first = Arrays.copyOf(past, seasonLength);
        double[] second = Arrays.copyOfRange(past, seasonLength, 2 * seasonLength);
        double level = Sums.mean(first);
        return new HoltWinters(
                weights,
                seasonal,
                level,
                weights.beta() > 0 ? (Sums.mean(second) - level) / seasonLength : 0,
                Arrays.stream(first)
                        .map(value -> seasonal == Seasonal.ADDITIVE ? value - level : value / level)
                        .toArray());
    }

    private static HoltWinters fromDecomposition(double[] past, int seasonLength, Weights weights, Seasonal seasonal) {
        ClassicalDecomposition parts = ClassicalDecomposition.of(
                Arrays.copyOf(past, 2 * seasonLength), seasonLength, SeasonForm.valueOf(seasonal.name()));
        double[] centre = Arrays.stream(parts.trend())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        Line line = Line.through(centre);
        // One period before the first: R counts the periods of the trend from 1 and takes the line at 0.
        return new HoltWinters(weights, seasonal, line.at(-1), weights.beta() > 0 ? line.slope() : 0, parts.indices());
    }

    private static void requireValues(double[] past, int fewest) {
        if (past.length < fewest) {
            throw CellError.NUM.because(
                    "At least %d values are needed to start from, and there are %d: give a longer past."
                            .formatted(fewest, past.length));
        }
    }

    /** Goes on over values; answers by how much each exceeded what was expected of it. */
    double[] errors(double[] values) {
        double[] errors = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            int place = period % season.length;
            double value = values[t];
            errors[t] = value - seasoned(level + trend, place);
            double before = level;
            level = weights.alpha() * unseasoned(value, season[place]) + (1 - weights.alpha()) * (level + trend);
            if (weights.beta() > 0) {
                trend = weights.beta() * (level - before) + (1 - weights.beta()) * trend;
            }
            season[place] = weights.gamma() * unseasoned(value, level) + (1 - weights.gamma()) * season[place];
            period++;
        }
        return errors;
    }

    private double seasoned(double figure, int place) {
        return seasonal == Seasonal.ADDITIVE ? figure + season[place] : figure * season[place];
    }

    private double unseasoned(double value, double part) {
        return seasonal == Seasonal.ADDITIVE ? value - part : value / part;
    }

    /**
     * What is expected of a period.
     *
     * @param ahead 1 is the period after the last value
     */
    public double expected(int ahead) {
        return seasoned(level + ahead * trend, (period + ahead - 1) % season.length);
    }

    double level() {
        return level;
    }

    double trend() {
        return trend;
    }
}
