package mpm.method.forecasting;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.method.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The state space models of exponential smoothing with additive errors, by the letters of error, trend (N none, A linear, AD
 * damped) and season; an L before them stands for the same model on logarithms.
 *
 * <p>Source: R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, <i>Forecasting with Exponential Smoothing</i> (2008).
 */
public enum Ets {
    ANN(false, Trend.NONE, false),
    AAN(false, Trend.LINEAR, false),
    AADN(false, Trend.DAMPED, false),
    ANA(false, Trend.NONE, true),
    AAA(false, Trend.LINEAR, true),
    AADA(false, Trend.DAMPED, true),
    LANN(true, Trend.NONE, false),
    LAAN(true, Trend.LINEAR, false),
    LAADN(true, Trend.DAMPED, false),
    LANA(true, Trend.NONE, true),
    LAAA(true, Trend.LINEAR, true),
    LAADA(true, Trend.DAMPED, true);

    private static final int LONGEST_SEASON = 24;
    private static final int FEWEST_VALUES = 4;

    /** What another model's AICc must be smaller by: less is rounding. */
    private static final double BETTER = 1e-9;

    private final boolean logarithmic;
    private final Trend trend;
    private final boolean seasonal;

    /** How a trend goes on. */
    enum Trend {
        NONE,
        LINEAR,
        DAMPED
    }

    Ets(boolean logarithmic, Trend trend, boolean seasonal) {
        this.logarithmic = logarithmic;
        this.trend = trend;
        this.seasonal = seasonal;
    }

    /** The model of the smallest AICc among those that the past values allow; the last value where they allow none. */
    static Prediction best(double[] past, Question question) {
        EtsFit best = best(List.of(values()), past, question.seasonLength());
        return best == null || past.length < FEWEST_VALUES
                ? Baselines.naive(past, question)
                : best.model().prediction(best, question);
    }

    /**
     * The one of ANN, AAN and AADN with the smallest AICc, by which one metric is judged.
     *
     * @param past in the order of time, without gaps
     * @throws mpm.cell.CellException #NUM! for fewer than 5 values
     */
    public static EtsFit withoutSeason(double[] past) {
        EtsFit best = best(List.of(ANN, AAN, AADN), past, 1);
        if (best == null) {
            throw ANN.ineligible(past, 1);
        }
        return best;
    }

    private static @Nullable EtsFit best(List<Ets> models, double[] past, int seasonLength) {
        EtsFit best = null;
        for (Ets model : models) {
            if (model.isEligible(past, seasonLength)) {
                EtsFit fit = EtsFit.of(model, past, seasonLength);
                best = best == null || fit.aicc() < best.aicc() - BETTER ? fit : best;
            }
        }
        return best;
    }

    Prediction prediction(double[] past, Question question) {
        if (!isEligible(past, question.seasonLength())) {
            throw ineligible(past, question.seasonLength());
        }
        return prediction(EtsFit.of(this, past, question.seasonLength()), question);
    }

    private Prediction prediction(EtsFit fit, Question question) {
        double[] expected = fit.expected(question.horizon());
        Interval[] ranges = Prediction.normalRanges(expected, fit.variances(question.horizon()), question.confidence());
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.ALPHA, fit.parameters().alpha());
        if (hasTrend()) {
            figures.put(Figure.BETA, fit.parameters().beta());
        }
        if (seasonal) {
            figures.put(Figure.GAMMA, fit.parameters().gamma());
        }
        if (isDamped()) {
            figures.put(Figure.PHI, fit.parameters().phi());
        }
        figures.put(Figure.SIGMA, fit.sigma());
        if (Double.isFinite(fit.aicc())) {
            figures.put(Figure.AICC, fit.aicc());
        }
        SeasonForm form = !seasonal ? SeasonForm.NONE : logarithmic ? SeasonForm.MULTIPLICATIVE : SeasonForm.ADDITIVE;
        return logarithmic
                ? new Prediction(name(), form, exponentials(expected), exponentials(ranges), figures)
                : new Prediction(name(), form, expected, ranges, figures);
    }

    private static double[] exponentials(double[] logarithms) {
        return Arrays.stream(logarithms).map(StrictMath::exp).toArray();
    }

    private static Interval[] exponentials(Interval[] logarithms) {
        return Arrays.stream(logarithms)
                .map(each -> new Interval(StrictMath.exp(each.low()), StrictMath.exp(each.high())))
                .toArray(Interval[]::new);
    }

    private boolean isEligible(double[] past, int seasonLength) {
        return past.length >= freeFigures(seasonLength) + 2
                && (!seasonal
                        || (seasonLength > 1 && seasonLength <= LONGEST_SEASON && past.length >= 2 * seasonLength))
                && (!logarithmic || Season.arePositive(past));
    }

    private CellException ineligible(double[] past, int seasonLength) {
        if (logarithmic && !Season.arePositive(past)) {
            return CellError.NUM.because("%s takes logarithms, so every value must be above 0.".formatted(this));
        } else if (seasonal && (seasonLength == 1 || seasonLength > LONGEST_SEASON)) {
            return CellError.NUM.because("%s has a season of 2 to %d periods, and season_length is %d."
                    .formatted(this, LONGEST_SEASON, seasonLength));
        }
        int fewest = Math.max(freeFigures(seasonLength) + 2, seasonal ? 2 * seasonLength : 0);
        return CellError.NUM.because("%s needs at least %d values, and there are %d: give a longer past."
                .formatted(this, fewest, past.length));
    }

    /** What the model takes from the past values: smoothing parameters, first states and the variance. */
    int freeFigures(int seasonLength) {
        return smoothingParameters() + firstStates(seasonLength) + 1;
    }

    int smoothingParameters() {
        return 1 + (hasTrend() ? 1 : 0) + (seasonal ? 1 : 0) + (isDamped() ? 1 : 0);
    }

    int firstStates(int seasonLength) {
        return 1 + (hasTrend() ? 1 : 0) + (seasonal ? seasonLength - 1 : 0);
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    boolean isSeasonal() {
        return seasonal;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }
}
