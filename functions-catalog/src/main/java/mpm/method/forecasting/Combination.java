package mpm.method.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mpm.method.statistics.Interval;
import mpm.method.statistics.StudentT;

/**
 * The mean of several methods: their errors partly cancel, and no choice among them can go wrong.
 *
 * <p>The range follows from the errors that the mean made in the past, relative ones where everything is above 0; it widens
 * over the periods ahead as simple and damped smoothing do.
 *
 * <p>Source: S. Makridakis, E. Spiliotis and V. Assimakopoulos, <i>International Journal of Forecasting</i> 36 (2020).
 */
final class Combination {

    private static final int FEWEST_FOR_TREND = 8;

    /** What the methods take from the past values beside their season. */
    private static final int FREE_FIGURES = 5;

    private final ForecastModel model;
    private final double[] past;
    private final Season season;
    private final double[] deseasonalised;
    private final List<Smoother> smoothers;
    private final List<double[]> varianceFactors;
    private final Question question;

    private Combination(
            ForecastModel model,
            double[] past,
            Season season,
            List<Smoother> smoothers,
            List<double[]> varianceFactors,
            Question question) {
        this.model = model;
        this.past = past;
        this.season = season;
        this.deseasonalised = season.removedFrom(past);
        this.smoothers = smoothers;
        this.varianceFactors = varianceFactors;
        this.question = question;
    }

    /** The mean of simple, linear and damped smoothing, after the season that the autocorrelation shows. */
    static Prediction benchmark(double[] past, Question question) {
        ForecastModel.requireValues(ForecastModel.COMB, past, FEWEST_FOR_TREND);
        Season season = Season.byAutocorrelation(past, question.seasonLength());
        double[] values = season.removedFrom(past);
        SimpleSmoothing simple = SimpleSmoothing.of(values);
        TrendSmoothing damped = TrendSmoothing.damped(values);
        return new Combination(
                        ForecastModel.COMB,
                        past,
                        season,
                        List.of(simple, TrendSmoothing.linear(values), damped),
                        List.of(simple.varianceFactors(question.horizon()), damped.varianceFactors(question.horizon())),
                        question)
                .prediction();
    }

    /** The mean of Theta, Theta on logarithms and a damped trend; of fewer than 4 values the last. */
    static Prediction automatic(double[] past, Question question) {
        if (past.length < Theta.FEWEST_VALUES) {
            return Baselines.naive(past, question);
        }
        Season season = Season.byVariance(past, question.seasonLength());
        double[] values = season.removedFrom(past);
        Theta theta = Theta.of(values);
        List<Smoother> smoothers = new ArrayList<>();
        smoothers.add(theta);
        smoothers.add(
                Season.arePositive(past) && Season.vary(past)
                        ? new Exponential(Theta.of(Season.logarithms(values)))
                        : theta);
        List<double[]> varianceFactors = new ArrayList<>();
        varianceFactors.add(theta.smoothing().varianceFactors(question.horizon()));
        if (past.length >= FEWEST_FOR_TREND) {
            TrendSmoothing damped = TrendSmoothing.damped(values);
            smoothers.add(damped);
            varianceFactors.add(damped.varianceFactors(question.horizon()));
        }
        return new Combination(ForecastModel.AUTO, past, season, smoothers, varianceFactors, question).prediction();
    }

    /** A method on logarithms, back on the scale of the values. */
    private record Exponential(Smoother ofLogarithms) implements Smoother {

        @Override
        public double[] fitted() {
            return exponentials(ofLogarithms.fitted());
        }

        @Override
        public double[] expected(int horizon) {
            return exponentials(ofLogarithms.expected(horizon));
        }

        private static double[] exponentials(double[] logarithms) {
            return Arrays.stream(logarithms).map(StrictMath::exp).toArray();
        }
    }

    private Prediction prediction() {
        double[] fitted = mean(smoothers.stream().map(Smoother::fitted).toList());
        double[] expected = mean(smoothers.stream()
                .map(smoother -> smoother.expected(question.horizon()))
                .toList());
        boolean isRelative = Season.arePositive(past) && Season.arePositive(fitted) && Season.arePositive(expected);
        double df = Math.max(past.length - FREE_FIGURES - season.freeIndices(), 2);
        double sigma = Math.sqrt(squaredErrors(fitted, isRelative) / df);
        double width = StudentT.quantile((1 + question.confidence()) / 2, df) * sigma;
        double[] factors = mean(varianceFactors);
        Interval[] ranges = IntStream.range(0, expected.length)
                .mapToObj(place -> range(expected[place], width * Math.sqrt(factors[place]), isRelative))
                .toArray(Interval[]::new);
        return new Prediction(model.name(), SeasonForm.NONE, expected, ranges, Map.of(Figure.SIGMA, sigma))
                .with(season, past.length);
    }

    private double squaredErrors(double[] fitted, boolean isRelative) {
        double sum = 0;
        for (int t = 0; t < fitted.length; t++) {
            double error = isRelative
                    ? StrictMath.log(deseasonalised[t]) - StrictMath.log(fitted[t])
                    : deseasonalised[t] - fitted[t];
            sum += error * error;
        }
        return sum;
    }

    private static Interval range(double expected, double half, boolean isRelative) {
        return isRelative
                ? new Interval(expected * StrictMath.exp(-half), expected * StrictMath.exp(half))
                : new Interval(expected - half, expected + half);
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int place = 0; place < mean.length; place++) {
                mean[place] += row[place];
            }
        }
        Arrays.setAll(mean, place -> mean[place] / rows.size());
        return mean;
    }
}
