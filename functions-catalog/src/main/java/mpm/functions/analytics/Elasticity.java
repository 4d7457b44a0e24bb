package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.List;
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
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.StudentT;
import mpm.method.statistics.Sums;

/** Source: statsmodels with cov_type HAC and use_correction False. */
@WorksheetFunction(
        name = "ELASTICITY",
        question = "By how many percent do sales move when price moves 1 %?",
        stage = MEASURE,
        method = "The slope of a straight line through the values or their logarithms, turned into percents at "
                + "the means; the standard error allows for residuals that depend on those before.",
        source = "Newey and West, Econometrica 55, 1987.",
        caution = "Prices that followed demand show the wrong elasticity: it needs changes made for other reasons.",
        related = "DEPENDENCE")
@Example(
        formula = "=MPM.ELASTICITY({100;90;82;75;70;66}, {1;1.1;1.2;1.3;1.4;1.5})",
        shows =
                "{\"Elasticity\",\"SE\",\"p\",\"Low\",\"High\";-1.034359746,0.01832923172,5.90382187E-7,-1.085249851,-0.9834696399}",
        because = "One percent more on the price costs one percent of the units.")
@Example(
        formula =
                "=MPM.ELASTICITY({240,236,229,226,221,214}, {48000,49000,50000,51000,52000,53000}, \"LINEAR\", 0.9, FALSE)",
        shows = "{-1.128090358,0.02752384953,0.000002117828636,-1.186766988,-1.069413727}",
        because = "At the mean deal and the mean number of wins.")
@Example(formula = "=MPM.ELASTICITY({1;2;3;4;5}, {2;2;2;2;2})", shows = "#DIV/0!", because = "The price never moved.")
public record Elasticity(
        @Argument("What responds, such as units sold in each period.")
        Series outcome,

        @Argument("What drives it, such as the price of the same periods.")
        Series driver,

        @Argument(
                value =
                        "LOGLOG, LOGLIN (logarithm of the outcome), LINLOG (of the driver) or LINEAR: the form of the relation.",
                otherwise = "LOGLOG")
        Form form,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<Elasticity.Line>> {

    private static final int FEWEST = 5;
    private static final double LEAST_DIAGONAL = 1e-12;
    private static final double NOTHING_LEFT = 1e-20;

    /** Which of the two is taken as its logarithm. */
    public enum Form {
        LOGLOG,
        LOGLIN,
        LINLOG,
        LINEAR
    }

    /** The elasticity with its uncertainty. */
    public record Line(
            @Column(value = "Elasticity", meaning = "Percent by which the outcome moves when the driver moves 1 %.")
            double elasticity,

            @Column(value = "SE", meaning = "Its standard error, for values that depend on those before them.")
            double standardError,

            @Column(value = "p", meaning = "Chance of such an elasticity if there were none.")
            Cell p,

            @Column(value = "Low", meaning = "Lower limit of the elasticity.")
            double low,

            @Column(value = "High", meaning = "Upper limit of the elasticity.")
            double high) {}

    @Override
    public Table<Line> value() {
        Pairs pairs = Pairs.of(driver, outcome);
        int n = pairs.count();
        if (n < FEWEST) {
            throw CellError.NUM.because("There are %d pairs of numbers: give at least %d.".formatted(n, FEWEST));
        }
        Probabilities.require("confidence", confidence);
        double[] x = form == Form.LOGLOG || form == Form.LINLOG ? logarithms(pairs.x(), "driver") : pairs.x();
        double[] y = form == Form.LOGLOG || form == Form.LOGLIN ? logarithms(pairs.y(), "outcome") : pairs.y();
        if (Sums.ofSquaredDeviations(x) == 0) {
            throw CellError.DIV0.because("All values of the driver are equal, so nothing can follow it.");
        }
        LeastSquares line = LeastSquares.of(
                y, List.of(Regressor.constant(n), new Regressor("driver", Series.column(x))), LEAST_DIAGONAL);
        double factor = factor(Sums.mean(pairs.x()), Sums.mean(pairs.y()));
        double elasticity = line.coefficients()[1] * factor;
        double standardError = standardError(line, y) * Math.abs(factor);
        double half = StudentT.quantile((1 + confidence) / 2, n - 2) * standardError;
        return Table.of(
                Line.class,
                List.of(new Line(
                        elasticity,
                        standardError,
                        p(elasticity, standardError, n),
                        elasticity - half,
                        elasticity + half)));
    }

    /** 0 where only rounding is left of the outcome. */
    private static double standardError(LeastSquares line, double[] y) {
        return line.squares() <= NOTHING_LEFT * Sums.ofSquaredDeviations(y) ? 0 : line.robustErrors(lag(y.length))[1];
    }

    /** Over how many periods residuals are taken to remember one another. */
    private static int lag(int n) {
        return (int) (4 * StrictMath.pow(n / 100.0, 2.0 / 9));
    }

    /** What turns the slope into percents, at the means. */
    private double factor(double meanX, double meanY) {
        if (meanY == 0 && (form == Form.LINLOG || form == Form.LINEAR)) {
            throw CellError.DIV0.because("The mean outcome is 0, so nothing is a percent of it.");
        }
        return switch (form) {
            case LOGLOG -> 1;
            case LOGLIN -> meanX;
            case LINLOG -> 1 / meanY;
            case LINEAR -> meanX / meanY;
        };
    }

    private static Cell p(double elasticity, double standardError, int n) {
        return standardError == 0
                ? Cell.of(CellError.DIV0.because("All points lie on the line, so t has no end."))
                : Cell.of(StudentT.twoSidedTail(elasticity / standardError, n - 2));
    }

    private static double[] logarithms(double[] values, String name) {
        if (Arrays.stream(values).anyMatch(value -> value <= 0)) {
            throw CellError.NUM.because(
                    "A value of %s is 0 or negative and has no logarithm: choose another form.".formatted(name));
        }
        return Arrays.stream(values).map(StrictMath::log).toArray();
    }
}
