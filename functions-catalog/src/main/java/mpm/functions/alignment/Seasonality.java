package mpm.functions.alignment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.cell.Shape;
import mpm.cell.Spill;
import mpm.method.Deadline;
import mpm.method.forecasting.ClassicalDecomposition;
import mpm.method.statistics.Sums;

/**
 * CMA is classical decomposition.
 *
 * <p>Source: R. J. Hyndman and G. Athanasopoulos, <i>Forecasting: Principles and Practice</i>, 3rd edition, 3.4; R's
 * {@code decompose(type = "mult")$figure}.
 */
@WorksheetFunction(
        name = "SEASONALITY",
        question = "What share of the year does each month or quarter usually bring?",
        stage = MEASURE,
        method = "RATIO divides each value by the mean of its cycle and averages by position; CMA divides by a "
                + "centred moving average, so that growth does not pass for season; DIFF takes differences.",
        source = "Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3.4.",
        caution =
                "With growth inside the year RATIO puts the trend into the late months; CMA removes it. One or two cycles"
                        + " give indices without a notion of their error.",
        related = "CASCADE.PHASE")
@Example(
        formula = "=MPM.SEASONALITY({90,110,120,80,99,121,132,88}, 4)",
        shows = "{0.9,1.1,1.2,0.8}",
        because = "The third quarter brings a fifth more than the average one.")
@Example(
        formula = "=MPM.SEASONALITY({10;14;12;20;13;15}, 2, \"DIFF\")",
        shows = "{-2.333333333;2.333333333}",
        because = "Amounts below and above the average, for what is added rather than multiplied.")
@Example(
        formula = "=MPM.SEASONALITY({100,120,140,160,180,200,220,240}, 4, \"CMA\")",
        shows = "{1,1,1,1}",
        because = "Steady growth is no season.")
@Example(formula = "=MPM.SEASONALITY({5;6;7}, 4)", shows = "#NUM!", because = "There is no complete year.")
public record Seasonality(
        @Argument("The values, oldest first; the first one is position 1 of the cycle.")
        Series values,

        @Argument("Periods in one cycle, 2 or more: 12 for months, 4 for quarters, 52 for weeks.")
        int seasonLength,

        @Argument(
                value =
                        "RATIO: shares of each cycle's mean. CMA: shares of the trend. DIFF: differences from each cycle's"
                                + " mean.",
                otherwise = "RATIO")
        Method method)
        implements Alignment, Computed<Spill> {

    /** What a value is held against. */
    public enum Method {
        RATIO,
        CMA,
        DIFF
    }

    @Override
    public Spill value() {
        double[] known = withoutTrailingGaps();
        if (known.length == 0) {
            throw CellError.NA.because("There is no value to find a season in: give at least one cycle.");
        }
        if (method == Method.CMA && Arrays.stream(known).anyMatch(Double::isNaN)) {
            throw CellError.NA.because("CMA needs a figure in every period: fill the gaps, or use RATIO.");
        }
        if (seasonLength < 2) {
            throw CellError.NUM.because(
                    "season_length is %d, but a cycle has at least 2 periods.".formatted(seasonLength));
        }
        double[] indices =
                method == Method.CMA ? meansOfPositions(againstTrend(known)) : meansOfPositions(againstCycles(known));
        double mean = Sums.mean(indices);
        if (method != Method.DIFF && mean == 0) {
            throw CellError.DIV0.because("The indices are 0 on average, so they cannot be made shares of 1.");
        }
        Shape shape = values.shape().rows() == 1 ? new Shape(1, seasonLength) : new Shape(seasonLength, 1);
        Spill spill = Spill.of(
                shape,
                position -> Cell.of(method == Method.DIFF ? indices[position] - mean : indices[position] / mean));
        return method != Method.CMA && known.length % seasonLength != 0
                ? spill.noting("The last, incomplete cycle is left out.")
                : spill;
    }

    private double[] withoutTrailingGaps() {
        int end = values.length();
        while (end > 0 && values.isGap(end - 1)) {
            end--;
        }
        return Arrays.copyOf(values.values(), end);
    }

    /** The values of the complete cycles against the mean of their cycle; NaN elsewhere. */
    private double[] againstCycles(double[] known) {
        double[] against = new double[known.length];
        Arrays.fill(against, Double.NaN);
        int cycles = 0;
        for (int start = 0; start + seasonLength <= known.length; start += seasonLength) {
            Deadline.check();
            double[] cycle = Arrays.copyOfRange(known, start, start + seasonLength);
            if (Arrays.stream(cycle).noneMatch(Double::isNaN)) {
                double mean = Sums.mean(cycle);
                for (int position = 0; position < seasonLength; position++) {
                    against[start + position] = method == Method.DIFF
                            ? cycle[position] - mean
                            : ratio(cycle[position], mean, start + position);
                }
                cycles++;
            }
        }
        int fewest = method == Method.DIFF ? 2 : 1;
        if (cycles < fewest) {
            throw CellError.NUM.because("%s needs %d complete cycles of %d periods without gaps, and there are %d."
                    .formatted(method, fewest, seasonLength, cycles));
        }
        return against;
    }

    /** The values against the moving average over one cycle around them; NaN where it does not reach. */
    private double[] againstTrend(double[] known) {
        if (known.length < 2 * seasonLength) {
            throw CellError.NUM.because(
                    "CMA needs two cycles, %d values, and there are %d.".formatted(2 * seasonLength, known.length));
        }
        double[] trend = ClassicalDecomposition.movingAverage(known, seasonLength);
        double[] against = new double[known.length];
        for (int at = 0; at < known.length; at++) {
            against[at] = Double.isNaN(trend[at]) ? Double.NaN : ratio(known[at], trend[at], at);
        }
        return against;
    }

    private double ratio(double value, double level, int at) {
        if (level == 0) {
            throw CellError.DIV0.because(
                    "The mean around value %d is 0, so there is no share of it: use DIFF.".formatted(at + 1));
        } else if (level < 0) {
            throw CellError.NUM.because(
                    "The mean around value %d is negative, so shares of it mislead: use DIFF.".formatted(at + 1));
        }
        return value / level;
    }

    /** The mean at each position of the cycle, over the cycles that have one. */
    private double[] meansOfPositions(double[] against) {
        List<double[]> positions = new ArrayList<>();
        for (int position = 0; position < seasonLength; position++) {
            int first = position;
            positions.add(IntStream.iterate(first, at -> at < against.length, at -> at + seasonLength)
                    .mapToDouble(at -> against[at])
                    .filter(each -> !Double.isNaN(each))
                    .toArray());
        }
        return positions.stream().mapToDouble(Sums::mean).toArray();
    }
}
