package mpm.method.forecasting;

import java.util.Arrays;
import java.util.Map;

/**
 * The Theta method: simple smoothing, with half the slope of the line through the series added.
 *
 * <p>Sources: V. Assimakopoulos and K. Nikolopoulos, <i>International Journal of Forecasting</i> 16 (2000); R. J. Hyndman and
 * B. Billah, the same 19 (2003); R forecast, thetaf.
 */
final class Theta implements Smoother {

    static final int FEWEST_VALUES = 4;

    private final SimpleSmoothing smoothing;
    private final double[] levels;
    private final double halfSlope;

    private Theta(double[] values) {
        this.smoothing = SimpleSmoothing.of(values);
        this.levels = smoothing.levels();
        this.halfSlope = Line.through(values).slope() / 2;
    }

    /** The method on values without a season. */
    static Theta of(double[] values) {
        return new Theta(values);
    }

    /** The method as a model of its own, with the season that the autocorrelation shows. */
    static Prediction prediction(double[] past, Question question) {
        ForecastModel.requireValues(ForecastModel.THETA, past, FEWEST_VALUES);
        Season season = Season.byAutocorrelation(past, question.seasonLength());
        Theta theta = of(season.removedFrom(past));
        double variance = theta.smoothing.squares() / (past.length - 2);
        double[] expected = theta.expected(question.horizon());
        double[] variances = Arrays.stream(theta.smoothing.varianceFactors(question.horizon()))
                .map(factor -> variance * factor)
                .toArray();
        return new Prediction(
                        ForecastModel.THETA.name(),
                        SeasonForm.NONE,
                        expected,
                        Prediction.normalRanges(expected, variances, question.confidence()),
                        Map.of(Figure.ALPHA, theta.smoothing.alpha(), Figure.SIGMA, Math.sqrt(variance)))
                .with(season, past.length);
    }

    @Override
    public double[] fitted() {
        double[] fitted = new double[levels.length - 1];
        Arrays.setAll(fitted, t -> levels[t] + halfSlope * lag(t));
        return fitted;
    }

    @Override
    public double[] expected(int horizon) {
        int n = levels.length - 1;
        double[] expected = new double[horizon];
        Arrays.setAll(expected, place -> levels[n] + halfSlope * (place + lag(n)));
        return expected;
    }

    SimpleSmoothing smoothing() {
        return smoothing;
    }

    /** How many periods of the slope the level has yet to make up for after so many values. */
    private double lag(int values) {
        return (1 - StrictMath.pow(1 - smoothing.alpha(), values)) / smoothing.alpha();
    }
}
