package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
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
import mpm.method.regression.LeastSquares;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.FisherF;
import mpm.method.statistics.StudentT;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "DRIVERS",
        question = "Which factors explain the outcome, by how much, and how sure is it?",
        stage = MEASURE,
        caution =
                "It shows association given the listed factors, not cause. A VIF above 10 means that the split between such factors"
                        + " is not to be trusted.",
        method =
                "Ordinary least squares by QR. SE HAC and p HAC hold also when the residuals vary unevenly and remember one"
                        + " another over HAC lag periods.",
        source = "Newey and West, Econometrica 55, 1987; as R lm and sandwich NeweyWest.",
        related = {"CORREL.MATRIX", "LEADLAG", "CORREL.TEST"})
@Example(
        formula = "=MPM.DRIVERS({100,104,110,101,118,123,115,131,137,128,147,150},"
                + "{\"Leads\";10;12;9;14;15;13;17;18;16;20;21;19}, 2)",
        shows = "{\"Term\",\"Coef\",\"SE\",\"SE HAC\",\"t\",\"p\",\"p HAC\",\"Std coef\",\"VIF\";"
                + "\"(Intercept)\",68.4574898785,13.4781976991,6.98379483611,5.0791278928,0.000478395788,1.908153913835E-06,\"\",\"\";"
                + "\"Leads\",3.491902834,0.854432075905,0.519537415197,4.08681150027,0.00219033890615,0.0000522538713742,"
                + "0.790883438674,1;\"R2\",0.625496613568,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                + "\"Adj R2\",0.588046274925,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                + "\"F\",16.7020282387,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"p (F)\",0.00219033890615,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                + "\"DW\",2.48040590544,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"n\",12,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                + "\"HAC lag\",2,\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Each lead more goes with 3.5 more of revenue; leads explain 63 % of it.")
@Example(
        formula = "=MPM.DRIVERS({4;6;7;9}, {\"Visits\";2;3;4;5}, 0, FALSE, FALSE)",
        shows =
                "{\"Visits\",1.83333333333,0.0555555555556,0.0420931533858,33,6.11638906683E-05,2.66414128173E-05,0.998625428904,1;"
                        + "\"R2\",0.997252747253,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                        + "\"Adj R2\",0.996336996337,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                        + "\"F\",1089,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                        + "\"p (F)\",6.11638906683E-05,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                        + "\"DW\",1.5,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"n\",4,\"\",\"\",\"\",\"\",\"\",\"\",\"\";"
                        + "\"HAC lag\",0,\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Without an intercept R2 is measured from 0.")
@Example(
        formula = "=MPM.DRIVERS({4;6;7;9}, {\"Visits\",\"Twice the visits\";2,4;3,6;4,8;5,10})",
        shows = "#NUM!",
        because = "The second column follows from the first.")
