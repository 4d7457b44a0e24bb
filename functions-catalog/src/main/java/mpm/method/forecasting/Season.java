package mpm.method.forecasting;

import java.util.Arrays;
import java.util.stream.IntStream;
import mpm.method.statistics.Autocorrelation;
import mpm.method.statistics.Normal;

/** The season of a series: an index for each place in the cycle, by which the level is multiplied or which is added to it. */
final class Season {

    private static final Season NONE = new Season(SeasonForm.NONE, 0);

    /** The chance of an autocorrelation beyond which a season counts as one. */
    private static final double CONFIDENCE = .95;

    /** A season that multiplies by less would make the rest of the series too large to compute with. */
    private static final double SMALLEST_INDEX = 1e-4;

    private final SeasonForm form;
    private final double[] indices;

    private Season(SeasonForm form, double... indices) {
        this.form = form;
        this.indices = indices;
    }

    /**
     * The season of the Theta method: that of classical decomposition, where the series resembles itself a season earlier.
     *
     * <p>Source: R forecast, thetaf.
     */
    static Season byAutocorrelation(double[] past, int seasonLength) {
        if (seasonLength == 1 || past.length <= 2 * seasonLength || !vary(past) || !repeats(past, seasonLength)) {
            return NONE;
        }
        SeasonForm form = arePositive(past) ? SeasonForm.MULTIPLICATIVE : SeasonForm.ADDITIVE;
        double[] indices = ClassicalDecomposition.of(past, seasonLength, form).indices();
        return form == SeasonForm.MULTIPLICATIVE
                        && Arrays.stream(indices).anyMatch(index -> Math.abs(index) < SMALLEST_INDEX)
                ? NONE
                : new Season(form, indices);
    }

    private static boolean repeats(double[] past, int seasonLength) {
        double[] autocorrelations = Autocorrelation.upTo(seasonLength, past);
        double squares = 0;
        for (int lag = 1; lag < seasonLength; lag++) {
            squares += autocorrelations[lag] * autocorrelations[lag];
        }
        double error = Math.sqrt((1 + 2 * squares) / past.length);
        return Math.abs(autocorrelations[seasonLength]) / error > Normal.quantile(CONFIDENCE);
    }

    /** The season that an analysis of variance proves, of logarithms where all values are above 0, drawn towards none. */
    static Season byVariance(double[] past, int seasonLength) {
        boolean multiplies = arePositive(past);
        double[] effects = SeasonEffects.proven(multiplies ? logarithms(past) : past, seasonLength);
        if (effects.length == 0) {
            return NONE;
        }
        return multiplies
                ? new Season(
                        SeasonForm.MULTIPLICATIVE,
                        Arrays.stream(effects).map(StrictMath::exp).toArray())
                : new Season(SeasonForm.ADDITIVE, effects);
    }

    static boolean arePositive(double... values) {
        return Arrays.stream(values).allMatch(value -> value > 0);
    }

    static boolean vary(double... values) {
        return Arrays.stream(values).anyMatch(value -> value != values[0]);
    }

    static double[] logarithms(double... values) {
        return Arrays.stream(values).map(StrictMath::log).toArray();
    }

    SeasonForm form() {
        return form;
    }

    /** How many figures the season itself took from the past values. */
    int freeIndices() {
        return indices.length - 1;
    }

    /** The series without its season. */
    double[] removedFrom(double[] past) {
        return form == SeasonForm.NONE
                ? past
                : IntStream.range(0, past.length)
                        .mapToDouble(t -> form == SeasonForm.MULTIPLICATIVE ? past[t] / index(t) : past[t] - index(t))
                        .toArray();
    }

    /** A figure without season as that of a period, counted from 0 for the first past value. */
    double restored(double figure, int period) {
        return form == SeasonForm.MULTIPLICATIVE ? figure * index(period) : figure + index(period);
    }

    private double index(int period) {
        return indices[period % indices.length];
    }
}
