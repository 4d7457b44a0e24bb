package mpm.functions.analytics;

import static mpm.catalogue.Content.BLANK;
import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.mixmodel.MixModel;
import mpm.method.mixmodel.Return;
import mpm.method.regression.LeastSquares;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.regression.SeasonalTerms;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.Sums;

/** The diagnostics NRMSE and DECOMP.RSSD are Robyn's. */
@WorksheetFunction(
        name = "MIX.FIT",
        question =
                "What did each channel contribute, at what return, allowing for carry-over, saturation, trend and season?",
        stage = MEASURE,
        method =
                "Curves are chosen on a grid, one channel after the other, beside trend, season and controls; a penalty pulls "
                        + "all channels towards a common return. Low and High come from refits on resampled residuals with drawn "
                        + "curves.",
        source = "Jin, Wang, Sun, Chan and Koehler, Bayesian Methods for Media Mix Modeling, 2017; Robyn; own method.",
        caution =
                "Observational: with 5 % noise and 8 channels half of a channel's figure may be wrong. Calibrate it with lift"
                        + " tests.",
        related = {"ADSTOCK", "SATURATE", "RESPONSE.FIT"})
@Example(
        formula = "=MPM.MIX.FIT({259;286;264;275;286;267;307;257;232;271;283;292;297;259;296;320;313;301;254;229;224;29"
                + "3;250;288}, {\"TV\",\"Search\";16,34;32,36;12,15;8,39;11,102;16,20;93,95;20,0;18,0;24,41;18,66;9,158"
                + ";45,20;18,0;66,30;59,69;39,57;19,68;10,6;19,0;9,8;96,49;11,0;45,33}, , 12, , , , , , 0)",
        shows =
                "{\"Channel\",\"Theta\",\"K\",\"S\",\"Beta\",\"Spend\",\"Contribution\",\"Share\",\"ROAS\",\"Low\",\"High\",\"VIF\";\"TV\",0.4,40.2961008,2,48.19903821,713,584.3972253,0.3691664067,0.819631452,\"\",\"\",1.635886452;\"Search\",0.2,41.98795878,1,90.11921933,946,998.6212038,0.6308335933,1.055624951,\"\",\"\",2.903890362;\"(Baseline)\",\"\",\"\",\"\",\"\",\"\",5019.981571,\"\",\"\",\"\",\"\",\"\";\"R2\",0.9944742134,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"NRMSE\",0.01989955643,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"MAPE holdout\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"DECOMP.RSSD\",0.08571628637,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Max VIF\",2.903890362,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Residual r1\",-0.1754677282,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Seasonal\",TRUE,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Two years of months: the last row but the footers is what came without media.")
