package mpm.functions.alignment;

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
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Sums;

/** The rank correlation is Spearman's; the mismatch is the total variation distance of the two distributions. */
@WorksheetFunction(
        name = "ALIGN.SCORE",
        question = "Does the money go where the impact on our objectives is?",
        stage = PLAN,
        method = "The impact of an activity on each objective, weighted by the objectives, as a share of the "
                + "greatest possible. The index divides its share of score by its share of spend.",
        caution = "The impacts are judgements: the score is as good as they are.",
        related = {"ALIGN.COVERAGE", "AHP"})
@Example(
        formula = "=MPM.ALIGN.SCORE({9,3;3,3;1,9}, {0.6,0.4}, {600000;540000;120000})",
        shows = "{\"Activity\",\"Score\",\"Spend share\",\"Score share\",\"Alignment index\";"
                + "1,73.33333333,0.4761904762,0.4782608696,1.004347826;2,33.33333333,0.4285714286,0.2173913043,0.5072463768;"
                + "3,46.66666667,0.09523809524,0.3043478261,3.195652174;\"Rank correlation\",0.5,\"\",\"\",\"\";"
                + "\"Mismatch\",0.2111801242,\"\",\"\",\"\"}",
        because = "Search earns its money, Events get twice what their impact asks for, Email a third.")
@Example(
        formula = "=MPM.ALIGN.SCORE({9,0;0,9}, {3,1}, , FALSE)",
        shows =
                "{1,75,\"\",0.75,\"\";2,25,\"\",0.25,\"\";\"Rank correlation\",\"\",\"\",\"\",\"\";\"Mismatch\",\"\",\"\",\"\",\"\"}",
        because = "Without spend only the impact is scored.")
@Example(formula = "=MPM.ALIGN.SCORE({9,10}, {1,1})", shows = "#NUM!", because = "Impacts run from 0 to 9.")
public record AlignScore(
        @Argument("The impact of each activity (a row) on each objective (a column), 0 to 9; blank is 0.")
        Matrix impact,

        @Argument("How much each objective counts, 0 or more.")
        Series weights,

        @Argument("What each activity costs, 0 or more; blank is 0.")
        Optional<Series> spend)
        implements Alignment, Computed<Table<AlignScore.Line>> {

    private static final double MOST_IMPACT = 9;

    /** An activity. */
    public record Line(
            @Column(value = "Activity", meaning = "The number of its row.")
            int activity,

            @Column(value = "Score", meaning = "Its weighted impact, 0 to 100.")
            double score,

            @Column(value = "Spend share", meaning = "Its part of the spend.")
            Cell spendShare,

            @Column(value = "Score share", meaning = "Its part of the impact.")
            Cell scoreShare,

            @Column(
                    value = "Alignment index",
                    meaning = "Its part of the impact over its part of the spend; above 1 it is under-funded.")
            Cell alignmentIndex) {}

    @Override
    public Table<Line> value() {
        Lengths.requireSame("a row of impact", impact.width(), "weights", weights.length());
        spend.ifPresent(given -> Lengths.requireSame("a column of impact", impact.height(), "spend", given.length()));
        double[] scores = scores();
        Cell[] scoreShares = shares(scores);
        Cell[] spendShares =
                spend.map(given -> shares(orZero(nonNegative(given, "spend")))).orElseGet(() -> blanks(scores.length));
        Table<Line> table = Table.of(
                Line.class,
                IntStream.range(0, scores.length)
                        .mapToObj(place -> new Line(
                                place + 1,
                                scores[place],
                                spendShares[place],
                                scoreShares[place],
                                index(scoreShares[place], spendShares[place])))
                        .toList());
        return table.footer(
                        "Rank correlation",
                        spend.map(given -> Cell.computed(() -> rankCorrelation(given, scores)))
                                .orElse(Cell.blank()))
                .footer("Mismatch", mismatch(scoreShares, spendShares));
    }

    private double[] scores() {
        double[] weight = orZero(nonNegative(weights, "weights"));
        for (Series row : impact.rows()) {
            if (Arrays.stream(row.numbers()).anyMatch(value -> value < 0 || value > MOST_IMPACT)) {
                throw CellError.NUM.because("An impact is outside 0 to 9.");
            }
        }
        double whole = Sums.of(weight);
        if (whole == 0) {
            throw CellError.DIV0.because("No objective has a weight: give at least one a weight.");
        }
        return impact.rows().stream()
                .mapToDouble(row -> 100 * Sums.ofProducts(weight, orZero(row)) / (MOST_IMPACT * whole))
                .toArray();
    }

    private static Series nonNegative(Series series, String name) {
        if (Arrays.stream(series.numbers()).anyMatch(value -> value < 0)) {
            throw CellError.NUM.because("A number in %s is negative: give 0 or more.".formatted(name));
        }
        return series;
    }

    private static double[] orZero(Series series) {
        return Arrays.stream(series.values())
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
    }

    private static Cell[] shares(double[] amounts) {
        double whole = Sums.of(amounts);
        return Arrays.stream(amounts)
                .mapToObj(amount -> whole == 0
                        ? Cell.of(CellError.DIV0.because("The amounts add up to 0, so there is no share of them."))
                        : Cell.of(amount / whole))
                .toArray(Cell[]::new);
    }

    private static Cell[] blanks(int count) {
        return IntStream.range(0, count).mapToObj(place -> Cell.blank()).toArray(Cell[]::new);
    }

    private static Cell index(Cell scoreShare, Cell spendShare) {
        if (spendShare.isBlank()) {
            return spendShare;
        }
        return Cell.computed(() -> {
            double spent = number(spendShare);
            double scored = number(scoreShare);
            if (spent == 0) {
                throw CellError.DIV0.because("The activity costs nothing, so there is no index.");
            }
            return scored / spent;
        });
    }

    private static Cell mismatch(Cell[] scoreShares, Cell[] spendShares) {
        if (spendShares[0].isBlank()) {
            return Cell.blank();
        }
        return Cell.computed(() -> Sums.of(IntStream.range(0, scoreShares.length)
                        .mapToDouble(place -> Math.abs(number(spendShares[place]) - number(scoreShares[place])))
                        .toArray())
                / 2);
    }

    /** The number of a cell; its error is the error of what is computed from it. */
    private static double number(Cell cell) {
        if (cell instanceof Cell.Failure failure) {
            throw failure.error().because(failure.reason());
        }
        return ((Cell.Numeric) cell).value();
    }

    private static double rankCorrelation(Series spend, double[] scores) {
        return CorrelationMethod.SPEARMAN.coefficient(Pairs.of(Series.column(orZero(spend)), Series.column(scores)));
    }
}
