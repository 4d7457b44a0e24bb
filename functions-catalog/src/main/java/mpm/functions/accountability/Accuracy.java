package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
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
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Sums;

/**
 * Source: R. J. Hyndman and A. B. Koehler, <i>International Journal of Forecasting</i> 22 (2006); R forecast, accuracy (whose
 * percentages are a hundred times ours).
 */
@WorksheetFunction(
        name = "ACCURACY",
        question = "How good were our forecasts?",
        stage = MEASURE,
        method = "The usual measures of forecast errors over the pairs of actual and forecast. MASE divides by "
                + "the error of repeating the value one season before.",
        source = "Hyndman and Koehler, International Journal of Forecasting 22, 2006.",
        caution = "MASE below 1 beats “the same as m periods ago”; MAPE favours forecasts that are too low.",
        related = "TRACKING")
@Example(
        formula =
                "=MPM.ACCURACY({112;118;132;129;121;135}, {110;121;128;133;120;130}, {98;101;107;104;99;111;109;116})",
        shows =
                "{\"ME\",\"MAE\",\"RMSE\",\"MPE\",\"MAPE\",\"sMAPE\",\"WAPE\",\"Bias %\",\"MASE\",\"RMSSE\",\"Theil U\",\"n\";"
                        + "0.83333333333,3.1666666667,3.4399612401,0.0061716987093,0.024982192293,0.025076801114,"
                        + "0.025435073628,-0.0066934404284,0.58333333333,0.54783279652,0.36223039444,6}")
@Example(
        formula = "=MPM.ACCURACY({13,15,14}, 14, , , FALSE)",
        shows = "{0,0.66666666667,0.81649658093,-0.0034188034188,0.047863247863,0.047679863772,"
                + "0.047619047619,0,\"\",\"\",0.45877781265,3}",
        because = "One forecast for all three months; without a history there is nothing to scale by.")
@Example(formula = "=MPM.ACCURACY({1,2}, {1,2,3})", shows = "#N/A", because = "Three forecasts for two months.")
public record Accuracy(
        @Argument("What happened, a period a cell.") Series actual,

        @Argument("What was forecast: as many cells, or one number for all.")
        Forecasts forecast,

        @Argument("The values before the forecasts, by whose changes the errors are scaled.")
        Optional<Series> history,

        @Argument(value = "Periods in one season: 12 for months, 4 for quarters, 1 for none.", otherwise = "1")
        int seasonLength)
        implements Accountability, Computed<Table<Accuracy.Line>> {

    /** The errors, actual minus forecast, in every usual measure. */
    public record Line(
            @Column(value = "ME", meaning = "Mean error; positive: the forecasts were too low.")
            double me,

            @Column(value = "MAE", meaning = "Mean absolute error.")
            double mae,

            @Column(value = "RMSE", meaning = "Root of the mean squared error.")
            double rmse,

            @Column(value = "MPE", meaning = "Mean error as a share of the actual value.")
            Cell mpe,

            @Column(value = "MAPE", meaning = "Mean absolute error as a share of the actual value.")
            Cell mape,

            @Column(value = "sMAPE", meaning = "Mean absolute error as a share of the mean of actual and forecast.")
            double smape,

            @Column(value = "WAPE", meaning = "Sum of the absolute errors as a share of the sum of the actual sizes.")
            Cell wape,

            @Column(
                    value = "Bias %",
                    meaning = "Sum of forecast minus actual as a share of the sum of the actual values.")
            Cell bias,

            @Column(value = "MASE", meaning = "MAE as a part of the mean change over a season in the history.")
            Cell mase,

            @Column(value = "RMSSE", meaning = "RMSE as a part of the root mean squared change over a season.")
            Cell rmsse,

            @Column(
                    value = "Theil U",
                    meaning = "Errors beside those of “no change”; below 1 the forecasts were better.")
            Cell theilU,

            @Column(value = "n", meaning = "How many periods have both figures.")
            int n) {}

    @Override
    public Table<Line> value() {
        Pairs pairs = forecast.beside(actual);
        if (seasonLength < 1) {
            throw CellError.NUM.because(
                    "season_length is %d: give the periods of one season, 1 for none.".formatted(seasonLength));
        }
        double[] a = pairs.x();
        double[] f = pairs.y();
        double[] errors = each(a.length, i -> a[i] - f[i]);
        double[] sizes = absolute(errors);
        double mae = Sums.mean(sizes);
        double rmse = Math.sqrt(Sums.ofProducts(errors, errors) / a.length);
        return Table.of(
                Line.class,
                List.of(new Line(
                        Sums.mean(errors),
                        mae,
                        rmse,
                        Cell.computed(() -> Sums.mean(each(a.length, i -> ratio(errors[i], a[i])))),
                        Cell.computed(() -> Sums.mean(each(a.length, i -> Math.abs(ratio(errors[i], a[i]))))),
                        Sums.mean(each(
                                a.length, i -> sizes[i] == 0 ? 0 : 2 * sizes[i] / (Math.abs(a[i]) + Math.abs(f[i])))),
                        Cell.computed(() -> ratio(Sums.of(sizes), Sums.of(absolute(a)))),
                        Cell.computed(() -> ratio(-Sums.of(errors), Sums.of(a))),
                        scaled(mae, changes -> Sums.mean(absolute(changes))),
                        scaled(rmse, changes -> Math.sqrt(Sums.ofProducts(changes, changes) / changes.length)),
                        a.length == 1 ? Cell.blank() : Cell.computed(() -> theilU(a, f)),
                        a.length)));
    }

    private Cell scaled(double error, ToDoubleFunction<double[]> scale) {
        if (history.isEmpty()) {
            return Cell.blank();
        }
        return Cell.computed(() -> {
            Series past = history.get();
            double[] changes = IntStream.range(Math.min(seasonLength, past.length()), past.length())
                    .mapToDouble(t -> past.value(t) - past.value(t - seasonLength))
                    .filter(change -> !Double.isNaN(change))
                    .toArray();
            if (changes.length == 0) {
                throw CellError.NUM.because("The history has no two values a season apart: give a longer one.");
            }
            return ratio(error, scale.applyAsDouble(changes));
        });
    }

    private static double theilU(double[] a, double[] f) {
        double[] forecasts = each(a.length - 1, t -> ratio(f[t + 1] - a[t + 1], a[t]));
        double[] changes = each(a.length - 1, t -> ratio(a[t + 1] - a[t], a[t]));
        return Math.sqrt(ratio(Sums.ofProducts(forecasts, forecasts), Sums.ofProducts(changes, changes)));
    }

    private static double ratio(double above, double below) {
        if (below == 0) {
            throw CellError.DIV0.because("The errors would be divided by 0: this measure has no meaning here.");
        }
        return above / below;
    }

    private static double[] each(int count, IntToDoubleFunction figure) {
        return IntStream.range(0, count).mapToDouble(figure).toArray();
    }

    private static double[] absolute(double[] values) {
        return each(values.length, i -> Math.abs(values[i]));
    }
}