@Example(
        formula = "=MPM.MIX.FIT({259;286;264;275;286;267;307;257;232;271;283;292;297;259;296;320;313;301;254;229;224;29"
                + "3;250;288}, {\"TV\",\"Search\";16,34;32,36;12,15;8,39;11,102;16,20;93,95;20,0;18,0;24,41;18,66;9,158"
                + ";45,20;18,0;66,30;59,69;39,57;19,68;10,6;19,0;9,8;96,49;11,0;45,33}, , 1, {0,0.4}, , , {\"Channel\","
                + "\"Low\",\"High\";\"TV\",0.5,0.6}, 0.8, 20, 7, FALSE)",
        shows =
                "{\"TV\",0,40.5,2,50.53189518,713,356.5,0.29195844,0.5,0.5695123824,0.6,1.219004917;\"Search\",0.4,49.3415808,2,67.90026008,946,864.5642036,0.70804156,0.9139156486,0.2448402745,1.308301908,1.201282179;\"(Baseline)\",\"\",\"\",\"\",\"\",\"\",5381.935796,\"\",\"\",\"\",\"\",\"\";\"R2\",0.8647835993,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"NRMSE\",0.09843760246,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"MAPE holdout\",0.03476261413,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"DECOMP.RSSD\",0.1949048401,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Max VIF\",1.219004917,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Residual r1\",0.5775182893,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Seasonal\",FALSE,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "A test has shown that TV returns 0.5 to 0.6: the fit keeps to it.")
@Example(
        formula = "=MPM.MIX.FIT({259;286;264;275}, {\"TV\";16;32;12;8})",
        shows = "#NUM!",
        because = "Four months are too few to tell anything.")
public record MixFit(
        @Argument(
                value = "The outcome of each period, such as revenue, oldest first.",
                refuses = {BLANK, TEXT, LOGICAL})
        Series outcome,

        @Argument("Spend of each period, a column for each channel; blank is 0.")
        Media media,

        @Argument("Columns of other causes, such as price, in the same periods.")
        Optional<NumberTable> controls,

        @Argument(value = "Periods in a season, such as 52 for weeks; 1 for no season.", otherwise = "52")
        int seasonLength,

        @Argument(value = "The carry-overs to choose from, each 0 or more and below 1; left out: 0, 0.1, … 0.8.")
        Optional<Series> thetaGrid,

        @Argument(value = "How strongly channels are pulled to a common return, above 0.", otherwise = "0.1")
        double penalty,

        @Argument(value = "TRUE lets no channel take away from the outcome.", otherwise = "TRUE")
        boolean positive,

        @Argument("Returns that tests have found: a channel's ROAS lies from Low to High.")
        Optional<Rows<Lift>> lift,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.9")
        double confidence,

        @Argument(value = "How many refits make the intervals; 0 for none.", otherwise = "200")
        int draws,

        @Argument(value = "Another whole number gives other refits.", otherwise = "1")
        int seed)
        implements Analytics, Computed<Table<MixFit.Line>> {

    private static final int MOST_DRAWS = 100_000;
    private static final int SPARE_PERIODS = 5;
    private static final int FEWEST_HELD_OUT = 4;
    private static final double LEAST_DIAGONAL = 1e-10;

    /** What a test has found of a channel. */
    public record Lift(
            @Column(value = "Channel", meaning = "The channel that was tested.")
            String channel,

            @Column(value = "Low", meaning = "Its lowest ROAS that the test allows.")
            double low,

            @Column(value = "High", meaning = "Its highest ROAS that the test allows.")
            double high) {}

    /** A channel. */
    public record Line(
            @Column(value = "Channel", meaning = "The channel, or (Baseline).")
            String channel,

            @Column(value = "Theta", meaning = "The part of a period's work that carries over to the next.")
            Cell theta,

            @Column(value = "K", meaning = "Half-saturation, on the scale of the adstock.")
            Cell k,

            @Column(value = "S", meaning = "Slope of the curve.")
            Cell s,

            @Column(value = "Beta", meaning = "Ceiling of a period's response.")
            Cell beta,

            @Column(value = "Spend", meaning = "What was spent in all periods.")
            Cell spend,

            @Column(value = "Contribution", meaning = "What it brought in all periods.")
            double contribution,

            @Column(value = "Share", meaning = "Its part of what all channels brought.")
            Cell share,

            @Column(value = "ROAS", meaning = "Contribution for each unit of spend: 1 is money back.")
            Cell roas,

            @Column(value = "Low", meaning = "Lower limit of ROAS; blank without draws.")
            Cell low,

            @Column(value = "High", meaning = "Upper limit of ROAS; blank without draws.")
            Cell high,

            @Column(value = "VIF", meaning = "How much the others blur it: above 10 it can hardly be told apart.")
            Cell vif) {

        private static Line baseline(double contribution) {
            Cell blank = Cell.blank();
            return new Line(
                    "(Baseline)", blank, blank, blank, blank, blank, contribution, blank, blank, blank, blank, blank);
        }
    }

    @Override
    public Table<Line> value() {
        List<Return> returns = returns();
        requireData();
        double[] thetas = thetas();
        boolean isSeasonal = isSeasonal(outcome.length());
        List<Regressor> regressors = regressors(outcome.length(), isSeasonal);
        requirePeriods(regressors.size());
        double[] y = outcome.values();
        MixModel model = new MixModel(y, spends(y.length), regressors, thetas, penalty, returns);
        Cell holdout = holdoutError(regressors, isSeasonal, thetas, returns);
        Table<Line> table = answer(model, regressors, holdout).footer("Seasonal", Cell.of(isSeasonal));
        return isSeasonal || seasonLength == 1
                ? table
                : table.noting("No season was fitted: %d periods are fewer than two seasons of %d."
                        .formatted(y.length, seasonLength));
    }

    private Table<Line> answer(MixModel model, List<Regressor> regressors, Cell holdout) {
        int count = media.count();
        double[] y = outcome.values();
        double[] spent = IntStream.range(0, count)
                .mapToDouble(channel -> Sums.of(media.spend(channel)))
                .toArray();
        double[] contributions = IntStream.range(0, count)
                .mapToDouble(channel -> model.beta(channel) * Sums.of(model.responses(channel)))
                .toArray();
        double contributed = Sums.of(contributions);
        List<Interval> intervals = draws == 0 ? List.of() : model.returnIntervals(draws, confidence, seed);
        List<Cell> vifs = vifs(model, regressors);
        List<Line> lines = new ArrayList<>();
        for (int channel = 0; channel < count; channel++) {
            lines.add(new Line(
                    media.channels().get(channel),
                    Cell.of(model.theta(channel)),
                    Cell.of(model.k(channel)),
                    Cell.of(model.s(channel)),
                    Cell.of(model.beta(channel)),
                    Cell.of(spent[channel]),
                    contributions[channel],
                    share(contributions[channel], contributed),
                    Cell.of(contributions[channel] / spent[channel]),
                    intervals.isEmpty()
                            ? Cell.blank()
                            : Cell.of(intervals.get(channel).low()),
                    intervals.isEmpty()
                            ? Cell.blank()
                            : Cell.of(intervals.get(channel).high()),
                    vifs.get(channel)));
        }
        lines.add(Line.baseline(Sums.of(y) - contributed));
        double[] residuals = model.residuals();
        double squares = Sums.ofProducts(residuals, residuals);
        double range =
                Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
        return Table.of(Line.class, lines)
                .footer("R2", 1 - squares / Sums.ofSquaredDeviations(y))
                .footer("NRMSE", Math.sqrt(squares / y.length) / range)
                .footer("MAPE holdout", holdout)
                .footer("DECOMP.RSSD", distance(contributions, contributed, spent))
                .footer("Max VIF", largest(vifs))
                .footer("Residual r1", Cell.computed(() -> resemblance(residuals, squares)));
    }

    private static Cell share(double contribution, double all) {
        return all == 0
                ? Cell.of(
                        CellError.DIV0.because("The channels brought nothing, so there is nothing to have a share of."))
                : Cell.of(contribution / all);
    }

    /** How far the shares of what the channels brought lie from those of what they cost. */
    private static Cell distance(double[] contributions, double contributed, double[] spent) {
        if (contributed == 0) {
            return share(0, contributed);
        }
        double all = Sums.of(spent);
        return Cell.of(Math.sqrt(IntStream.range(0, spent.length)
                .mapToDouble(channel -> StrictMath.pow(contributions[channel] / contributed - spent[channel] / all, 2))
                .sum()));
    }

    private static double resemblance(double[] residuals, double squares) {
        if (squares == 0) {
            throw CellError.DIV0.because("Nothing is left unexplained, so nothing can resemble itself.");
        }
        double products = 0;
        for (int t = 1; t < residuals.length; t++) {
            products += residuals[t] * residuals[t - 1];
        }
        return products / squares;
    }

    /** What each response keeps of its spread beside the baseline and the others, as one over it. */
    private static List<Cell> vifs(MixModel model, List<Regressor> baseline) {
        List<Regressor> all = new ArrayList<>(baseline);
        for (int channel = 0; channel < model.media(); channel++) {
            all.add(new Regressor("channel " + (channel + 1), Series.column(model.responses(channel))));
        }
        try {
            double[] diagonal = LeastSquares.of(all.get(0).values().values(), all, LEAST_DIAGONAL)
                    .inverseDiagonal();
            return IntStream.range(0, model.media())
                    .mapToObj(channel -> Cell.of(
                            diagonal[baseline.size() + channel] * Sums.ofSquaredDeviations(model.responses(channel))))
                    .toList();
        } catch (CellException dependent) {
            return Collections.nCopies(model.media(), Cell.of(dependent));
        }
    }

    private static Cell largest(List<Cell> vifs) {
        return vifs.stream()
                .filter(Cell.Failure.class::isInstance)
                .findFirst()
                .orElseGet(() -> Cell.of(vifs.stream()
                        .mapToDouble(vif -> ((Cell.Numeric) vif).value())
                        .max()
                        .orElseThrow()));
    }

    /** The mean error of the last periods, as a share of them, when the model knows only those before; blank if it cannot. */
    private Cell holdoutError(List<Regressor> regressors, boolean isSeasonal, double[] thetas, List<Return> returns) {
        int n = outcome.length();
        int known = n - Math.max(FEWEST_HELD_OUT, n / 10);
        double[][] spends = spends(known);
        boolean hasUnknownChannel =
                Arrays.stream(spends).anyMatch(spend -> Arrays.stream(spend).allMatch(each -> each == 0));
        if (known < fewest(regressors.size())
                || (isSeasonal && !isSeasonal(known))
                || hasUnknownChannel
                || IntStream.range(known, n).anyMatch(t -> outcome.value(t) == 0)) {
            return Cell.blank();
        }
        double[] y = Arrays.copyOf(outcome.values(), known);
        List<Regressor> shorter = regressors.stream()
                .map(each -> new Regressor(
                        each.name(), Series.column(Arrays.copyOf(each.values().values(), known))))
                .toList();
        try {
            MixModel model = new MixModel(y, spends, shorter, thetas, penalty, returns);
            double[] contributions = model.contributions();
            Arrays.setAll(y, t -> y[t] - contributions[t]);
            double[] levels = LeastSquares.of(y, shorter, LEAST_DIAGONAL).coefficients();
            double[] expected = expected(model, regressors, levels);
            return Cell.of(IntStream.range(known, n)
                    .mapToDouble(t -> Math.abs((outcome.value(t) - expected[t]) / outcome.value(t)))
                    .average()
                    .orElseThrow());
        } catch (CellException dependent) {
            return Cell.blank();
        }
    }

    private double[] expected(MixModel model, List<Regressor> regressors, double[] levels) {
        double[] expected = new double[outcome.length()];
        for (int j = 0; j < levels.length; j++) {
            Series values = regressors.get(j).values();
            double level = levels[j];
            Arrays.setAll(expected, t -> expected[t] + level * values.value(t));
        }
        for (int channel = 0; channel < media.count(); channel++) {
            double[] responses = model.responses(channel, media.spend(channel));
            double beta = model.beta(channel);
            Arrays.setAll(expected, t -> expected[t] + beta * responses[t]);
        }
        return expected;
    }

    private List<Return> returns() {
        List<Return> returns =
                new ArrayList<>(Collections.nCopies(media.count(), positive ? Return.POSITIVE : Return.ANY));
        List<Row<Lift>> tests = lift.map(Rows::list).orElse(List.of());
        for (Row<Lift> test : tests) {
            int channel = IntStream.range(0, media.count())
                    .filter(each -> media.channels()
                            .get(each)
                            .equalsIgnoreCase(test.value().channel().strip()))
                    .findFirst()
                    .orElseThrow(() -> test.refused(
                            CellError.VALUE,
                            "of lift names “%s”, but media has no such channel."
                                    .formatted(test.value().channel())));
            returns.set(channel, new Return(test.value().low(), test.value().high()));
        }
        return returns;
    }

    private void requireData() {
        controls.ifPresent(table -> table.columns().stream()
                .filter(control -> control.values().hasGaps())
                .findFirst()
                .ifPresent(control -> {
                    throw CellError.VALUE.because(
                            "The control “%s” has a cell without a number: fill it in.".formatted(control.caption()));
                }));
        int n = outcome.length();
        if (media.periods() != n || controls.map(table -> table.rows() != n).orElse(false)) {
            throw CellError.NA.because("The lengths differ: outcome has %d cells, media %d rows%s."
                    .formatted(
                            n,
                            media.periods(),
                            controls.map(table -> ", controls " + table.rows()).orElse("")));
        }
        require(
                Sums.ofSquaredDeviations(outcome.values()) > 0,
                "The outcome never moves, so nothing can be explained.");
        require(
                media.spends().stream().flatMap(List::stream).allMatch(spend -> spend >= 0),
                "A spend in media is negative: give 0 or more.");
        require(penalty > 0, "penalty is more than 0: without it channels that run together cannot be told apart.");
        require(
                draws >= 0 && draws <= MOST_DRAWS && seasonLength >= 1,
                "draws is 0 to %,d, and season_length 1 or more.".formatted(MOST_DRAWS));
        Probabilities.require("confidence", confidence);
        lift.ifPresent(tests -> tests.values()
                .forEach(test -> require(
                        test.low() <= test.high() && (!positive || test.low() >= 0),
                        "A row of lift has Low above High, or below 0 although positive is TRUE.")));
    }

    private void requirePeriods(int regressors) {
        require(
                outcome.length() >= fewest(regressors),
                "%d periods are too few for %d channels and %d regressors: give at least %d."
                        .formatted(outcome.length(), media.count(), regressors, fewest(regressors)));
        for (int channel = 0; channel < media.count(); channel++) {
            if (media.spends().get(channel).stream().allMatch(spend -> spend == 0)) {
                throw CellError.DIV0.because("Nothing was ever spent on “%s”, so it has no return: leave it out."
                        .formatted(media.channels().get(channel)));
            }
        }
    }

    private int fewest(int regressors) {
        return regressors + 3 * media.count() + SPARE_PERIODS;
    }

    private double[] thetas() {
        double[] thetas = thetaGrid
                .map(grid -> Arrays.stream(grid.numbers()).sorted().toArray())
                .orElseGet(() -> IntStream.rangeClosed(0, 8)
                        .mapToDouble(tenth -> tenth / 10.0)
                        .toArray());
        require(
                thetas.length > 0 && Arrays.stream(thetas).allMatch(theta -> theta >= 0 && theta < 1),
                "theta_grid holds carry-overs: each from 0 to below 1.");
        return thetas;
    }

    private boolean isSeasonal(int periods) {
        return seasonLength > 1 && periods >= 2L * seasonLength;
    }

    private List<Regressor> regressors(int n, boolean isSeasonal) {
        List<Regressor> regressors = new ArrayList<>();
        regressors.add(Regressor.constant(n));
        regressors.add(SeasonalTerms.overTime("trend", n, t -> (t - (n + 1) / 2.0) / n));
        if (isSeasonal) {
            regressors.addAll(SeasonalTerms.of(n, seasonLength));
        }
        controls.ifPresent(table ->
                table.columns().forEach(control -> regressors.add(new Regressor(control.caption(), control.values()))));
        return regressors;
    }

    private double[][] spends(int periods) {
        return IntStream.range(0, media.count())
                .mapToObj(channel -> Arrays.copyOf(media.spend(channel), periods))
                .toArray(double[][]::new);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }
}
