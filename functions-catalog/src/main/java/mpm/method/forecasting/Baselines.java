package mpm.method.forecasting;

import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The forecasts that every other must beat.
 *
 * <p>Source: R forecast, naive, snaive and rwf.
 */
final class Baselines {

    private Baselines() {}

    /** The last value. */
    static Prediction naive(double[] past, Question question) {
        double sigma = rootMeanSquaredChange(past, 1);
        return prediction(ForecastModel.NAIVE, question, ahead -> past[past.length - 1], sigma, ahead -> ahead);
    }

    /** The last season; where a season is one period, the last value. */
    static Prediction seasonalNaive(double[] past, Question question) {
        int season = question.seasonLength();
        if (season == 1) {
            return naive(past, question);
        }
        ForecastModel.requireValues(ForecastModel.SNAIVE, past, season + 1);
        double sigma = rootMeanSquaredChange(past, season);
        return prediction(
                ForecastModel.SNAIVE,
                question,
                ahead -> past[past.length - season + (ahead - 1) % season],
                sigma,
                ahead -> Math.floorDiv(ahead - 1, season) + 1.0);
    }

    /** The line from the first value through the last. */
    static Prediction drift(double[] past, Question question) {
        ForecastModel.requireValues(ForecastModel.DRIFT, past, 3);
        int n = past.length;
        double slope = (past[n - 1] - past[0]) / (n - 1);
        double squares = 0;
        for (int t = 1; t < n; t++) {
            double error = past[t] - past[t - 1] - slope;
            squares += error * error;
        }
        double sigma = Math.sqrt(squares / (n - 2));
        return prediction(
                ForecastModel.DRIFT,
                question,
                ahead -> past[n - 1] + ahead * slope,
                sigma,
                ahead -> ahead * (1 + ahead / (n - 1.0)));
    }

    private static double rootMeanSquaredChange(double[] past, int lag) {
        double squares = 0;
        for (int t = lag; t < past.length; t++) {
            double change = past[t] - past[t - lag];
            squares += change * change;
        }
        return Math.sqrt(squares / (past.length - lag));
    }

    private static Prediction prediction(
            ForecastModel model,
            Question question,
            IntToDoubleFunction expected,
            double sigma,
            IntToDoubleFunction varianceFactor) {
        double[] all = ahead(question, expected);
        double[] variances = ahead(question, each -> sigma * sigma * varianceFactor.applyAsDouble(each));
        return new Prediction(
                model.name(),
                model == ForecastModel.SNAIVE ? SeasonForm.NAIVE : SeasonForm.NONE,
                all,
                Prediction.normalRanges(all, variances, question.confidence()),
                Map.of(Figure.SIGMA, sigma));
    }

    private static double[] ahead(Question question, IntToDoubleFunction figure) {
        return IntStream.rangeClosed(1, question.horizon()).mapToDouble(figure).toArray();
    }
}
