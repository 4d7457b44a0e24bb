package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
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
import mpm.method.logistic.LogisticFit;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "LOGIT.FIT",
        question = "Which factors raise the odds of a sale?",
        stage = MEASURE,
        method =
                "Logistic regression by maximum likelihood; a penalty shrinks the coefficients of the standardized drivers.",
        source =
                "Hosmer, Lemeshow and Sturdivant, Applied Logistic Regression, 2013; le Cessie and van Houwelingen, 1992.",
        caution = "An odds ratio is no cause: a factor may only go along with what sells.",
        related = {"LOGIT.SCORE", "LOGIT.EVAL"})
@Example(
        formula = "=MPM.LOGIT.FIT({0;0;1;0;0;1;1;0;1;1}, {\"Visits\";0.5;1.2;1.9;2.1;2.8;3.3;3.6;4.4;4.9;5.2})",
        shows =
                "{\"Term\",\"Coef\",\"SE\",\"z\",\"p\",\"Odds ratio\",\"Low\",\"High\";\"(Intercept)\",-2.615364735,1.90676732,-1.371622383,0.1701810221,0.07314110668,0.001742281166,3.070469675;\"Visits\",0.8722386258,0.5837187627,1.494278892,0.1351027399,2.392260239,0.7619844531,7.510532568;\"LogLik\",-5.392506682,\"\",\"\",\"\",\"\",\"\",\"\";\"AIC\",14.78501336,\"\",\"\",\"\",\"\",\"\",\"\";\"McFadden\",0.2220257352,\"\",\"\",\"\",\"\",\"\",\"\";\"AUC\",0.8,\"\",\"\",\"\",\"\",\"\",\"\";\"n\",10,\"\",\"\",\"\",\"\",\"\",\"\";\"Events\",5,\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Each visit more than doubles the odds, but ten leads prove little.")
@Example(
        formula =
                "=MPM.LOGIT.FIT({0;0;0;0;0;1;1;1;1;1}, {\"Visits\";0.5;1.2;1.9;2.1;2.8;3.3;3.6;4.4;4.9;5.2}, 1, 0.9, FALSE)",
        shows =
                "{\"(Intercept)\",-2.944466077,1.574141935,-1.870521337,0.06141145677,0.05263015277,0.003951345413,0.7010100843;\"Visits\",0.9817074145,0.4566759582,2.149680527,0.0315804938,2.669009459,1.259282744,5.656880098;\"LogLik\",-2.955043896,\"\",\"\",\"\",\"\",\"\",\"\";\"AIC\",8.975395267,\"\",\"\",\"\",\"\",\"\",\"\";\"McFadden\",0.5736772826,\"\",\"\",\"\",\"\",\"\",\"\";\"AUC\",1,\"\",\"\",\"\",\"\",\"\",\"\";\"n\",10,\"\",\"\",\"\",\"\",\"\",\"\";\"Events\",5,\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Visits separate buyers from the others; a penalty keeps the coefficient finite.")
@Example(
        formula = "=MPM.LOGIT.FIT({0;0;0;0;0;1;1;1;1;1}, {\"Visits\";0.5;1.2;1.9;2.1;2.8;3.3;3.6;4.4;4.9;5.2})",
        shows = "#NUM!",
        because = "Without a penalty no coefficient is large enough.")
public record LogitFit(
        @Argument("1 for each case that became a sale, 0 for one that did not.")
        Series outcome,

        @Argument("A column for each factor, a row for each case.")
        NumberTable drivers,

        @Argument(value = "How strongly coefficients are held towards 0; 0 for not at all.", otherwise = "0")
        double penalty,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<LogitFit.Line>> {

    /** A factor. */
    public record Line(
            @Column(value = "Term", meaning = "The factor; (Intercept) for a case in which all are 0.")
            String term,

            @Column(value = "Coef", meaning = "What a unit of it adds to the logarithm of the odds.")
            double coefficient,

            @Column(value = "SE", meaning = "Standard error of the coefficient.")
            double standardError,

            @Column(value = "z", meaning = "The coefficient in standard errors.")
            double z,

            @Column(value = "p", meaning = "Chance of such a coefficient if the factor did nothing.")
            double p,

            @Column(value = "Odds ratio", meaning = "What a unit of it multiplies the odds with.")
            double oddsRatio,

            @Column(value = "Low", meaning = "Lower limit of the odds ratio.")
            double low,

            @Column(value = "High", meaning = "Upper limit of the odds ratio.")
            double high) {}

    @Override
    public Table<Line> value() {
        if (drivers.rows() != outcome.length()) {
            throw CellError.NA.because("The lengths differ: outcome has %d cells and drivers has %d rows."
                    .formatted(outcome.length(), drivers.rows()));
        }
        int[] complete = IntStream.range(0, outcome.length())
                .filter(row -> !outcome.isGap(row)
                        && drivers.columns().stream()
                                .noneMatch(driver -> driver.values().isGap(row)))
                .toArray();
        if (complete.length == 0) {
            throw CellError.NA.because("No row has an outcome and all drivers: fill them in.");
        }
        Probabilities.require("confidence", confidence);
        double[] y = at(outcome, complete);
        LogisticFit fit = LogisticFit.of(
                y,
                drivers.columns().stream()
                        .map(driver -> new Regressor(driver.caption(), Series.column(at(driver.values(), complete))))
                        .toList(),
                penalty);
        double logLikelihood = fit.logLikelihood();
        return Table.of(Line.class, lines(fit))
                .footer("LogLik", logLikelihood)
                .footer("AIC", -2 * logLikelihood + 2 * fit.effectiveParameters())
                .footer("McFadden", 1 - logLikelihood / fit.logLikelihoodOfShare())
                .footer("AUC", fit.auc())
                .footer("n", y.length)
                .footer("Events", Cell.of(Sums.of(y)));
    }

    private List<Line> lines(LogisticFit fit) {
        double[] coefficients = fit.coefficients();
        double[] errors = fit.standardErrors();
        double quantile = Normal.quantile((1 + confidence) / 2);
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < coefficients.length; j++) {
            double z = coefficients[j] / errors[j];
            lines.add(new Line(
                    j == 0 ? "(Intercept)" : drivers.columns().get(j - 1).caption(),
                    coefficients[j],
                    errors[j],
                    z,
                    Normal.twoSidedTail(z),
                    StrictMath.exp(coefficients[j]),
                    StrictMath.exp(coefficients[j] - quantile * errors[j]),
                    StrictMath.exp(coefficients[j] + quantile * errors[j])));
        }
        return lines;
    }

    private static double[] at(Series values, int[] rows) {
        return IntStream.of(rows).mapToDouble(values::value).toArray();
    }
}
