package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.CorrelationTest;
import mpm.method.statistics.Pairs;

/** The cross-correlation (CCF) is that of R's {@code ccf(y, x)}. */
@WorksheetFunction(
        name = "CORREL.LAG",
        question = "How many periods ahead does one series run of another?",
        stage = MEASURE,
        method = "Pearson's correlation of x with y so many periods later, for every lag. n_eff and p_eff "
                + "count fewer independent pairs where both series drift from one period to the next.",
        caution =
                "The best of many lags is always flattering, and moving together is no cause. For series that drift slowly"
                        + " read p_eff.")
@Example(
        formula =
                "=MPM.CORREL.LAG({10,12,9,14,15,13,17,18,16,20,21,19}, {100,104,110,101,118,123,115,131,137,128,147,150}, 1)",
        shows = "{\"Lag\",\"r\",\"n\",\"p\",\"n_eff\",\"p_eff\";"
                + "-1,0.7449878448,11,0.008518424424,5.939667583,0.09198246860;"
                + "0,0.7908834387,12,0.002190338906,5.477038415,0.08322846974;"
                + "1,0.9964191418,11,5.729653995E-11,5.930036823,2.301256814E-05}",
        because = "Leads run one month ahead of revenue: r is highest at lag 1.")
@Example(
        formula = "=MPM.CORREL.LAG({1;2;\"\";4;6;5}, {2;4;6;7;11;9}, 0)",
        shows =
                "{\"Lag\",\"r\",\"n\",\"p\",\"n_eff\",\"p_eff\";0,0.9983593816,5,7.975140164E-05,3.339457782,0.01256203047}",
        because = "The month without a figure is left out: five pairs, worth three and a third.")
@Example(
        formula = "=MPM.CORREL.LAG({10;12;9;14}, {100;104;110;101}, 6)",
        shows = "#NUM!",
        because = "Four months are too few for six lags.")
public record CorrelLag(
        @Argument("The series that may lead, such as leads a month.")
        Series x,

        @Argument("The series that may follow, such as revenue a month.")
        Series y,

        @Argument(value = "How many periods to shift at most, up to the length less 3.", otherwise = "6")
        int maxLag,

        @Argument(
                value = "PAIR correlates the pairs of each lag, CCF uses the means of the whole series.",
                otherwise = "PAIR")
        Method method)
        implements Analytics, Computed<Table<CorrelLag.Line>> {

    /** How a lag is measured. */
    public enum Method {
        PAIR,
        CCF
    }

    /** A lag. */
    public record Line(
            @Column(value = "Lag", meaning = "Periods by which x is ahead of y; negative where y is ahead.")
            int lag,

            @Column(value = "r", meaning = "Correlation of x with y so many periods later, -1 to 1.")
            Cell r,

            @Column(value = "n", meaning = "How many pairs there are at this lag.")
            int n,

            @Column(value = "p", meaning = "Chance of such an r if the values were independent.")
            Cell p,

            @Column(value = "n_eff", meaning = "How many independent pairs the drifting series are worth.")
            Cell effectiveN,

            @Column(value = "p_eff", meaning = "Chance of such an r that allows for the drift.")
            Cell effectiveP) {}

    @Override
    public Table<Line> value() {
        Pairs.of(x, y);
        if (method == Method.CCF && (x.hasGaps() || y.hasGaps())) {
            throw CellError.NA.because("CCF needs a figure in every cell: fill the gaps, or use PAIR.");
        }
        if (maxLag < 0 || maxLag > x.length() - 3) {
            throw CellError.NUM.because("max_lag is %d, but series of %d allow 0 to %d."
                    .formatted(maxLag, x.length(), Math.max(0, x.length() - 3)));
        }
        return Table.of(
                Line.class,
                IntStream.rangeClosed(-maxLag, maxLag).mapToObj(this::line).toList());
    }

    private Line line(int lag) {
        Pairs pairs = Pairs.lagged(x, y, lag);
        try {
            CorrelationTest test = method == Method.CCF
                    ? CorrelationTest.ofCrossCorrelation(x, y, lag)
                    : CorrelationTest.of(pairs, CorrelationMethod.PEARSON);
            return new Line(
                    lag,
                    Cell.of(test.r()),
                    pairs.count(),
                    Cell.of(test.p()),
                    computed(test, each -> each.effectiveN().orElseThrow()),
                    computed(test, each -> each.effectiveP().orElseThrow()));
        } catch (CellException e) {
            Cell failure = Cell.of(e);
            return new Line(lag, failure, pairs.count(), failure, failure, failure);
        }
    }

    private static Cell computed(CorrelationTest test, ToDoubleFunction<CorrelationTest> figure) {
        return Cell.computed(() -> figure.applyAsDouble(test));
    }
}
