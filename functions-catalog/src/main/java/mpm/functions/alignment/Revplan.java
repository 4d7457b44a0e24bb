package mpm.functions.alignment;

import static mpm.catalogue.Content.BLANK;
import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Stage.PLAN;

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
import mpm.functions.alignment.LagTable.Lag;
import mpm.method.Deadline;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.Sums;
import org.hipparchus.special.Gamma;

/**
 * The entrants come nearest to those counted back from each period's need, by least distance; wins are Poisson.
 *
 * <p>Source: C. L. Lawson and R. J. Hanson, <i>Solving Least Squares Problems</i> (1974), chapter 23.
 */
@WorksheetFunction(
        name = "REVPLAN",
        question = "What demand must I create, when and at what cost, to make the revenue plan, and what are the odds?",
        stage = PLAN,
        method = "Targets are carried back through the funnel's lags to the entrants they need; the plan "
                + "closest to that which reaches every target in reach is found by least squares. The odds "
                + "count wins as a Poisson process.",
        source = "Lawson and Hanson, Solving Least Squares Problems, 1974.",
        caution =
                "A plan at expected value has a probability near one half; the Entrants factor says how much more is needed."
                        + " Pipeline, deal size and lags count as certain, so real probabilities are less extreme. Missed"
                        + " early revenue is caught up in the first reachable period; if that is not wanted, lower the"
                        + " early targets.",
        related = {"FUNNEL.PLAN", "FUNNEL.RUN", "TARGET.PROBABILITY"})
@Example(
        formula = "=MPM.REVPLAN({100,100,100,100}, {0.5}, {1}, 10)",
        shows = "{\"Period\",\"Target\",\"From pipeline\",\"Needed new\",\"Entrants\",\"Spend\",\"Expected\",\"Gap\","
                + "\"Gap to date\",\"P(hit)\",\"Reason\";1,100,0,100,40,\"\",0,-100,-100,0,\"INSIDE LEAD TIME\";"
                + "2,100,0,100,20,\"\",200,100,0,0.5297427332,\"\";3,100,0,100,20,\"\",100,0,0,0.5242830139,\"\";"
                + "4,100,0,100,0,\"\",100,0,0,0.5210288611,\"\";\"TOTAL\",400,0,400,80,\"\",400,0,0,0.5210288611,\"\";"
                + "\"Entrants factor\",1.130066857,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Deals take a month: nothing can close in the first one, so the second has to catch up.")
