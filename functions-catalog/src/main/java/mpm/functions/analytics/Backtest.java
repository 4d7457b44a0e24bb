package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Grid;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.forecasting.ForecastModel;
import mpm.method.forecasting.Gap;
import mpm.method.forecasting.Prediction;
import mpm.method.forecasting.Question;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Sums;

/**
 * Rolling origins: L. J. Tashman, <i>International Journal of Forecasting</i> 16 (2000); the scaled error: R. J. Hyndman and
 * A. B. Koehler, the same 22 (2006).
 */
@WorksheetFunction(
        name = "BACKTEST",
        question = "Which forecast would have served me best in the past?",
        stage = MEASURE,
        method = "From several past origins each model forecasts what is known today; its errors are averaged.",
        source = "Tashman, International Journal of Forecasting 16, 2000.",
        caution = "A rank on few origins is itself uncertain.",
        related = {"FORECAST", "FORECAST.HW"})
@Example(
        formula =
                "=MPM.BACKTEST({100;104;110;101;118;123;115;131;137;128;147;150}, 2, 1, {\"NAIVE\",\"DRIFT\",\"AUTO\"}, 3)",
        shows = "{\"Model\",\"MAE\",\"WAPE\",\"MASE\",\"Bias\",\"Coverage\",\"Rank\";"
                + "\"NAIVE\",11.5,0.082437275986,1.2870959733,-7.5,0.66666666667,3;"
                + "\"DRIFT\",9.9117063492,0.071051658417,1.1047286927,-1.4176587302,0.66666666667,2;"
                + "\"AUTO\",8.9839689584,0.064401211171,1.0019009497,-4.6479336481,1,1}",
        because = "Leads grow: the last value alone comes out too low.")
@Example(
        formula =
                "=MPM.BACKTEST({420;380;510;560;455;410;540;600;470;430}, 1, 4, {\"SNAIVE\";\"COMB\"}, 2, \"SLIDE\", FALSE)",
        shows = "{\"SNAIVE\",17.5,0.038888888889,0.57004830918,-17.5,1,1;"
                + "\"COMB\",81.978986332,0.18217552518,2.6648055525,81.978986332,1,2}",
        because = "Eight quarters are just enough for COMB.")
@Example(
        formula = "=MPM.BACKTEST({100;104;110;101;118;123;115}, 3, 1, , 3)",
        shows = "#NUM!",
        because = "Nothing would be left to forecast from.")
