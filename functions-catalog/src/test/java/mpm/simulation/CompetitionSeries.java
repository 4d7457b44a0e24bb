package mpm.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A series of a forecast competition: what the models know, and what came then. */
public final class CompetitionSeries {

    private final String group;
    private final int seasonLength;
    private final double[] history;
    private final double[] future;

    private CompetitionSeries(String line) {
        String[] cells = line.split(",", -1);
        group = cells[1];
        seasonLength = Integer.parseInt(cells[2]);
        history = numbers(cells[4]);
        future = numbers(cells[5]);
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    /**
     * Reads the series, by the names of their groups, such as MONTHLY, without the group OTHER.
     *
     * @param file with the columns id, period, frequency, horizon, history and future, the values of the last two separated by
     *     spaces; the series of M1 and M3 are published by the International Institute of Forecasters, in the R package Mcomp
     */
    public static Map<String, List<CompetitionSeries>> groups(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(CompetitionSeries::new)
                    .filter(series -> !series.group.equals("OTHER"))
                    .collect(Collectors.groupingBy(series -> series.group, LinkedHashMap::new, Collectors.toList()));
        }
    }

    /** Periods in a season. */
    public int seasonLength() {
        return seasonLength;
    }

    /** The values that are known. */
    public double[] history() {
        return history;
    }

    /** The values that came then. */
    double[] future() {
        return future;
    }

    /** The mean change over a season, by which errors of different series become comparable. */
    double scale() {
        double sum = 0;
        for (int t = seasonLength; t < history.length; t++) {
            sum += Math.abs(history[t] - history[t - seasonLength]);
        }
        return sum / (history.length - seasonLength);
    }
}
