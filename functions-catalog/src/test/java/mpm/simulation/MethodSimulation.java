package mpm.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.cell.Cell;
import mpm.cell.CellException;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Series;
import mpm.functions.Functions;
import mpm.functions.accountability.Xmr;
import mpm.functions.analytics.Leadlag;
import mpm.functions.analytics.NumberTable;
import mpm.link.Links;
import mpm.method.mixmodel.MadeHistory;
import mpm.method.random.SplitMix64;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.CorrelationTest;
import mpm.method.statistics.Pairs;

/**
 * How often the functions are right where the truth is known because it was drawn: false alarms where there is nothing, finds
 * where something was planted, odds beside what then happens.
 *
 * <p>Run it by {@code mvn -pl functions-catalog -Psimulation verify -DskipTests -Dprogram=MethodSimulation}; another seed than 1
 * by {@code -Dinput=2}.
 */
public final class MethodSimulation {

    private static final double ALPHA = .05;

    private static final int PERIODS = 6;
    private static final double TARGET = 100;
    private static final double DEAL = 10;
    private static final int BINS = 5;
    /** Columns of MPM.REVPLAN. */
    private static final int ENTRANTS = 4;

    private static final int HIT = 9;

    private final SplitMix64 random;

    private MethodSimulation(long seed) {
        this.random = new SplitMix64(seed);
    }

    /**
     * Prints the figures.
     *
     * @param arguments the seed; 1 if none is given
     */
    public static void main(String... arguments) {
        long seed = arguments.length == 0 || arguments[0].isBlank() ? 1 : Long.parseLong(arguments[0]);
        System.out.println("Seed " + seed + "\n\n| simulation | runs | found |\n|---|---|---|");
        // Each begins with the seed, so that none depends on those before it.
        new MethodSimulation(seed).independentSeries(60, .8);
        new MethodSimulation(seed).independentSeries(36, .6);
        new MethodSimulation(seed).independentSeries(104, .8);
        new MethodSimulation(seed).leadsOfNothing();
        new MethodSimulation(seed).plantedLeads();
        new MethodSimulation(seed).alarms(5_000, 20, 100);
        // So many points tell the limits as well as if they were known.
        new MethodSimulation(seed).alarms(20, 10_000, 25_000);
        new MethodSimulation(seed).odds();
        contributions(seed, 4, .02);
        contributions(seed, 8, .02);
        contributions(seed, 4, .05);
        contributions(seed, 8, .05);
    }

