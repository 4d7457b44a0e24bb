package mpm.functions.alignment;

import static mpm.catalogue.Content.BLANK;
import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Stage.PLAN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.FurtherColumns;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.functions.alignment.LagTable.Lag;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;

/** Each stage is the discrete convolution of what enters it with its lag. */
@WorksheetFunction(
        name = "FUNNEL.RUN",
        question = "What will come out of the funnel each month from the leads I put in?",
        stage = PLAN,
        method = "Entrants move from stage to stage by the rates and lags; what leaves later than the horizon "
                + "is pending.",
        source = "A discrete convolution; entrants equal what came out plus what is pending.",
        caution = "These are expected values; rates and lags count as certain, and as the same for every month.",
        related = {"FUNNEL.PLAN", "FUNNEL.FIT", "REVPLAN"})
@Example(
        formula = "=MPM.FUNNEL.RUN({1200,1300,1300}, {0.3,0.4}, {1,1})",
        shows = "{\"Period\",\"Entrants\",\"Stage 1\",\"Stage 2\";1,1200,0,0;2,1300,360,0;3,1300,390,144;"
                + "\"Pending\",\"\",390,312}",
        because = "Leads become MQL a month later and SQL after another; what is pending comes after the third month.")
@Example(
        formula = "=MPM.FUNNEL.RUN({100}, {0.5}, {0.25,0.5,0.25}, , 3, FALSE)",
        shows = "{1,100,12.5;2,0,25;3,0,12.5;\"Pending\",\"\",0}",
        because = "A quarter of the successes comes at once, half a month later, a quarter after two.")
@Example(
        formula = "=MPM.FUNNEL.RUN({0;0}, {0.25}, {2}, {40,60}, , FALSE)",
        shows = "{1,0,15;2,0,10;\"Pending\",\"\",0}",
        because = "The 60 opportunities opened two months before the first are decided in it.")
@Example(
        formula = "=MPM.FUNNEL.RUN({100,100}, {0.5}, {1.5})",
        shows = "#NUM!",
        because = "A single lag is a whole number of periods; spread it over two as shares.")
public record FunnelRun(
        @Argument("How many enter the first stage in each period, 0 or more; blank is 0.")
        Series entrants,

        @Argument(
                value = "The share that passes each stage, the first stage first, from 0 to 1.",
                refuses = {BLANK, LOGICAL})
        Series rates,

        @Argument("A whole lag in periods for each stage, or a row of shares for each by the periods after entry.")
        LagTable lags,

        @Argument(
                "Those still undecided: a row for each stage, by the periods since they entered it, the latest first.")
        Optional<Matrix> opening,

        @Argument("How many periods to look at; left out, as many as there are entrants.")
        Optional<Integer> horizon)
        implements Alignment, Computed<Table<FunnelRun.Line>> {

    private static final int MOST_CELLS = 10_000;
    private static final double ROUNDING = 1e-9;

    /** A period. */
    @FurtherColumns(value = "Stage 1 … Stage S", meaning = "How many leave the stage as successes in the period.")
    public record Line(
            @Column(value = "Period", meaning = "1 for the first, or Pending: what is still expected after the last.")
            Cell period,

            @Column(value = "Entrants", meaning = "How many enter the first stage.")
            Cell entrants) {}

    @Override
    public Table<Line> value() {
        int stages = rates.length();
        int periods = horizon.orElse(entrants.length());
        if (opening.isPresent() && opening.get().height() != stages) {
            throw CellError.VALUE.because("opening has %d rows, but there are %d stages: give a row for each."
                    .formatted(opening.get().height(), stages));
        }
        List<Lag> stageLags = lags.of(stages);
        requireDomain(periods, stages);
        double[] entering = new double[periods];
        Arrays.setAll(entering, at -> at < entrants.length() && !entrants.isGap(at) ? entrants.value(at) : 0);

        List<double[]> leaving = new ArrayList<>();
        double[] pending = new double[stages];
        double[] input = entering;
        double expected = Sums.of(entering);
        boolean isAnyOverdue = false;
        for (int stage = 0; stage < stages; stage++) {
            double[] stock = stock(stage);
            Lag lag = stageLags.get(stage);
            for (int age = 0; age < stock.length; age++) {
                if (1 - lag.cumulative(age) <= ROUNDING) {
                    isAnyOverdue |= stock[age] > 0;
                    stock[age] = 0;
                }
            }
            expected = rates.value(stage) * (expected + Sums.of(stock));
            input = successes(input, stock, lag, rates.value(stage));
            leaving.add(input);
            double left = Sums.of(input);
            pending[stage] = Math.abs(expected - left) < ROUNDING * Math.max(1, left) ? 0 : expected - left;
        }
        Table<Line> table = table(entering, leaving, pending);
        if (entrants.length() > periods) {
            table = table.noting("The entrants after period %d are left out.".formatted(periods));
        }
        return isAnyOverdue
                ? table.noting("Those in opening who are older than the longest lag count as lost.")
                : table;
    }

    private void requireDomain(int periods, int stages) {
        if (periods < 1) {
            throw CellError.NUM.because("horizon is %d: look at 1 period or more.".formatted(periods));
        } else if ((periods + 1L) * (stages + 2L) > MOST_CELLS) {
            throw CellError.NUM.because("%d periods of %d stages are too large: the table has at most %,d cells."
                    .formatted(periods, stages, MOST_CELLS));
        }
        for (double rate : rates.values()) {
            if (!(rate >= 0 && rate <= 1)) {
                throw CellError.NUM.because("A rate is not from 0 to 1.");
            }
        }
        for (double count : entrants.numbers()) {
            if (count < 0) {
                throw CellError.NUM.because("The entrants of a period are negative: give 0 or more.");
            }
        }
        for (Series stock : opening.map(Matrix::rows).orElse(List.of())) {
            if (Arrays.stream(stock.numbers()).anyMatch(count -> count < 0)) {
                throw CellError.NUM.because("A number in opening is negative: give 0 or more.");
            }
        }
    }

    /** Those undecided in a stage, by the periods since they entered it. */
    private double[] stock(int stage) {
        double[] stock = opening.map(rows -> rows.rows().get(stage).values()).orElse(new double[0]);
        return Arrays.stream(stock)
                .map(count -> Double.isNaN(count) ? 0 : count)
                .toArray();
    }

    private static double[] successes(double[] input, double[] stock, Lag lag, double rate) {
        double[] successes = new double[input.length];
        for (int at = 0; at < input.length; at++) {
            Deadline.check();
            Sums.Running sum = new Sums.Running();
            for (int waited = 0; waited <= at; waited++) {
                sum.add(lag.share(waited) * input[at - waited]);
            }
            for (int age = 0; age < stock.length; age++) {
                if (stock[age] > 0) {
                    sum.add(stock[age] * lag.share(at + 1 + age) / (1 - lag.cumulative(age)));
                }
            }
            successes[at] = rate * sum.value();
        }
        return successes;
    }

    private static Table<Line> table(double[] entering, List<double[]> leaving, double[] pending) {
        List<Line> lines = new ArrayList<>();
        List<List<Cell>> further = new ArrayList<>();
        for (int at = 0; at < entering.length; at++) {
            int period = at;
            lines.add(new Line(Cell.of(period + 1), Cell.of(entering[period])));
            further.add(leaving.stream().map(stage -> Cell.of(stage[period])).toList());
        }
        lines.add(new Line(Cell.of("Pending"), Cell.blank()));
        further.add(Arrays.stream(pending).mapToObj(Cell::of).toList());
        return Table.of(Line.class, lines).columns("Stage ", leaving.size(), further);
    }
}
