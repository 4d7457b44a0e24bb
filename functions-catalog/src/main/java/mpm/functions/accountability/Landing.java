package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Content;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.forecasting.Ets;
import mpm.method.forecasting.EtsFit;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.StudentT;
import mpm.method.statistics.Sums;

/**
 * PERF is the estimate at completion of earned value management (PMI), EAC = AC + (BAC − EV)/CPI; FORECAST the state space
 * model without a season of the smallest AICc, with the variance of a sum (Hyndman et al. 2008, chapter 6).
 */
@WorksheetFunction(
        name = "LANDING",
        question = "Where will we end up?",
        stage = EXECUTE,
        method = "What has happened, plus the rest of the plan carried on at the pace so far (PERF), as "
                + "planned (PLAN), evenly (LINEAR) or by exponential smoothing (FORECAST). The range comes from "
                + "how far past periods scattered around that.",
        source = "Project Management Institute: estimate at completion; Hyndman, Koehler, Ord and Snyder, "
                + "Forecasting with Exponential Smoothing, 2008.",
        caution =
                "The range assumes that the coming periods scatter around plan as the past ones did, each for itself; of five"
                        + " such landings it holds four.",
        related = {"FORECAST", "SCORECARD"})
@Example(
        formula = "=MPM.LANDING({90,100,110,130}, {100,120,140,160,180,200})",
        shows = "{\"Landing\",\"Low\",\"High\",\"Variance\";744.23076923,719.48705566,771.08943526,-155.76923077}")
@Example(
        formula = "=MPM.LANDING({90,100,110,130,\"\",\"\"}, {100,120,140,160,180,200}, \"LINEAR\", 0.8, FALSE)",
        shows = "{645,602.29927852,698.28318957,-255}",
        because = "The months to come are taken like the mean of those closed.")
@Example(
        formula = "=MPM.LANDING({\"\",90}, {100,100})",
        shows = "#VALUE!",
        because = "A month without a figure before one that has it.")
public record Landing(
        @Argument("What happened in each closed period, from the first on; not cumulative.")
        Series actuals,

        @Argument(
                value = "The plan of every period, not cumulative.",
                refuses = {Content.BLANK, Content.TEXT, Content.LOGICAL})
        Series plan,

        @Argument(
                value =
                        "PERF: the rest as plan, at the performance so far. PLAN: the rest as plan. LINEAR: as the mean so"
                                + " far. FORECAST: as the past goes on.",
                otherwise = "PERF")
        Method method,

        @Argument(value = "The part of futures that Low to High shall cover, between 0 and 1.", otherwise = "0.8")
        double confidence)
        implements Accountability, Computed<Table<Landing.Line>> {

    private static final int FEWEST_RESIDUALS = 3;

    /** How the periods to come are taken. */
    public enum Method {
        LINEAR,
        PLAN,
        PERF,
        FORECAST
    }

    /** The landing. */
    public record Line(
            @Column(value = "Landing", meaning = "The total expected at the end.")
            double landing,

            @Column(value = "Low", meaning = "Lower end of its range.")
            Cell low,

            @Column(value = "High", meaning = "Upper end of its range.")
            Cell high,

            @Column(value = "Variance", meaning = "Landing minus the plan's total.")
            double variance) {}

    @Override
    public Table<Line> value() {
        double[] closed = closed();
        double[] planned = plan.values();
        if (closed.length > planned.length) {
            throw CellError.NA.because(
                    "There are %d actuals, and the plan has %d periods.".formatted(closed.length, planned.length));
        }
        Probabilities.require("confidence", confidence);
        Line line = method == Method.FORECAST ? forecast(closed, planned) : extended(closed, planned);
        return Table.of(Line.class, List.of(line));
    }

    private double[] closed() {
        int count = (int) IntStream.range(0, actuals.length())
                .takeWhile(place -> !actuals.isGap(place))
                .count();
        if (actuals.numbers().length > count) {
            throw CellError.VALUE.because(
                    "actuals has a number after a blank: fill the gap, or clear what follows it.");
        }
        if (count == 0) {
            throw CellError.NA.because("No period is closed yet: give at least one actual.");
        }
        return Arrays.copyOf(actuals.values(), count);
    }

    private Line forecast(double[] closed, double[] planned) {
        EtsFit fit = Ets.withoutSeason(closed);
        int open = planned.length - closed.length;
        double landing = Sums.of(closed) + Sums.of(fit.expected(open));
        double half = Normal.quantile((1 + confidence) / 2) * Math.sqrt(fit.varianceOfSum(open));
        return line(landing, planned, () -> new Interval(landing - half, landing + half));
    }

    /** The closed periods, and the rest in proportion to a basis: the plan, or 1 in every period. */
    private Line extended(double[] closed, double[] planned) {
        double[] basis = planned.clone();
        if (method == Method.LINEAR) {
            Arrays.fill(basis, 1);
        }
        double factor = method == Method.PLAN ? 1 : performance(closed, basis);
        double[] open = Arrays.stream(basis, closed.length, basis.length)
                .map(part -> factor * part)
                .toArray();
        double actual = Sums.of(closed);
        double rest = Sums.of(open);
        return line(
                actual + rest,
                planned,
                () -> open.length == 0
                        ? new Interval(actual, actual)
                        : range(actual, rest, open, residuals(closed, basis)));
    }

    private static Line line(double landing, double[] planned, Supplier<Interval> range) {
        return new Line(
                landing,
                Cell.computed(() -> range.get().low()),
                Cell.computed(() -> range.get().high()),
                landing - Sums.of(planned));
    }

    private static double performance(double[] closed, double[] basis) {
        double toDate = Sums.of(Arrays.copyOf(basis, closed.length));
        if (toDate == 0) {
            throw CellError.DIV0.because("Nothing was planned to date, so there is no performance to go on with.");
        }
        return Sums.of(closed) / toDate;
    }

    /** How the closed periods stood to the basis, as logarithms. */
    private static double[] residuals(double[] closed, double[] basis) {
        return IntStream.range(0, closed.length)
                .filter(period -> closed[period] > 0 && basis[period] > 0)
                .mapToDouble(period -> StrictMath.log(closed[period] / basis[period]))
                .toArray();
    }

    private Interval range(double actual, double rest, double[] open, double[] residuals) {
        int n = residuals.length;
        if (n < FEWEST_RESIDUALS) {
            throw CellError.NUM.because("A range needs at least 3 closed periods with an actual and a plan above 0.");
        }
        if (rest <= 0 || Arrays.stream(open).anyMatch(each -> each < 0)) {
            throw CellError.NUM.because("A range needs periods to come of 0 or more, and together above 0.");
        }
        double concentration = Sums.ofProducts(open, open) / (rest * rest);
        boolean asPlanned = method == Method.PLAN;
        int df = asPlanned ? n : n - 1;
        double squares = asPlanned ? Sums.ofProducts(residuals, residuals) : Sums.ofSquaredDeviations(residuals);
        // Where the level is estimated from the closed periods, its own error counts as well.
        double sigma = Math.sqrt(squares / df * (asPlanned ? concentration : concentration + 1.0 / n));
        double half = StudentT.quantile((1 + confidence) / 2, df) * sigma;
        return new Interval(actual + rest * StrictMath.exp(-half), actual + rest * StrictMath.exp(half));
    }
}