public record OutcomeDrivers(
        @Argument("What is to be explained, such as revenue a month, in the order of time.")
        Series outcome,

        @Argument("One column for each factor, with its name above; the rows are those of the outcome.")
        NumberTable drivers,

        @Argument("Over how many periods errors may remember one another; left out, it follows from their number.")
        Optional<Integer> hacLag,

        @Argument(value = "FALSE fits without a constant: no factor, no outcome.", otherwise = "TRUE")
        boolean intercept)
        implements Analytics, Computed<Table<OutcomeDrivers.Line>> {

    private static final double LEAST_DIAGONAL = 1e-12;
    /** What is left of the outcome's squares below this is rounding: the fit is perfect. */
    private static final double NOTHING_LEFT = 1e-30;

    /** A factor. */
    public record Line(
            @Column(value = "Term", meaning = "The factor, or (Intercept).")
            String term,

            @Column(value = "Coef", meaning = "Change of the outcome per unit of the factor, the others held still.")
            double coefficient,

            @Column(value = "SE", meaning = "Standard error of the coefficient.")
            double error,

            @Column(value = "SE HAC", meaning = "The same where residuals vary unevenly and remember one another.")
            double robustError,

            @Column(value = "t", meaning = "Coefficient by standard error.")
            Cell t,

            @Column(value = "p", meaning = "Chance of such a coefficient if the factor told nothing.")
            Cell p,

            @Column(value = "p HAC", meaning = "The same with SE HAC: read this one for periods of time.")
            Cell robustP,

            @Column(value = "Std coef", meaning = "The coefficient in standard deviations of both, to compare factors.")
            Cell standardized,

            @Column(
                    value = "VIF",
                    meaning = "How much the other factors blur this one: 1 is not at all, above 10 too much.")
            Cell varianceInflation) {}

    @Override
    public Table<Line> value() {
        if (drivers.rows() != outcome.length()) {
            throw CellError.NA.because("The lengths differ: drivers has %d rows and outcome has %d cells."
                    .formatted(drivers.rows(), outcome.length()));
        }
        int[] complete = IntStream.range(0, outcome.length())
                .filter(place -> !outcome.isGap(place)
                        && drivers.columns().stream()
                                .noneMatch(column -> column.values().isGap(place)))
                .toArray();
        if (complete.length == 0) {
            throw CellError.NA.because("No row has a figure in every column: fill the gaps.");
        }
        List<Regressor> regressors = new ArrayList<>();
        if (intercept) {
            regressors.add(Regressor.constant(complete.length));
        }
        for (NumberTable.Named column : drivers.columns()) {
            regressors.add(new Regressor(column.caption(), Series.column(at(complete, column.values()))));
        }
        int lag = lag(complete.length);
        if (complete.length < regressors.size() + 1) {
            throw CellError.NUM.because("%d complete rows are too few for %d factors: give more rows or fewer columns."
                    .formatted(complete.length, drivers.columns().size()));
        }
        double[] explained = at(complete, outcome);
        LeastSquares fit = LeastSquares.of(explained, regressors, LEAST_DIAGONAL);
        if (squares(explained) == 0) {
            throw CellError.DIV0.because("The outcome does not vary, so there is nothing to explain.");
        }
        return table(fit, regressors, explained, lag);
    }

    private static double[] at(int[] places, Series series) {
        return Arrays.stream(places).mapToDouble(series::value).toArray();
    }

    private int lag(int n) {
        int lag = hacLag.orElseGet(() -> (int) Math.floor(4 * StrictMath.pow(n / 100.0, 2 / 9.0)));
        if (lag < 0 || (hacLag.isPresent() && lag > n - 1)) {
            throw CellError.NUM.because("hac_lag is %d, but %d complete rows allow 0 to %d.".formatted(lag, n, n - 1));
        }
        return lag;
    }

    /** The squares of what varies: from the mean with an intercept, from 0 without. */
    private double squares(double... values) {
        return intercept ? Sums.ofSquaredDeviations(values) : Sums.ofProducts(values, values);
    }

    private Table<Line> table(LeastSquares fit, List<Regressor> regressors, double[] explained, int lag) {
        int n = explained.length;
        int df = n - regressors.size();
        int factors = drivers.columns().size();
        double all = squares(explained);
        double left = fit.squares() <= NOTHING_LEFT * Sums.ofProducts(explained, explained) ? 0 : fit.squares();
        double f = (all - left) / factors / (left / df);
        return Table.of(Line.class, lines(fit, regressors, all, left, lag, df))
                .footer("R2", 1 - left / all)
                .footer("Adj R2", 1 - left / all * (n - (intercept ? 1 : 0)) / df)
                .footer("F", unlessPerfect(left, () -> f))
                .footer("p (F)", unlessPerfect(left, () -> FisherF.upperTail(Math.max(0, f), factors, df)))
                .footer("DW", unlessPerfect(left, () -> squaredSteps(fit.residuals()) / left))
                .footer("n", n)
                .footer("HAC lag", lag);
    }

    private List<Line> lines(LeastSquares fit, List<Regressor> regressors, double all, double left, int lag, int df) {
        double[] coefficients = fit.coefficients();
        double[] inverse = fit.inverseDiagonal();
        double[] robust = left == 0 ? new double[inverse.length] : fit.robustErrors(lag);
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < coefficients.length; j++) {
            double coefficient = coefficients[j];
            double error = Math.sqrt(inverse[j] * left / df);
            double robustError = robust[j];
            double own = squares(regressors.get(j).values().values());
            boolean isConstant = intercept && j == 0;
            lines.add(new Line(
                    regressors.get(j).name(),
                    coefficient,
                    error,
                    robustError,
                    unlessPerfect(error, () -> coefficient / error),
                    unlessPerfect(error, () -> StudentT.twoSidedTail(coefficient / error, df)),
                    unlessPerfect(robustError, () -> StudentT.twoSidedTail(coefficient / robustError, df)),
                    isConstant ? Cell.blank() : Cell.of(coefficient * Math.sqrt(own) / Math.sqrt(all)),
                    isConstant ? Cell.blank() : Cell.of(Math.max(1, inverse[j] * own))));
        }
        return lines;
    }

    private static double squaredSteps(double[] residuals) {
        Sums.Running sum = new Sums.Running();
        for (int i = 1; i < residuals.length; i++) {
            double step = residuals[i] - residuals[i - 1];
            sum.add(step * step);
        }
        return sum.value();
    }

    private static Cell unlessPerfect(double error, DoubleSupplier figure) {
        return error == 0
                ? Cell.of(CellError.DIV0.because(
                        "The factors explain the outcome without an error, so nothing is left to test by."))
                : Cell.of(figure.getAsDouble());
    }
}
