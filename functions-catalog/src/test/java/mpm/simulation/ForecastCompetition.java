package mpm.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mpm.method.forecasting.ClassicalDecomposition;
import mpm.method.forecasting.ForecastModel;
import mpm.method.forecasting.Prediction;
import mpm.method.forecasting.Question;
import mpm.method.forecasting.SeasonForm;
import mpm.method.statistics.Autocorrelation;
import mpm.method.statistics.Interval;

/**
 * How well the models forecast the series of a competition such as M3, beside Naive2 (the last value after the season): OWA is
 * the mean of sMAPE and MASE, each as a part of Naive2's, as the M4 competition ranked; coverage is the share of future values
 * within the 80 % range.
 *
 * <p>Run it by {@code mvn -pl functions-catalog -Psimulation verify -DskipTests -Dcompetition=m3.csv}. After the file other
 * models than AUTO may be named.
 */
public final class ForecastCompetition {

    private static final double CONFIDENCE = .8;

    private ForecastCompetition() {}

    /**
     * Prints the figures.
     *
     * @param arguments the file, then the models; AUTO if none is named
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length == 0 || arguments[0].isBlank()) {
            throw new IllegalArgumentException("Name the file of the series: -Dcompetition=m3.csv");
        }
        List<ForecastModel> models = arguments.length == 1
                ? List.of(ForecastModel.AUTO)
                : Arrays.stream(arguments).skip(1).map(ForecastModel::valueOf).toList();
        Map<String, List<CompetitionSeries>> groups = CompetitionSeries.groups(Path.of(arguments[0]));
        System.out.println("model  group      series    OWA  coverage  ms a series");
        for (ForecastModel model : models) {
            // Once unmeasured, for the compiler of the JVM.
            groups.values().forEach(group -> score(model, group));
            groups.forEach((name, group) -> {
                Score score = score(model, group);
                System.out.printf(
                        Locale.ROOT,
                        "%-6s %-10s %6d  %.4f     %.3f       %.3f%n",
                        model,
                        name.toLowerCase(Locale.ROOT),
                        group.size(),
                        score.owa(),
                        score.coverage(),
                        score.milliseconds());
            });
        }
    }

    /** Errors of forecasts, summed over series. */
    private static final class Errors {
        private double symmetric;
        private double scaled;

        void add(CompetitionSeries past, double[] forecast) {
            double relative = 0;
            double absolute = 0;
            for (int h = 0; h < forecast.length; h++) {
                double error = Math.abs(past.future()[h] - forecast[h]);
                relative += 2 * error / (Math.abs(past.future()[h]) + Math.abs(forecast[h]));
                absolute += error;
            }
            symmetric += relative / forecast.length;
            scaled += absolute / forecast.length / past.scale();
        }

        double partOf(Errors baseline) {
            return (symmetric / baseline.symmetric + scaled / baseline.scaled) / 2;
        }
    }

    private record Score(double owa, double coverage, double milliseconds) {}

    private static Score score(ForecastModel model, List<CompetitionSeries> group) {
        Errors own = new Errors();
        Errors baseline = new Errors();
        int covered = 0;
        int all = 0;
        long nanoseconds = 0;
        for (CompetitionSeries past : group) {
            int horizon = past.future().length;
            long start = System.nanoTime();
            Prediction prediction =
                    model.predict(past.history(), new Question(horizon, past.seasonLength(), CONFIDENCE));
            nanoseconds += System.nanoTime() - start;
            double[] forecast = new double[horizon];
            Arrays.setAll(forecast, h -> prediction.expected(h + 1));
            own.add(past, forecast);
            baseline.add(past, naive2(past));
            for (int h = 0; h < horizon; h++) {
                Interval range = prediction.range(h + 1);
                covered += past.future()[h] >= range.low() && past.future()[h] <= range.high() ? 1 : 0;
            }
            all += horizon;
        }
        return new Score(own.partOf(baseline), (double) covered / all, nanoseconds / 1e6 / group.size());
    }

    /** The last value without its season, with the season of each period ahead: the M4 competition's benchmark. */
    private static double[] naive2(CompetitionSeries past) {
        double[] history = past.history();
        int m = past.seasonLength();
        double[] indices = new double[] {1};
        if (m > 1 && history.length >= 3 * m && repeats(history, m)) {
            indices = ClassicalDecomposition.of(history, m, SeasonForm.MULTIPLICATIVE)
                    .indices();
        }
        double[] forecast = new double[past.future().length];
        double last = history[history.length - 1] / indices[(history.length - 1) % indices.length];
        for (int h = 0; h < forecast.length; h++) {
            forecast[h] = last * indices[(history.length + h) % indices.length];
        }
        return forecast;
    }

    private static boolean repeats(double[] history, int m) {
        double[] autocorrelations = Autocorrelation.upTo(m, history);
        double squares = 0;
        for (int lag = 1; lag < m; lag++) {
            squares += autocorrelations[lag] * autocorrelations[lag];
        }
        return Math.abs(autocorrelations[m]) > 1.645 * Math.sqrt((1 + 2 * squares) / history.length);
    }
}
