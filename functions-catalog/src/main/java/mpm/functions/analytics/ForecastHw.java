package mpm.functions.analytics;

import static mpm.catalogue.Stage.PLAN;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Series;
import mpm.cell.Shape;
import mpm.cell.Spill;
import mpm.method.forecasting.Gap;
import mpm.method.forecasting.HoltWinters;
import mpm.method.forecasting.Question;

/** With DECOMP it starts as R's HoltWinters does. */
@WorksheetFunction(
        name = "FORECAST.HW",
        question = "What comes next by Holt-Winters smoothing, with weights of my own that anyone can recalculate?",
        stage = PLAN,
        method = "Holt and Winters' smoothing of level, trend and season with the weights you give.",
        source = "Holt, 1957; Winters, Management Science 6, 1960.",
        caution = "The weights are yours: nothing says that they fit. It gives no range; FORECAST does.",
        related = {"FORECAST", "BACKTEST"})
@Example(
        formula = "=MPM.FORECAST.HW({100;104;110;101;118;123;115;131;137;128;147;150}, 3, 1, 0.4, 0.2)",
        shows = "{151.9676551;156.7134691;161.4592831}")
@Example(
        formula = "=MPM.FORECAST.HW({420;380;510;560;455;410;540;600}, 4, 4, 0.3, 0, 0.2, \"MULTIPLICATIVE\")",
        shows = "{447.70239724;403.41069585;538.78896223;592.17487554}",
        because = "Without beta there is no trend: four quarters around one level.")
@Example(
        formula = "=MPM.FORECAST.HW({420;380;510;560;455;410;540}, 4, 4, 0.3)",
        shows = "#NUM!",
        because = "Two whole years are needed to start from.")
public record ForecastHw(
        @Argument("The past values in the order of time, without gaps between them.")
        Series values,

        @Argument("How many periods ahead, 1 to 1000.") int horizon,

        @Argument("Periods in one season: 12 for months, 4 for quarters, 1 for none.")
        int seasonLength,

        @Argument("What the newest value counts for in the level, 0 to 1.")
        double alpha,

        @Argument(value = "What it counts for in the trend, 0 to 1; 0 for no trend.", otherwise = "0")
        double beta,

        @Argument(value = "What it counts for in the season, 0 to 1.", otherwise = "0")
        double gamma,

        @Argument(
                value = "ADDITIVE: the season adds an amount. MULTIPLICATIVE: it takes a share of the level.",
                otherwise = "ADDITIVE")
        HoltWinters.Seasonal seasonal,

        @Argument(
                value =
                        "Where it starts: FIRST from the first two seasons, DECOMP from their decomposition, as R does.",
                otherwise = "FIRST")
        HoltWinters.Start init)
        implements Analytics, Computed<Spill> {

    @Override
    public Spill value() {
        double[] past = Gap.ERROR.close(values);
        Question question = Question.of(horizon, seasonLength);
        HoltWinters smoothing = HoltWinters.of(
                past, question.seasonLength(), new HoltWinters.Weights(alpha, beta, gamma), seasonal, init);
        return Spill.of(new Shape(question.horizon(), 1), place -> Cell.of(smoothing.expected(place + 1)));
    }
}
