package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.Deadline;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.SenSlopes;
import mpm.method.statistics.Sums;

/** On pure noise a limit of 3 flags about one value in a hundred or fewer (measured: .4 to 1.5 %). */
@WorksheetFunction(
        name = "ANOMALY",
        question = "Which periods are out of line with their neighbours and season?",
        stage = MEASURE,
        caution = "Unusual is not wrong. A level that shifts for good is flagged only near its start.",
        method =
                "Trend (Sen's slope) and season (medians) are taken out; what is left is held against the median of the three"
                        + " neighbours on either side, in robust standard deviations.",
        source = "The Hampel filter; Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.",
        related = {"TRENDTEST"})
@Example(
        formula = "=MPM.ANOMALY({410;432;405;418;441;120;425;437;412;428}, , , FALSE)",
        shows = "{1,410,414.5,-0.262032381379,\"\";2,432,413.416666667,1.08209668607,\"\";"
                + "3,405,416.833333333,-0.689048113998,\"\";4,418,417.5,0.0291147090422,\"\";"
                + "5,441,420.916666667,1.16944081319,\"\";6,120,422.083333333,-17.590136713,\"LOW\";"
                + "7,425,423,0.116458836169,\"\";8,437,425.666666667,0.659933404956,\"\";"
                + "9,412,427.083333333,-0.878293722772,\"\";10,428,428.5,-0.0291147090422,\"\"}",
        because = "Leads of the sixth week: the form was broken.")
@Example(
        formula = "=MPM.ANOMALY({5;6;5;7;\"\";6;5;6}, 1, 3, FALSE)",
        shows = "{1,5,6,-0.449660506318,\"\";2,6,5,0.449660506318,\"\";3,5,6,-0.449660506318,\"\";"
                + "4,7,5,0.899321012635,\"\";5,\"\",\"\",\"\",\"\";6,6,5.5,0.224830253159,\"\";"
                + "7,5,6,-0.449660506318,\"\";8,6,5.5,0.224830253159,\"\"}",
        because = "Nothing stands out; the blank week stays blank.")
@Example(
        formula = "=MPM.ANOMALY({410;432;405}, 1)",
        shows = "#NUM!",
        because = "Three values have no neighbours to speak of.")