@Example(
        formula = "=MPM.REVPLAN({50000,50000}, {400,100}, {0}, 50000, {150000,0}, 10000, , , FALSE)",
        shows = "{1,50000,150000,0,0,0,150000,100000,100000,1,\"\";2,50000,0,0,0,0,0,-50000,50000,1,\"\";"
                + "\"TOTAL\",100000,150000,0,0,0,150000,50000,50000,1,\"\";"
                + "\"Entrants factor\",0,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "The pipeline suffices, and its surplus carries forward.")
@Example(formula = "=MPM.REVPLAN({100,100}, {0.5}, {1}, -10)", shows = "#NUM!", because = "A deal brings something.")
public record Revplan(
        @Argument("The revenue to make in each period, 0 or more; blank is 0.")
        Series targets,

        @Argument(
                "The share that passes each step, first step first; or two columns of counts, entered and converted, for odds"
                        + " that know how sure the rates are.")
        StepRates rates,

        @Argument("A whole lag in periods for each step, or a row of shares for each by the periods after entry.")
        LagTable lags,

        @Argument("The revenue of a deal, above 0.") double dealSize,

        @Argument("The revenue expected from existing deals in each period.")
        Optional<Series> pipeline,

        @Argument(
                value = "The cost of an entrant; or three cells, beta, k and s, of the curve of entrants by spend.",
                refuses = {BLANK, LOGICAL})
        Optional<Series> costPerEntrant,

        @Argument(value = "The odds that the Entrants factor shall bring, between 0 and 1.", otherwise = "0.8")
        double probability,

        @Argument(value = "The seed of chance, for rates from counts.", otherwise = "1")
        int seed)
        implements Alignment, Computed<Table<Revplan.Line>> {

    private static final int MOST_PERIODS = 120;
    private static final double ROUNDING = 1e-9;
    private static final double SHORT = 1e-6;
    private static final double PRECISION = 1e-12;

    /** A period. */
    public record Line(
            @Column(value = "Period", meaning = "1 for the first, or TOTAL.")
            Cell period,

            @Column(value = "Target", meaning = "The revenue to make.")
            double target,

            @Column(value = "From pipeline", meaning = "What existing deals bring.")
            double fromPipeline,

            @Column(value = "Needed new", meaning = "What new entrants must bring; a surplus carries forward.")
            double neededNew,

            @Column(value = "Entrants", meaning = "How many must enter the funnel.")
            double entrants,

            @Column(value = "Spend", meaning = "What they cost.")
            Cell spend,

            @Column(value = "Expected", meaning = "The revenue that then comes.")
            double expected,

            @Column(value = "Gap", meaning = "Expected less target; negative is short.")
            double gap,

            @Column(value = "Gap to date", meaning = "The gaps up to here.")
            double gapToDate,

            @Column(value = "P(hit)", meaning = "The odds that the targets up to here are made together.")
            double hit,

            @Column(value = "Reason", meaning = "INSIDE LEAD TIME or SHORT where the gap to date is negative.")
            String reason) {}

    @Override
    public Table<Line> value() {
        if (costPerEntrant.isPresent()
                && costPerEntrant.get().length() != 1
                && costPerEntrant.get().length() != 3) {
            throw CellError.VALUE.because("cost_per_entrant has %d cells: give one, or three (beta, k, s)."
                    .formatted(costPerEntrant.get().length()));
        }
        List<Lag> steps = lags.of(rates.count());
        pipeline.ifPresent(given -> Lengths.requireSame("targets", targets.length(), "pipeline", given.length()));
        requireDomain();
        double rate = rates.product();
        double[] wanted = orZero(targets);
        double[] coming = pipeline.map(Revplan::orZero).orElseGet(() -> new double[wanted.length]);
        double[] missing = IntStream.range(0, wanted.length)
                .mapToDouble(period -> wanted[period] - coming[period])
                .toArray();
        Lag lag = steps.stream().reduce(Lag.NONE, Lag::then);
        DemandPlan plan = new DemandPlan(missing, Sums.of(wanted), lag, dealSize * rate);
        Odds odds = new Odds(plan, rate, rates.multiples(seed));
        List<Line> lines = lines(plan, odds, wanted, coming);
        List<Line> all = new ArrayList<>(lines);
        all.add(total(lines));
        return Table.of(Line.class, all).footer("Entrants factor", Cell.computed(() -> odds.factor(probability)));
    }

    private void requireDomain() {
        if (targets.length() > MOST_PERIODS) {
            throw CellError.NUM.because(
                    "%d periods are too many: plan at most %d at once.".formatted(targets.length(), MOST_PERIODS));
        }
        requireNonNegative(targets, "targets");
        pipeline.ifPresent(given -> requireNonNegative(given, "pipeline"));
        if (!(dealSize > 0)) {
            throw CellError.NUM.because("deal_size must be above 0.");
        }
        Probabilities.require("probability", probability);
        costPerEntrant.ifPresent(cost -> {
            requireNonNegative(cost, "cost_per_entrant");
            if (cost.length() == 3 && Arrays.stream(cost.values()).anyMatch(each -> each == 0)) {
                throw CellError.NUM.because("beta, k and s must be above 0.");
            }
        });
    }

    private static void requireNonNegative(Series series, String name) {
        if (Arrays.stream(series.numbers()).anyMatch(value -> value < 0)) {
            throw CellError.NUM.because("A number in %s is negative: give 0 or more.".formatted(name));
        }
    }

    private static double[] orZero(Series series) {
        return Arrays.stream(series.values())
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
    }

    private List<Line> lines(DemandPlan plan, Odds odds, double[] wanted, double[] coming) {
        List<Line> lines = new ArrayList<>();
        Sums.Running gapToDate = new Sums.Running();
        Sums.Running targetToDate = new Sums.Running();
        for (int period = 0; period < plan.periods(); period++) {
            double expected = coming[period] + plan.revenue(period);
            gapToDate.add(expected - wanted[period]);
            targetToDate.add(wanted[period]);
            boolean isShort = gapToDate.value() < -SHORT * Math.max(1, targetToDate.value());
            lines.add(new Line(
                    Cell.of(period + 1),
                    wanted[period],
                    coming[period],
                    plan.needed(period),
                    plan.entrants(period),
                    spend(plan.entrants(period)),
                    expected,
                    expected - wanted[period],
                    gapToDate.value(),
                    odds.ofHitting(period, 1),
                    !isShort ? "" : plan.isReachable(period) ? "SHORT" : "INSIDE LEAD TIME"));
        }
        return lines;
    }

    private Cell spend(double entrants) {
        return costPerEntrant
                .map(cost -> Cell.computed(() -> cost.length() == 1
                        ? entrants * cost.value(0)
                        : spendOnCurve(entrants, cost.value(0), cost.value(1), cost.value(2))))
                .orElse(Cell.blank());
    }

    /** The spend at which a Hill curve brings so many entrants. */
    private static double spendOnCurve(double entrants, double beta, double k, double s) {
        if (entrants >= beta) {
            throw CellError.NUM.because("No spend brings so many entrants in a period: the curve ends below.");
        }
        return k * StrictMath.pow(entrants / (beta - entrants), 1 / s);
    }

    private static Line total(List<Line> lines) {
        Line last = lines.get(lines.size() - 1);
        Cell spend = lines.stream()
                .map(Line::spend)
                .filter(each -> each instanceof Cell.Failure || each.isBlank())
                .findFirst()
                .orElseGet(() -> Cell.of(Sums.of(lines.stream()
                        .mapToDouble(line -> ((Cell.Numeric) line.spend()).value())
                        .toArray())));
        return new Line(
                Cell.of("TOTAL"),
                Sums.of(lines.stream().mapToDouble(Line::target).toArray()),
                Sums.of(lines.stream().mapToDouble(Line::fromPipeline).toArray()),
                Sums.of(lines.stream().mapToDouble(Line::neededNew).toArray()),
                Sums.of(lines.stream().mapToDouble(Line::entrants).toArray()),
                spend,
                Sums.of(lines.stream().mapToDouble(Line::expected).toArray()),
                Sums.of(lines.stream().mapToDouble(Line::gap).toArray()),
                last.gapToDate(),
                last.hit(),
                "");
    }

    /** The odds of a plan, wins being Poisson and the rates as uncertain as their counts. */
    private final class Odds {

        private final DemandPlan plan;
        private final double rate;
        private final double[] multiples;

        Odds(DemandPlan plan, double rate, double[] multiples) {
            this.plan = plan;
            this.rate = rate;
            this.multiples = multiples;
        }

        /** How many wins the targets up to a period take. */
        private double wins(int period) {
            return plan.due(period) <= 0 ? 0 : Math.ceil(plan.due(period) / dealSize - ROUNDING);
        }

        /** The odds of so many wins up to a period, with all entrants multiplied. */
        double ofHitting(int period, double factor) {
            double wins = wins(period);
            if (wins == 0) {
                return 1;
            }
            double expected = rate * plan.matured(period) * factor;
            return Sums.mean(Arrays.stream(multiples)
                    .map(multiple -> {
                        Deadline.check();
                        return Gamma.regularizedGammaP(wins, expected * multiple);
                    })
                    .toArray());
        }

        /** By how much all entrants must be multiplied for the wanted odds of the whole plan. */
        double factor(double wanted) {
            int last = plan.periods() - 1;
            if (wins(last) == 0) {
                return 0;
            } else if (plan.matured(last) == 0) {
                throw CellError.NUM.because("No entrant can close in time, however many there are.");
            }
            double high = 1;
            while (ofHitting(last, high) < wanted) {
                high *= 2;
            }
            double low = high / 2;
            while (ofHitting(last, low) >= wanted) {
                high = low;
                low /= 2;
            }
            while (high - low > PRECISION * high) {
                double middle = (low + high) / 2;
                if (ofHitting(last, middle) < wanted) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }
    }
}