public record Backtest(
        @Argument("The past values in the order of time; a gap between them is interpolated.")
        Series values,

        @Argument("How many periods ahead each forecast looks.")
        int horizon,

        @Argument(value = "Periods in one season: 12 for months, 4 for quarters, 1 for none.", otherwise = "1")
        int seasonLength,

        @Argument("FORECAST's names of the models to try; left out: NAIVE, SNAIVE, DRIFT, THETA, COMB and AUTO.")
        Optional<Models> models,

        @Argument(value = "From how many points in the past to forecast, 1 to 200.", otherwise = "6")
        int origins,

        @Argument(
                value = "EXPAND: each forecast knows everything before it. SLIDE: each knows equally much.",
                otherwise = "EXPAND")
        Window window)
        implements Analytics, Computed<Table<Backtest.Line>> {

    private static final int MOST_ORIGINS = 200;
    private static final int FEWEST_VALUES = 4;

    /** How much of the past a forecast knows. */
    public enum Window {
        EXPAND,
        SLIDE
    }

    /** Models to try, by their names in one row or column. */
    public record Models(List<ForecastModel> list) {

        /**
         * Reads names; blank cells are passed over.
         *
         * @throws CellException #VALUE! for a name that no model has, or more than one row and column; #N/A for none
         */
        static Models from(Grid cells) {
            cells.requireRowOrColumn("models");
            List<ForecastModel> models = cells.cells()
                    .filter(cell -> !cell.isBlank())
                    .map(Models::model)
                    .toList();
            if (models.isEmpty()) {
                throw CellError.NA.because("models names none: write FORECAST's names, or leave it out.");
            }
            return new Models(models);
        }

        private static ForecastModel model(Cell cell) {
            String name = cell.shown().strip().toUpperCase(Locale.ROOT);
            return Arrays.stream(ForecastModel.values())
                    .filter(model -> model.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> CellError.VALUE.because(
                            "“%s” is no model of FORECAST: write AUTO, NAIVE, SNAIVE, DRIFT, THETA, COMB or ETS."
                                    .formatted(cell.shown())));
        }

        private static Models standard(int seasonLength) {
            List<ForecastModel> models = new ArrayList<>(List.of(
                    ForecastModel.NAIVE,
                    ForecastModel.SNAIVE,
                    ForecastModel.DRIFT,
                    ForecastModel.THETA,
                    ForecastModel.COMB,
                    ForecastModel.AUTO));
            if (seasonLength == 1) {
                models.remove(ForecastModel.SNAIVE);
            }
            return new Models(models);
        }
    }

    /** A model. */
    public record Line(
            @Column(value = "Model", meaning = "The model, by FORECAST's name.")
            String model,

            @Column(value = "MAE", meaning = "Mean absolute error, in the unit of the values.")
            Cell mae,

            @Column(value = "WAPE", meaning = "Sum of the absolute errors as a share of the sum of the actual values.")
            Cell wape,

            @Column(
                    value = "MASE",
                    meaning =
                            "Mean absolute error as a part of the change over a season in the past; below 1 is better.")
            Cell mase,

            @Column(value = "Bias", meaning = "Mean of forecast minus actual; positive is too high.")
            Cell bias,

            @Column(value = "Coverage", meaning = "Share of the actual values within the 80 % range.")
            Cell coverage,

            @Column(value = "Rank", meaning = "1 has the smallest MAE.")
            Cell rank) {}

    @Override
    public Table<Line> value() {
        double[] past = Gap.INTERPOLATE.close(values);
        Question question = Question.of(horizon, seasonLength);
        if (origins < 1 || origins > MOST_ORIGINS) {
            throw CellError.NUM.because("origins is %d, but 1 to %d can be tried.".formatted(origins, MOST_ORIGINS));
        }
        int first = past.length - horizon - origins + 1;
        int fewest = Math.max(FEWEST_VALUES, seasonLength + 1);
        if (first < fewest) {
            throw CellError.NUM.because(
                    "The first forecast would know %d values and needs %d: give a longer past, or fewer origins."
                            .formatted(Math.max(0, first), fewest));
        }
        List<Trial> trials = models.orElseGet(() -> Models.standard(seasonLength)).list().stream()
                .map(model -> Trial.of(model, past, first, this, question))
                .toList();
        return Table.of(
                Line.class, trials.stream().map(trial -> trial.line(trials)).toList());
    }

    /** A model's forecasts from every origin, or what kept it from making one. */
    private record Trial(ForecastModel model, Optional<CellException> failure, Errors errors) {

        static Trial of(ForecastModel model, double[] past, int first, Backtest asked, Question question) {
            Errors errors = new Errors();
            try {
                for (int origin = 0; origin < asked.origins(); origin++) {
                    int end = first + origin;
                    double[] known = Arrays.copyOfRange(past, asked.window() == Window.SLIDE ? origin : 0, end);
                    errors.add(
                            model.predict(known, question),
                            Arrays.copyOfRange(past, end, end + question.horizon()),
                            scale(known, question.seasonLength()));
                }
                return new Trial(model, Optional.empty(), errors);
            } catch (CellException e) {
                return new Trial(model, Optional.of(e), errors);
            }
        }

        /** The mean change over a season. */
        private static double scale(double[] known, int seasonLength) {
            Sums.Running changes = new Sums.Running();
            for (int t = seasonLength; t < known.length; t++) {
                changes.add(Math.abs(known[t] - known[t - seasonLength]));
            }
            return changes.value() / (known.length - seasonLength);
        }

        Line line(List<Trial> all) {
            if (failure.isPresent()) {
                Cell failed = Cell.of(failure.get());
                return new Line(model.name(), failed, failed, failed, failed, failed, Cell.blank());
            }
            return new Line(
                    model.name(),
                    Cell.of(errors.mae()),
                    Cell.computed(errors::wape),
                    Cell.computed(errors::mase),
                    Cell.of(errors.bias()),
                    Cell.of(errors.coverage()),
                    Cell.of(rank(all)));
        }

        /** The earlier of two equal models ranks before the later. */
        private double rank(List<Trial> all) {
            int place = all.indexOf(this);
            return 1
                    + IntStream.range(0, all.size())
                            .filter(other -> all.get(other).isBefore(this, other < place))
                            .count();
        }

        private boolean isBefore(Trial other, boolean isEarlier) {
            return failure.isEmpty()
                    && (errors.mae() < other.errors.mae() || (isEarlier && errors.mae() == other.errors.mae()));
        }
    }

    /** The errors of all forecasts of a model. */
    private static final class Errors {
        private final Sums.Running absolute = new Sums.Running();
        private final Sums.Running signed = new Sums.Running();
        private final Sums.Running sizes = new Sums.Running();
        private final Sums.Running scaled = new Sums.Running();
        private boolean isScaled = true;
        private int covered;
        private int count;
        private int forecasts;

        void add(Prediction prediction, double[] actual, double scale) {
            Sums.Running own = new Sums.Running();
            for (int place = 0; place < actual.length; place++) {
                double error = prediction.expected(place + 1) - actual[place];
                Interval range = prediction.range(place + 1);
                own.add(Math.abs(error));
                signed.add(error);
                sizes.add(Math.abs(actual[place]));
                covered += range.low() <= actual[place] && actual[place] <= range.high() ? 1 : 0;
            }
            absolute.add(own.value());
            count += actual.length;
            forecasts++;
            if (scale == 0) {
                isScaled = false;
            } else {
                scaled.add(own.value() / actual.length / scale);
            }
        }

        double mae() {
            return absolute.value() / count;
        }

        double bias() {
            return signed.value() / count;
        }

        double coverage() {
            return (double) covered / count;
        }

        double wape() {
            if (sizes.value() == 0) {
                throw CellError.DIV0.because("All actual values are 0, so errors are no share of them.");
            }
            return absolute.value() / sizes.value();
        }

        double mase() {
            if (!isScaled) {
                throw CellError.DIV0.because("The values before an origin do not change, so they give no scale.");
            }
            return scaled.value() / forecasts;
        }
    }
}