public record Anomaly(
        @Argument("The figures in the order of time; a blank keeps its place.")
        Series values,

        @Argument(value = "Periods in one season, such as 12 for months; 1 is none.", otherwise = "1")
        int seasonLength,

        @Argument(value = "From how many robust standard deviations a value counts as unusual.", otherwise = "3")
        double limit)
        implements Analytics, Computed<Table<Anomaly.Line>> {

    private static final int FEWEST = 7;
    private static final int NEIGHBOURS = 3;
    /** Makes the median of absolute deviations the standard deviation of normal figures, and their mean likewise. */
    private static final double MEDIAN_TO_SIGMA = 1.4826;

    private static final double MEAN_TO_SIGMA = 1.253314137;
    private static final double NO_SPREAD = 1e-12;

    /** A period. */
    public record Line(
            @Column(value = "Period", meaning = "Its position, from 1.")
            int period,

            @Column(value = "Value", meaning = "The figure.")
            Cell value,

            @Column(value = "Expected", meaning = "What trend, season and neighbours let expect.")
            Cell expected,

            @Column(value = "Score", meaning = "How far it is from that, in robust standard deviations.")
            Cell score,

            @Column(value = "Signal", meaning = "HIGH or LOW where the score is beyond the limit.")
            String signal) {}

    @Override
    public Table<Line> value() {
        double[] y = values.values();
        int[] given = IntStream.range(0, y.length)
                .filter(place -> !values.isGap(place))
                .toArray();
        if (given.length == 0) {
            throw CellError.NA.because("There is no number: give at least 7.");
        }
        if (seasonLength < 1) {
            throw CellError.NUM.because(
                    "season_length is %d: give 1 for no season, 12 for months.".formatted(seasonLength));
        }
        if (!(limit > 0)) {
            throw CellError.NUM.because("limit is not above 0: give 3, or less to see more.");
        }
        if (given.length < Math.max(FEWEST, 2L * seasonLength)) {
            throw CellError.NUM.because("There are %d numbers, but at least %d are needed: 7, and two seasons."
                    .formatted(given.length, Math.max(FEWEST, 2L * seasonLength)));
        }
        double[] level = withoutSeason(withoutTrend(y, given), given);
        double[] left = new double[y.length];
        for (int place : given) {
            left[place] = level[place] - neighbours(level, place);
        }
        double scale = scale(left, given);
        boolean hasSpread = scale > rounding(y, given);
        return Table.of(
                Line.class,
                IntStream.range(0, y.length)
                        .mapToObj(place -> values.isGap(place)
                                ? new Line(place + 1, Cell.blank(), Cell.blank(), Cell.blank(), "")
                                : line(place + 1, y[place], left[place], hasSpread ? left[place] / scale : 0))
                        .toList());
    }

    private Line line(int period, double value, double left, double score) {
        String signal = score > limit ? "HIGH" : score < -limit ? "LOW" : "";
        return new Line(period, Cell.of(value), Cell.of(value - left), Cell.of(score), signal);
    }

    private double[] withoutTrend(double[] y, int[] given) {
        double slope = SenSlopes.ofSeasons(IntStream.of(given).asDoubleStream().toArray(), at(y, given), seasonLength)
                .median();
        double[] level = new double[y.length];
        Arrays.setAll(level, place -> y[place] - slope * (place + 1));
        return level;
    }

    private double[] withoutSeason(double[] level, int[] given) {
        if (seasonLength == 1) {
            return level;
        }
        double[] deviation = new double[level.length];
        for (int place : given) {
            Deadline.check();
            deviation[place] = level[place] - medianWithin(level, place, seasonLength / 2, other -> true);
        }
        double[] season = new double[seasonLength];
        boolean[] isKnown = new boolean[seasonLength];
        for (int position = 0; position < seasonLength; position++) {
            int own = position;
            int[] places = IntStream.of(given)
                    .filter(place -> place % seasonLength == own)
                    .toArray();
            isKnown[position] = places.length > 0;
            season[position] = isKnown[position] ? median(at(deviation, places)) : 0;
        }
        double mean = Sums.mean(IntStream.range(0, seasonLength)
                .filter(position -> isKnown[position])
                .mapToDouble(position -> season[position])
                .toArray());
        double[] adjusted = new double[level.length];
        Arrays.setAll(adjusted, place -> level[place] - (season[place % seasonLength] - mean));
        return adjusted;
    }

    /** The median of the neighbours on either side; of all, where there are none. */
    private double neighbours(double[] level, int place) {
        Deadline.check();
        double median = medianWithin(level, place, NEIGHBOURS, other -> other != place);
        return Double.isNaN(median) ? medianWithin(level, place, level.length, other -> true) : median;
    }

    /** The median of the values at most so many places away; NaN where there are none. */
    private double medianWithin(double[] level, int place, int reach, IntPredicate which) {
        double[] near = IntStream.rangeClosed(Math.max(0, place - reach), Math.min(level.length - 1, place + reach))
                .filter(other -> !values.isGap(other))
                .filter(which)
                .mapToDouble(other -> level[other])
                .toArray();
        return near.length == 0 ? Double.NaN : median(near);
    }

    private double scale(double[] left, int[] given) {
        double[] all = at(left, given);
        double middle = median(all);
        double scale = MEDIAN_TO_SIGMA * median(distances(all, middle));
        if (scale <= rounding(values.values(), given)) {
            scale = MEAN_TO_SIGMA * Sums.mean(distances(all, middle));
        }
        // A season of medians fits itself to its few values: what is left looks smaller than it is.
        return seasonLength == 1 ? scale : scale * Math.sqrt(given.length / (given.length - 1.5 * seasonLength));
    }

    private static double rounding(double[] y, int[] given) {
        return NO_SPREAD * Arrays.stream(at(y, given)).map(Math::abs).max().orElse(0);
    }

    private static double[] distances(double[] all, double middle) {
        return Arrays.stream(all).map(each -> Math.abs(each - middle)).toArray();
    }

    private static double median(double[] all) {
        return Quantiles.of(all).median();
    }

    private static double[] at(double[] all, int[] places) {
        return IntStream.of(places).mapToDouble(place -> all[place]).toArray();
    }
}
