package mpm.functions.analytics;

import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import mpm.method.regression.SeasonalTerms;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.StudentT;
import mpm.method.statistics.Sums;

/** Source: statsmodels {@code get_prediction}; R CausalImpact for sign and size. */
@WorksheetFunction(
        name = "IMPACT",
        question = "What would have happened without the event, and what is the difference?",
        stage = MEASURE,
        method = "A line, the season and the controls are fitted to the periods before the event and carried on; "
                + "what happened less that is the effect.",
        source = "Brodersen, Gallusser, Koehler, Remy and Scott, Annals of Applied Statistics 9, 2015, for the "
                + "question; ordinary least squares here.",
        caution =
                "The intervals assume independent residuals: with a Residual r1 beyond 2/√m (m periods before the event) they"
                        + " are too narrow.",
        related = {"DID", "UPLIFT"})
@Example(
        formula = "=MPM.IMPACT({38;39;37;39;38;38;52;51}, 7)",
        shows = "#NUM!",
        because = "Six months before the event are too few for a trend: seven at least.")
@Example(
        formula = "=MPM.IMPACT({36;37;39;37;38;38;39;52;51}, 8, , , 0.9, FALSE)",
        shows =
                "{1,36,36.64285714,34.50121823,38.78449605,-0.6428571429,\"\",\"\",\"\";2,37,37,34.99319317,39.00680683,0,\"\",\"\",\"\";3,39,37.35714286,35.4357716,39.27851412,1.642857143,\"\",\"\",\"\";4,37,37.71428571,35.82225009,39.60632134,-0.7142857143,\"\",\"\",\"\";5,38,38.07142857,36.15005731,39.99279983,-0.07142857143,\"\",\"\",\"\";6,38,38.42857143,36.4217646,40.43537826,-0.4285714286,\"\",\"\",\"\";7,39,38.78571429,36.64407537,40.9273532,0.2142857143,\"\",\"\",\"\";8,52,39.14285714,36.82559621,41.46011807,12.85714286,12.85714286,10.53988193,15.17440379;9,51,39.5,36.97482345,42.02517655,11.5,24.35714286,20.22000459,28.49428113;\"Total effect\",24.35714286,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Total low\",20.22000459,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Total high\",28.49428113,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Relative effect\",0.3097184378,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"p\",0.00007494437083,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"R2 pre\",0.4807692308,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Residual r1\",-0.3068783069,\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "The service programme lifted the net promoter score by some twelve points.")
@Example(
        formula =
                "=MPM.IMPACT({10;11;13;12;14;15;15;17;18;17;\"\";27}, 11, {\"AMER\";5;6;5;7;6;7;6;8;8;7;8;9}, , , FALSE)",
        shows =
                "{1,10,10.2875,8.098159819,12.47684018,-0.2875,\"\",\"\",\"\";2,11,11.25416667,9.119060053,13.38927328,-0.2541666667,\"\",\"\",\"\";3,13,11.92916667,9.766773238,14.0915601,1.070833333,\"\",\"\",\"\";4,12,13.04166667,10.88946525,15.19386808,-1.041666667,\"\",\"\",\"\";5,14,13.71666667,11.71991607,15.71341727,0.2833333333,\"\",\"\",\"\";6,15,14.68333333,12.68658273,16.68008393,0.3166666667,\"\",\"\",\"\";7,15,15.35833333,13.20613192,17.51053475,-0.3583333333,\"\",\"\",\"\";8,17,16.47083333,14.3084399,18.63322676,0.5291666667,\"\",\"\",\"\";9,18,17.29166667,15.13946525,19.44386808,0.7083333333,\"\",\"\",\"\";10,17,17.96666667,15.69517733,20.23815601,-0.9666666667,\"\",\"\",\"\";11,\"\",18.93333333,16.66184399,21.20482267,\"\",0,0,0;12,27,19.9,17.43063074,22.36936926,7.1,7.1,4.630630745,9.569369255;\"Total effect\",7.1,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Total low\",4.630630745,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Total high\",9.569369255,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Relative effect\",0.3567839196,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"p\",0.0002534749696,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"R2 pre\",0.932863313,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Residual r1\",-0.484303059,\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "AMER was untouched; the month without a figure is skipped.")
public record Impact(
        @Argument(value = "What happened in each period, oldest first; blank where it is not known.", refuses = TEXT)
        Series outcome,

        @Argument("The row of the first period that the event affected, from 2.")
        int event,

        @Argument("A column for each series that the event left untouched, such as another region's.")
        Optional<NumberTable> controls,

        @Argument(value = "Periods in a season, such as 12 for months; 1 for no season.", otherwise = "1")
        int seasonLength,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<Impact.Line>> {

    private static final double LEAST_DIAGONAL = 1e-10;
    private static final int SPARE_PERIODS = 5;

    /** A period. */
    public record Line(
            @Column(value = "Period", meaning = "The period, 1 for the first.")
            int period,

            @Column(value = "Actual", meaning = "What happened.")
            Cell actual,

            @Column(value = "Counterfactual", meaning = "What the periods before the event let expect.")
            double counterfactual,

            @Column(value = "Low", meaning = "Lower limit of what was to be expected.")
            double low,

            @Column(value = "High", meaning = "Upper limit of what was to be expected.")
            double high,

            @Column(value = "Effect", meaning = "Actual less counterfactual.")
            Cell effect,

            @Column(value = "Cumulative", meaning = "The effects from the event on.")
            Cell cumulative,

            @Column(value = "Cumulative low", meaning = "Lower limit of the effects from the event on.")
            Cell cumulativeLow,

            @Column(value = "Cumulative high", meaning = "Upper limit of the effects from the event on.")
            Cell cumulativeHigh) {}

    @Override
    public Table<Line> value() {
        int n = outcome.length();
        requireControls(n);
        if (event < 2 || event > n || seasonLength < 1) {
            throw CellError.NUM.because("event is a row from 2 to %d, and season_length 1 or more.".formatted(n));
        }
        Probabilities.require("confidence", confidence);
        if (IntStream.range(event - 1, n).allMatch(outcome::isGap)) {
            throw CellError.NA.because("Nothing is known from the event on: fill in what happened.");
        }
        List<Regressor> regressors = regressors(n);
        int[] before =
                IntStream.range(0, event - 1).filter(row -> !outcome.isGap(row)).toArray();
        if (before.length < regressors.size() + SPARE_PERIODS
                || (seasonLength > 1 && before.length < 2L * seasonLength)) {
            throw CellError.NUM.because(
                    "%d periods before the event are too few for %d regressors and a season of %d: give a longer history."
                            .formatted(before.length, regressors.size(), seasonLength));
        }
        return answer(regressors, before);
    }

    private void requireControls(int n) {
        controls.ifPresent(table -> {
            table.columns().stream()
                    .filter(control -> control.values().hasGaps())
                    .findFirst()
                    .ifPresent(control -> {
                        throw CellError.VALUE.because("The control “%s” has a cell without a number: fill it in."
                                .formatted(control.caption()));
                    });
            if (table.rows() != n) {
                throw CellError.NA.because("The lengths differ: outcome has %d cells and controls has %d rows."
                        .formatted(n, table.rows()));
            }
        });
    }

    private List<Regressor> regressors(int n) {
        List<Regressor> regressors = new ArrayList<>();
        regressors.add(Regressor.constant(n));
        regressors.add(SeasonalTerms.overTime("trend", n, t -> t));
        regressors.addAll(SeasonalTerms.of(n, seasonLength));
        controls.ifPresent(table ->
                table.columns().forEach(control -> regressors.add(new Regressor(control.caption(), control.values()))));
        return regressors;
    }

    private Table<Line> answer(List<Regressor> regressors, int[] before) {
        int n = outcome.length();
        double[] fitted = at(outcome, before);
        LeastSquares fit = LeastSquares.of(
                fitted,
                regressors.stream()
                        .map(each -> new Regressor(each.name(), Series.column(at(each.values(), before))))
                        .toList(),
                LEAST_DIAGONAL);
        int df = before.length - regressors.size();
        double variance = fit.squares() / df;
        double quantile = StudentT.quantile((1 + confidence) / 2, df);
        List<Line> lines = new ArrayList<>();
        Sums.Running cumulative = new Sums.Running();
        Sums.Running expected = new Sums.Running();
        double[] sum = new double[regressors.size()];
        int observed = 0;
        double cumulativeError = 0;
        for (int row = 0; row < n; row++) {
            double[] x = row(regressors, row);
            double counterfactual = Sums.ofProducts(x, fit.coefficients());
            double half = quantile * Math.sqrt(variance * (1 + fit.leverage(x)));
            boolean isAfter = row >= event - 1;
            Cell effect = outcome.isGap(row) ? Cell.blank() : Cell.of(outcome.value(row) - counterfactual);
            if (isAfter && !outcome.isGap(row)) {
                cumulative.add(outcome.value(row) - counterfactual);
                expected.add(counterfactual);
                Arrays.setAll(sum, place -> sum[place] + x[place]);
                observed++;
                cumulativeError = Math.sqrt(variance * (observed + fit.leverage(sum)));
            }
            double range = quantile * cumulativeError;
            lines.add(new Line(
                    row + 1,
                    outcome.isGap(row) ? Cell.blank() : Cell.of(outcome.value(row)),
                    counterfactual,
                    counterfactual - half,
                    counterfactual + half,
                    effect,
                    isAfter ? Cell.of(cumulative.value()) : Cell.blank(),
                    isAfter ? Cell.of(cumulative.value() - range) : Cell.blank(),
                    isAfter ? Cell.of(cumulative.value() + range) : Cell.blank()));
        }
        double total = cumulative.value();
        double totalError = cumulativeError;
        double[] residuals = fit.residuals();
        return Table.of(Line.class, lines)
                .footer("Total effect", total)
                .footer("Total low", total - quantile * totalError)
                .footer("Total high", total + quantile * totalError)
                .footer("Relative effect", ratio(total, expected.value(), "Nothing was to be expected"))
                .footer(
                        "p",
                        totalError == 0
                                ? Cell.of(CellError.DIV0.because(
                                        "The periods before the event lie exactly on the line, so t has no end."))
                                : Cell.of(StudentT.twoSidedTail(total / totalError, df)))
                .footer("R2 pre", Cell.computed(() -> 1 - shareLeft(fit.squares(), fitted)))
                .footer("Residual r1", ratio(laggedProducts(residuals), fit.squares(), "Nothing is left unexplained"));
    }

    private static double shareLeft(double squares, double[] values) {
        double all = Sums.ofSquaredDeviations(values);
        if (all == 0) {
            throw CellError.DIV0.because("Nothing moved before the event, so there was nothing to explain.");
        }
        return squares / all;
    }

    private static Cell ratio(double above, double below, String reason) {
        return below == 0
                ? Cell.of(CellError.DIV0.because(reason + ", so there is no share of it."))
                : Cell.of(above / below);
    }

    private static double laggedProducts(double[] residuals) {
        return Sums.ofProducts(
                Arrays.copyOfRange(residuals, 0, residuals.length - 1),
                Arrays.copyOfRange(residuals, 1, residuals.length));
    }

    private static double[] at(Series values, int[] places) {
        return Arrays.stream(places).mapToDouble(values::value).toArray();
    }

    private static double[] row(List<Regressor> regressors, int row) {
        return regressors.stream().mapToDouble(each -> each.values().value(row)).toArray();
    }
}
