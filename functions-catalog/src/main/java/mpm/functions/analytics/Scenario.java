package mpm.functions.analytics;

import static mpm.catalogue.Content.BLANK;
import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.PLAN;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Grid;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "SCENARIO",
        question = "Which option is best when the future is uncertain?",
        stage = PLAN,
        method = "EV is the mean payoff by the probabilities; regret is what the best option of a state would "
                + "have brought more. EVPI is what knowing the state beforehand would be worth.",
        source = "Savage, The Foundations of Statistics, 1954; Hurwicz, 1951.",
        caution =
                "The ranks are as good as the payoffs and probabilities that were guessed: vary them before deciding.",
        related = {"SENSITIVITY", "MONTECARLO"})
@Example(
        formula = "=MPM.SCENARIO({100,40,-20;60,50,30;140,20,-80}, {0.3,0.5,0.2})",
        shows =
                "{\"Option\",\"EV\",\"Worst\",\"Best\",\"Max regret\",\"Hurwicz\",\"Rank\";1,46,-20,100,50,40,2;2,49,30,60,80,45,1;3,36,-80,140,110,30,3;\"EVPI\",24,\"\",\"\",\"\",\"\",\"\"}",
        because = "The second option is best on the mean; to know the future would be worth 24.")
@Example(
        formula = "=MPM.SCENARIO({100,40,-20;60,50,30;140,20,-80}, , \"REGRET\", , FALSE)",
        shows =
                "{1,40,-20,100,50,40,1;2,46.66666667,30,60,80,45,2;3,26.66666667,-80,140,110,30,3;\"EVPI\",26.66666667,\"\",\"\",\"\",\"\",\"\"}",
        because = "Without probabilities the states are equally likely; the first option is the one to regret least.")
@Example(
        formula = "=MPM.SCENARIO({100,40;60,50}, {0.3,0.5})",
        shows = "#NUM!",
        because = "The probabilities add up to 0.8.")
public record Scenario(
        @Argument("What each option, a row, brings in each state of the world, a column.")
        Grid payoff,

        @Argument(
                value = "How likely each state is; they add up to 1. Left out: all equally.",
                refuses = {BLANK, TEXT, LOGICAL})
        Optional<Series> probabilities,

        @Argument(
                value =
                        "What makes the best option: EV the mean, MAXIMIN the worst case, MAXIMAX the best case, REGRET the"
                                + " least to regret, HURWICZ a mixture of worst and best.",
                otherwise = "EV")
        Criterion criterion,

        @Argument(value = "HURWICZ: the weight of the best case, 0 to 1.", otherwise = "0.5")
        double optimism)
        implements Analytics, Computed<Table<Scenario.Line>> {

    private static final double ROUNDING = 1e-12;
    private static final double SUM_ROUNDING = 1e-9;

    /** What makes an option the best. */
    public enum Criterion {
        EV,
        MAXIMIN,
        MAXIMAX,
        REGRET,
        HURWICZ
    }

    /** An option. */
    public record Line(
            @Column(value = "Option", meaning = "The row of the option.")
            int option,

            @Column(value = "EV", meaning = "Its mean over the states.")
            double mean,

            @Column(value = "Worst", meaning = "What it brings in its worst state.")
            double worst,

            @Column(value = "Best", meaning = "What it brings in its best state.")
            double best,

            @Column(value = "Max regret", meaning = "The most that another option would have brought more.")
            double maxRegret,

            @Column(value = "Hurwicz", meaning = "A mixture of best and worst, by the optimism.")
            double hurwicz,

            @Column(value = "Rank", meaning = "1 is best by the criterion; equals share a rank.")
            int rank) {

        private double score(Criterion criterion) {
            return switch (criterion) {
                case EV -> mean;
                case MAXIMIN -> worst;
                case MAXIMAX -> best;
                case REGRET -> -maxRegret;
                case HURWICZ -> hurwicz;
            };
        }

        private Line ranked(int place) {
            return new Line(option, mean, worst, best, maxRegret, hurwicz, place);
        }
    }

    @Override
    public Table<Line> value() {
        double[][] payoffs = payoffs();
        double[] chances = chances();
        if (!(optimism >= 0 && optimism <= 1)) {
            throw CellError.NUM.because("optimism is the weight of the best case: from 0 to 1.");
        }
        double[] bestOfState = IntStream.range(0, payoff.columns())
                .mapToDouble(state -> Arrays.stream(payoffs)
                        .mapToDouble(option -> option[state])
                        .max()
                        .orElseThrow())
                .toArray();
        Line[] lines = IntStream.range(0, payoffs.length)
                .mapToObj(option -> line(option, payoffs[option], chances, bestOfState))
                .toArray(Line[]::new);
        double bestMean = Arrays.stream(lines).mapToDouble(Line::mean).max().orElseThrow();
        return Table.of(
                        Line.class,
                        Arrays.stream(lines)
                                .map(line -> line.ranked(rank(line, lines)))
                                .toList())
                .footer("EVPI", Sums.ofProducts(chances, bestOfState) - bestMean);
    }

    private Line line(int option, double[] brings, double[] chances, double[] bestOfState) {
        double worst = Arrays.stream(brings).min().orElseThrow();
        double best = Arrays.stream(brings).max().orElseThrow();
        double maxRegret = IntStream.range(0, brings.length)
                .mapToDouble(state -> bestOfState[state] - brings[state])
                .max()
                .orElseThrow();
        double hurwicz = optimism * best + (1 - optimism) * worst;
        return new Line(option + 1, Sums.ofProducts(chances, brings), worst, best, maxRegret, hurwicz, 0);
    }

    private int rank(Line line, Line[] lines) {
        return 1
                + (int) Arrays.stream(lines)
                        .filter(other -> other.score(criterion) - line.score(criterion) > ROUNDING)
                        .count();
    }

    private double[][] payoffs() {
        double[][] payoffs = new double[payoff.rows()][payoff.columns()];
        for (int row = 0; row < payoffs.length; row++) {
            for (int column = 0; column < payoff.columns(); column++) {
                if (!(payoff.cell(row, column) instanceof Cell.Numeric number)) {
                    throw CellError.VALUE.because(
                            "Row %d, column %d of payoff holds no number: fill in what the option brings."
                                    .formatted(row + 1, column + 1));
                }
                payoffs[row][column] = number.value();
            }
        }
        return payoffs;
    }

    private double[] chances() {
        int states = payoff.columns();
        double[] chances = probabilities.map(Series::values).orElseGet(() -> {
            double[] equal = new double[states];
            Arrays.fill(equal, 1.0 / states);
            return equal;
        });
        if (chances.length != states) {
            throw CellError.NA.because("The lengths differ: payoff has %d columns and probabilities has %d cells."
                    .formatted(states, chances.length));
        }
        if (Arrays.stream(chances).anyMatch(chance -> chance < 0) || Math.abs(Sums.of(chances) - 1) > SUM_ROUNDING) {
            throw CellError.NUM.because("Probabilities are 0 or more and add up to 1; these add up to %s."
                    .formatted(Cell.of(Sums.of(chances)).shown()));
        }
        return chances;
    }
}
