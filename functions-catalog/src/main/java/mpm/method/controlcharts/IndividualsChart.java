package mpm.method.controlcharts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.method.Deadline;

/**
 * The chart of single values and their moving ranges (XmR).
 *
 * <p>Limits come from a baseline. Where they may move, nine observations in a row on one side of the centre say that the
 * level has shifted: a new segment begins at the first of the nine, with a baseline of its own.
 *
 * <p>Source: D. J. Wheeler, <i>Understanding Variation</i>; NIST/SEMATECH e-Handbook 6.3.2.2; R's {@code qcc(type="xbar.one")}.
 */
public final class IndividualsChart {

    /** Fewer observations say nothing about how a process varies. */
    public static final int FEWEST = 5;

    private static final int IN_A_ROW = 9;

    private final Series series;
    private final List<Observation> observations;
    private final double[] values;
    private final List<Point> points = new ArrayList<>();

    private IndividualsChart(Series series, List<Observation> observations) {
        this.series = series;
        this.observations = observations;
        this.values = series.numbers();
    }

    /**
     * A cell of the series in the chart.
     *
     * @param movingRange the distance from the cell before; NaN where either is a gap
     * @param variation what its segment goes by
     * @param isShift whether a new level begins here
     * @param rule the first rule that it completes a pattern of
     */
    public record Point(double movingRange, Variation variation, boolean isShift, Optional<RunRule> rule) {}

    /**
     * The variation of a whole series.
     *
     * @throws mpm.cell.CellException #NUM! for fewer than five observations, or no two in neighbouring cells
     */
    public static Variation variation(Series series) {
        return Variation.of(observations(series));
    }

    /**
     * The chart of a series with the limits of all its observations, a point for each cell.
     *
     * @throws mpm.cell.CellException as {@link #variation}
     */
    public static List<Point> of(Series series) {
        IndividualsChart chart = new IndividualsChart(series, observations(series));
        chart.addSegment(0, chart.values.length, variation(series));
        return chart.points;
    }

    /**
     * The chart of a series with the limits of its first observations.
     *
     * @param baseline how many
     * @param mayMove whether the limits follow a shift of the level
     * @throws mpm.cell.CellException as {@link #variation}; #NUM! also for a baseline of fewer than five or of more
     *     observations than there are
     */
    public static List<Point> of(Series series, int baseline, boolean mayMove) {
        IndividualsChart chart = new IndividualsChart(series, observations(series));
        chart.addSegments(baseline, mayMove);
        return chart.points;
    }

    private static List<Observation> observations(Series series) {
        requireEnough(series);
        return Observation.of(series);
    }

    /** Refuses, with #NUM!, fewer than five observations. */
    static void requireEnough(Series series) {
        int observations = series.numbers().length;
        if (observations < FEWEST) {
            throw CellError.NUM.because(
                    "%d observations are too few to judge by: give at least %d.".formatted(observations, FEWEST));
        }
    }

    private void addSegments(int baseline, boolean mayMove) {
        if (baseline < FEWEST || baseline > values.length) {
            throw CellError.NUM.because("The baseline has %d observations, but it takes from %d to the %d there are."
                    .formatted(baseline, FEWEST, values.length));
        }
        int start = 0;
        while (start < values.length) {
            int baselineEnd = Math.min(start + baseline, values.length);
            Variation variation = Variation.of(observations.subList(start, baselineEnd));
            int end = mayMove ? shiftAfter(baselineEnd, variation) : values.length;
            addSegment(start, end, variation);
            start = end;
        }
    }

    /** The first of the first nine in a row on one side of the centre; the end where there are none. */
    private int shiftAfter(int baselineEnd, Variation variation) {
        RunRule.Run run = new RunRule.Run(values, baselineEnd, variation.centre(), variation.sigma());
        for (int last = baselineEnd + IN_A_ROW - 1; last < values.length; last++) {
            Deadline.check();
            if (RunRule.NINE_ON_ONE_SIDE.isCompletedAt(last, run)) {
                return last - IN_A_ROW + 1;
            }
        }
        return values.length;
    }

    /** Adds the cells of a segment; gaps belong to the observation before them, and those before the first to it. */
    private void addSegment(int start, int end, Variation variation) {
        RunRule.Run run = new RunRule.Run(values, start, variation.centre(), variation.sigma());
        for (int at = start; at < end; at++) {
            Deadline.check();
            Observation observation = observations.get(at);
            addGaps(observation.place(), variation);
            boolean isShift = start > 0 && at == start;
            points.add(new Point(
                    observation.movingRange(), variation, isShift, isShift ? Optional.empty() : firstRule(at, run)));
            addGaps(at + 1 < values.length ? observations.get(at + 1).place() : series.length(), variation);
        }
    }

    private void addGaps(int until, Variation variation) {
        while (points.size() < until) {
            points.add(new Point(Double.NaN, variation, false, Optional.empty()));
        }
    }

    /** Of the rules that need no long memory, the first one completed here. */
    private static Optional<RunRule> firstRule(int at, RunRule.Run run) {
        return Stream.of(RunRule.ONE_FAR_OUT, RunRule.NINE_ON_ONE_SIDE, RunRule.SIX_TRENDING, RunRule.TWO_OF_THREE)
                .filter(rule -> rule.isCompletedAt(at, run))
                .findFirst();
    }
}
