package mpm.method.forecasting;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Normal;

/** What a model expects of the periods ahead, with the range of each and what the model found in the past values. */
public final class Prediction {

    private final String model;
    private final SeasonForm season;
    private final double[] expected;
    private final Interval[] ranges;
    private final Map<Figure, Double> figures;

    /**
     * A prediction.
     *
     * @param model the name of the model used
     * @param expected what is expected of each period ahead
     * @param ranges where it will probably lie
     */
    Prediction(String model, SeasonForm season, double[] expected, Interval[] ranges, Map<Figure, Double> figures) {
        this.model = model;
        this.season = season;
        this.expected = expected;
        this.ranges = ranges;
        this.figures = figures.isEmpty() ? Map.of() : new EnumMap<>(figures);
    }

    /** Ranges as wide above as below, of errors that are normal and have these variances. */
    static Interval[] normalRanges(double[] expected, double[] variances, double confidence) {
        double z = Normal.quantile((1 + confidence) / 2);
        return IntStream.range(0, expected.length)
                .mapToObj(place -> {
                    double half = z * Math.sqrt(variances[place]);
                    return new Interval(expected[place] - half, expected[place] + half);
                })
                .toArray(Interval[]::new);
    }

    /** The same prediction of a series without its season, with the season put back. */
    Prediction with(Season put, int pastLength) {
        return new Prediction(
                model,
                put.form(),
                IntStream.range(0, expected.length)
                        .mapToDouble(place -> put.restored(expected[place], pastLength + place))
                        .toArray(),
                IntStream.range(0, expected.length)
                        .mapToObj(place -> new Interval(
                                put.restored(ranges[place].low(), pastLength + place),
                                put.restored(ranges[place].high(), pastLength + place)))
                        .toArray(Interval[]::new),
                figures);
    }

    /** The model that was used, also where another was asked for. */
    public String model() {
        return model;
    }

    public SeasonForm season() {
        return season;
    }

    /** How many periods are forecast. */
    public int horizon() {
        return expected.length;
    }

    /**
     * What is expected of a period.
     *
     * @param ahead 1 is the period after the last value
     */
    public double expected(int ahead) {
        return expected[ahead - 1];
    }

    /**
     * Where the value of a period will probably lie.
     *
     * @param ahead 1 is the period after the last value
     */
    public Interval range(int ahead) {
        return ranges[ahead - 1];
    }

    /** A figure of the model; nothing where the model has no such figure. */
    public OptionalDouble figure(Figure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