    private static void print(String what, int runs, String found) {
        System.out.println("| " + what + " | " + runs + " | " + found + " |");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static int count(int runs, IntSupplier run) {
        return IntStream.range(0, runs).map(each -> run.getAsInt()).sum();
    }

    /** A series that remembers this much of its last value, with variance 1. */
    private double[] drifting(int n, double memory) {
        double[] values = new double[n];
        values[0] = random.normal();
        for (int t = 1; t < n; t++) {
            values[t] = memory * values[t - 1] + Math.sqrt(1 - memory * memory) * random.normal();
        }
        return values;
    }

    private double[] noise(int n) {
        return drifting(n, 0);
    }

    /** MPM.CORREL.TEST of two series that have nothing to do with each other. */
    private void independentSeries(int n, double memory) {
        int runs = 10_000;
        int naive = 0;
        int effective = 0;
        for (int run = 0; run < runs; run++) {
            CorrelationTest test = CorrelationTest.of(
                    Pairs.of(Series.column(drifting(n, memory)), Series.column(drifting(n, memory))),
                    CorrelationMethod.PEARSON);
            naive += test.p() <= ALPHA ? 1 : 0;
            effective += effectiveP(test) <= ALPHA ? 1 : 0;
        }
        String what = String.format(Locale.ROOT, "CORREL.TEST, n %d, memory %.1f: false finds by ", n, memory);
        print(what + "p", runs, percent((double) naive / runs));
        print(what + "p_eff", runs, percent((double) effective / runs));
    }

    /** Too few effective pairs for a p find nothing. */
    private static double effectiveP(CorrelationTest test) {
        try {
            return test.effectiveP().orElseThrow();
        } catch (CellException e) {
            return 1;
        }
    }

    private static Grid leads(List<double[]> indicators, double[] outcome) {
        List<NumberTable.Named> columns = IntStream.range(0, indicators.size())
                .mapToObj(place -> new NumberTable.Named("Indicator " + place, Series.column(indicators.get(place))))
                .toList();
        return new Leadlag(new NumberTable(columns), Series.column(outcome), 6, 1, 0, ALPHA)
                .value()
                .cells(false);
    }

    private List<double[]> indicators(int count, int n) {
        return IntStream.range(0, count).mapToObj(each -> drifting(n, .6)).toList();
    }

    private static boolean isFind(Grid leads, int row) {
        String verdict = leads.cell(row, leads.columns() - 1).shown();
        return verdict.equals("LEADING") || verdict.equals("UNSTABLE");
    }

    private void leadsOfNothing() {
        int runs = 2_000;
        int workbooks = count(runs, () -> {
            Grid leads = leads(indicators(10, 48), drifting(48, .6));
            return IntStream.range(0, leads.rows()).anyMatch(row -> isFind(leads, row)) ? 1 : 0;
        });
        print(
                "LEADLAG, 10 indicators that lead nothing: workbooks with a find",
                runs,
                percent((double) workbooks / runs));
    }

    /** The outcome is an indicator some periods before, with as much noise again. */
    private void plantedLeads() {
        int runs = 2_000;
        int n = 48;
        int recovered = count(runs, () -> {
            int lead = 1 + random.below(6);
            double[] indicator = drifting(n + lead, .6);
            double[] outcome = noise(n);
            Arrays.setAll(outcome, t -> outcome[t] + indicator[t]);
            Grid leads = leads(List.of(Arrays.copyOfRange(indicator, lead, n + lead)), outcome);
            boolean isAtLead = leads.cell(0, 1) instanceof Cell.Numeric best && best.value() == lead;
            return isAtLead && leads.cell(0, leads.columns() - 1).shown().equals("LEADING") ? 1 : 0;
        });
        print(
                "LEADLAG, one lead planted, as much noise again: LEADING at this lead",
                runs,
                percent((double) recovered / runs));
    }

    /** MPM.XMR of noise: how many of the points after its baseline it calls a signal. */
    private void alarms(int runs, int baseline, int judged) {
        int alarms = count(runs, () -> {
            Grid chart = new Xmr(Series.column(noise(baseline + judged)), Optional.of(baseline), false)
                    .value()
                    .cells(false);
            return (int) IntStream.range(baseline, chart.rows())
                    .filter(row -> chart.cell(row, chart.columns() - 1).shown().equals("RULE 1"))
                    .count();
        });
        print(
                String.format(Locale.ROOT, "XMR, limits from %,d points: points after them with RULE 1", baseline),
                runs * judged,
                String.format(Locale.ROOT, "%.2f %%", 100.0 * alarms / runs / judged));
    }

    /**
     * MPM.REVPLAN from counts, where the true rates are drawn as its odds suppose, any rate as likely as another, and each win
     * closes after a lag of its own.
     */
    private void odds() {
        int runs = 500;
        int[] forecasts = new int[BINS];
        int[] made = new int[BINS];
        double[] odds = new double[BINS];
        double brier = 0;
        double expectedBrier = 0;
        int byFactor = 0;
        int plans = 0;
        while (plans < runs) {
            Funnel funnel = new Funnel();
            Grid plan = funnel.plan();
            if (!(plan.cell(plan.rows() - 1, 1) instanceof Cell.Numeric factor)) {
                continue;
            }
            plans++;
            int[] wins = funnel.wins(plan, 1);
            for (int period = 0; period < PERIODS; period++) {
                double p = number(plan, period, HIT);
                double hit = wins[period] * DEAL >= (period + 1) * TARGET ? 1 : 0;
                // Before anything can close the odds are 0, which tests nothing.
                if (p > 0) {
                    int bin = Math.min(BINS - 1, (int) (p * BINS));
                    forecasts[bin]++;
                    made[bin] += (int) hit;
                    odds[bin] += p;
                    brier += (p - hit) * (p - hit);
                    expectedBrier += p * (1 - p);
                }
            }
            byFactor += funnel.wins(plan, factor.value())[PERIODS - 1] * DEAL >= PERIODS * TARGET ? 1 : 0;
        }
        int all = Arrays.stream(forecasts).sum();
        for (int bin = 0; bin < BINS; bin++) {
            if (forecasts[bin] > 0) {
                print(
                        "REVPLAN, mean P(hit) " + percent(odds[bin] / forecasts[bin]) + ": targets made",
                        forecasts[bin],
                        percent((double) made[bin] / forecasts[bin]));
            }
        }
        print(
                String.format(Locale.ROOT, "REVPLAN, Brier score; %.3f if P(hit) is right", expectedBrier / all),
                all,
                String.format(Locale.ROOT, "%.3f", brier / all));
        print("REVPLAN, entrants times the factor for 80 %: targets made", runs, percent((double) byFactor / runs));
    }

    /** The histories begin with the seed and go on with those that follow it. */
    private static void contributions(long seed, int media, double noise) {
        int runs = 200;
        double missed = LongStream.range(seed, seed + runs)
                .mapToDouble(each -> MadeHistory.of(media, noise, each).missed())
                .sum();
        print(
                String.format(
                        Locale.ROOT, "MIX.FIT, %d channels, %.0f %% noise: contributions missed", media, 100 * noise),
                runs,
                String.format(Locale.ROOT, "%.3f", missed / runs));
    }

    private static double number(Grid grid, int row, int column) {
        return ((Cell.Numeric) grid.cell(row, column)).value();
    }

    /** A funnel of two steps: its true rates, and what was counted of them. */
    private final class Funnel {

        private static final int ENTERED = 40;
        /** The shares that pass a step 0, 1 and 2 periods after entering it. */
        private static final double[] LAGS = {.3, .5, .2};

        private final double[] rates = {random.uniform(), random.uniform()};
        private final String counts = Arrays.stream(rates)
                .mapToObj(rate -> ENTERED + "," + count(ENTERED, () -> random.uniform() < rate ? 1 : 0))
                .collect(Collectors.joining(";"));

        /** A plan; an error where a step let nothing pass. */
        Grid plan() {
            String shares = Arrays.stream(LAGS).mapToObj(Double::toString).collect(Collectors.joining(","));
            String targets = "%s;".formatted(TARGET).repeat(PERIODS).replaceFirst(";$", "");
            String formula = "=MPM.REVPLAN({%s}, {%s}, {%s;%s}, %s, , , 0.8, %d, FALSE)"
                    .formatted(targets, counts, shares, shares, DEAL, random.below(1_000_000));
            Range plan = new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD)
                    .results(List.of(Formula.call(formula)), DateSystem.FROM_1900)
                    .get(0)
                    .value();
            return plan instanceof Grid grid ? grid : Grid.of(List.of(List.of((Cell) plan, (Cell) plan)));
        }

        /** The wins up to each period, with all entrants multiplied. */
        int[] wins(Grid plan, double factor) {
            int[] wins = new int[PERIODS];
            for (int entry = 0; entry < PERIODS; entry++) {
                int won = poisson(number(plan, entry, ENTRANTS) * factor * rates[0] * rates[1]);
                for (int win = 0; win < won; win++) {
                    for (int period = entry + lag() + lag(); period < PERIODS; period++) {
                        wins[period]++;
                    }
                }
            }
            return wins;
        }

        private int lag() {
            double u = random.uniform();
            return u < LAGS[0] ? 0 : u < LAGS[0] + LAGS[1] ? 1 : 2;
        }

        /** The arrivals within a time when the waits between them are exponential. */
        private int poisson(double mean) {
            int arrivals = 0;
            for (double time = -StrictMath.log(random.uniform());
                    time < mean;
                    time -= StrictMath.log(random.uniform())) {
                arrivals++;
            }
            return arrivals;
        }
    }
}
