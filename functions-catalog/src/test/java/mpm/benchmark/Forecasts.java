package mpm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.method.forecasting.ForecastModel;
import mpm.method.forecasting.Question;
import mpm.method.random.SplitMix64;
import mpm.simulation.CompetitionSeries;
import org.openjdk.jmh.infra.Blackhole;

/** Series to forecast: some of {@code -Dcompetition=m3.csv}, evenly chosen, or drawn ones with trend and season. */
final class Forecasts {

    /** How many series. */
    static final int SERIES = 200;

    private final List<double[]> series;
    private final Question question;

    Forecasts(String group, int seasonLength, int horizon, int length) {
        question = Question.of(horizon, seasonLength);
        Optional<Path> competition = InputFile.named("competition");
        if (competition.isPresent()) {
            List<CompetitionSeries> all = read(competition.get(), group);
            series = IntStream.range(0, SERIES)
                    .mapToObj(place -> all.get(place * all.size() / SERIES).history())
                    .toList();
        } else {
            SplitMix64 generator = new SplitMix64(1);
            series = IntStream.range(0, SERIES)
                    .mapToObj(place -> drawn(seasonLength, length, generator))
                    .toList();
        }
    }

    private static List<CompetitionSeries> read(Path file, String group) {
        try {
            return CompetitionSeries.groups(file).getOrDefault(group, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] drawn(int seasonLength, int length, SplitMix64 generator) {
        double growth = .01 * generator.normal();
        double height = .3 * generator.uniform();
        double[] values = new double[length];
        double level = 1000;
        for (int t = 0; t < length; t++) {
            level *= StrictMath.exp(growth + .05 * generator.normal());
            values[t] = level * (1 + height * StrictMath.sin(2 * Math.PI * t / seasonLength));
        }
        return values;
    }

    void forecast(Blackhole answer) {
        for (double[] past : series) {
            answer.consume(ForecastModel.AUTO.predict(past, question));
        }
    }

    /** Smooths each series once, with one share of the errors. */
    double smoothed() {
        double sum = 0;
        for (double[] past : series) {
            double level = past[0];
            for (double value : past) {
                level += .3 * (value - level);
            }
            sum += level;
        }
        return sum;
    }
}
