package mpm.functions.analytics;

import static mpm.catalogue.Stage.PLAN;

import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.forecasting.Figure;
import mpm.method.forecasting.ForecastModel;
import mpm.method.forecasting.Gap;
import mpm.method.forecasting.Prediction;
import mpm.method.forecasting.Question;

/**
 * AUTO was chosen on the M3 competition's series and reaches there an OWA of .813 (monthly), .874 (quarterly) and .875
 * (yearly), R's ets .838, .950 and .926; on M1, not used for the choice, .888, .871 and .795. About 80 % of M3's values lie
 * within its 80 % range.
 */
@WorksheetFunction(
        name = "FORECAST",
        question = "What comes next, within what range?",
        stage = PLAN,
        method = "AUTO takes the season out if there is one, averages the Theta method on the values and on "
                + "their logarithms with a damped trend, and puts the season back. The range comes from past "
                + "one-step errors.",
        source = "Assimakopoulos and Nikolopoulos, 2000; Miller and Williams, 2003; Hyndman, Koehler, Ord and "
                + "Snyder, 2008; Makridakis, Spiliotis and Assimakopoulos, 2020.",
        caution =
                "It continues the pattern of the past and knows nothing of campaigns or shocks. On short series, under about"
                        + " three and a half seasons, the range is too narrow: 70 to 76 % where it says 80 %.",
        related = {"FORECAST.HW", "BACKTEST"})
@Example(
        formula = "=MPM.FORECAST({100;104;110;101;118;123;115;131;137;128;147;150}, 2)",
        shows = "{\"Period\",\"Forecast\",\"Low\",\"High\";1,150.75042679,134.86143787,168.51141094;"
                + "2,153.70196844,135.48732823,174.36534776;\"Model\",\"AUTO\",\"\",\"\";\"Season\",\"NONE\",\"\",\"\";"
                + "\"Alpha\",\"\",\"\",\"\";\"Beta\",\"\",\"\",\"\";\"Gamma\",\"\",\"\",\"\";\"Phi\",\"\",\"\",\"\";"
                + "\"Sigma\",0.078716459136,\"\",\"\";\"AICc\",\"\",\"\",\"\"}")
@Example(
        formula = "=MPM.FORECAST({420;380;510;560;455;410;\"\";600}, 4, 4, \"SNAIVE\")",
        shows = "{\"Period\",\"Forecast\",\"Low\",\"High\";1,455,415.76065732,494.23934268;"
                + "2,410,370.76065732,449.23934268;3,505,465.76065732,544.23934268;"
                + "4,600,560.76065732,639.23934268;\"Model\",\"SNAIVE\",\"\",\"\";\"Season\",\"NAIVE\",\"\",\"\";"
                + "\"Alpha\",\"\",\"\",\"\";\"Beta\",\"\",\"\",\"\";\"Gamma\",\"\",\"\",\"\";\"Phi\",\"\",\"\",\"\";"
                + "\"Sigma\",30.618621785,\"\",\"\";\"AICc\",\"\",\"\",\"\"}",
        because = "The missing third quarter is put between its neighbours; next year repeats this one.")
@Example(formula = "=MPM.FORECAST({1240}, 3)", shows = "#NUM!", because = "One month is no past to go on from.")
public record Forecast(
        @Argument("The past values in the order of time, such as leads a month.")
        Series values,

        @Argument("How many periods ahead, 1 to 1000.") int horizon,

        @Argument(
                value = "Periods in one season: 12 for months, 4 for quarters, 52 for weeks, 1 for none.",
                otherwise = "1")
        int seasonLength,

        @Argument(
                value =
                        "AUTO combines three methods. NAIVE, SNAIVE and DRIFT are baselines, THETA and COMB were competition"
                                + " winners, ETS picks one of the smoothing models named after it.",
                otherwise = "AUTO")
        ForecastModel model,

        @Argument(
                value =
                        "What stands for a missing value between others: INTERPOLATE a straight line, SKIP nothing, ERROR an"
                                + " error.",
                otherwise = "INTERPOLATE")
        Gap gap,

        @Argument(value = "The part of futures that the range shall cover, between 0 and 1.", otherwise = "0.8")
        double confidence)
        implements Analytics, Computed<Table<Forecast.Line>> {

    /** A period ahead. */
    public record Line(
            @Column(
                    value = "Period",
                    meaning = "Periods ahead: 1 is the one after the last value. Below: the figures' names.")
            int period,

            @Column(
                    value = "Forecast",
                    meaning = "What is expected. Below: Model, Season, Alpha, Beta, Gamma, Phi, Sigma, AICc.")
            double forecast,

            @Column(value = "Low", meaning = "Lower end of the range.")
            double low,

            @Column(value = "High", meaning = "Upper end of the range.")
            double high) {}

    @Override
    public Table<Line> value() {
        double[] past = gap.close(values);
        Prediction prediction = model.predict(past, new Question(horizon, seasonLength, confidence));
        Table<Line> table = Table.of(
                        Line.class,
                        IntStream.rangeClosed(1, horizon)
                                .mapToObj(ahead -> new Line(
                                        ahead,
                                        prediction.expected(ahead),
                                        prediction.range(ahead).low(),
                                        prediction.range(ahead).high()))
                                .toList())
                .footer("Model", Cell.of(prediction.model()))
                .footer("Season", Cell.of(prediction.season().name()));
        for (Figure figure : Figure.values()) {
            table = table.footer(
                    figure.caption(),
                    prediction.figure(figure).stream()
                            .mapToObj(Cell::of)
                            .findFirst()
                            .orElse(Cell.blank()));
        }
        return table;
    }
}
