package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Grid;
import mpm.cell.Table;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "RELIABILITY",
        question = "Do the survey items measure one thing?",
        stage = MEASURE,
        caution = "Turn reversed items first. A high alpha is no proof that the items have one dimension.",
        method =
                "Cronbach's alpha: k/(k - 1) times 1 less the sum of the items' variances by the variance of their sum.",
        source = "Cronbach, Psychometrika 16, 1951; R psych alpha (raw).",
        related = {"AGREEMENT", "MATURITY"})
@Example(
        formula = "=MPM.RELIABILITY({3,4,3;4,4,5;2,3,2;5,5,4;3,3,3})",
        shows = "{\"Item\",\"Alpha\",\"n\";1,0.75,5;2,0.8936170213,5;3,0.9189189189,5;\"ALL\",0.9036144578,5}",
        because = "Without the first item the others hang together less.")
@Example(
        formula = "=MPM.RELIABILITY({4,5;3,3;5,5;2,1;\"\",4}, FALSE)",
        shows = "{1,\"\",4;2,\"\",4;\"ALL\",0.9333333333,4}",
        because = "Who left an item out does not count.")
@Example(formula = "=MPM.RELIABILITY({4;3;5})", shows = "#NUM!", because = "One item cannot agree with others.")
public record Reliability(
        @Argument("One row for each respondent, one column for each item, without captions.")
        Grid items) implements Assessment, Computed<Table<Reliability.Line>> {

    /** An item. */
    public record Line(
            @Column(value = "Item", meaning = "The number of the item that is left out; ALL leaves none out.")
            Cell item,

            @Column(value = "Alpha", meaning = "Alpha of the items that remain, at most 1; blank for a single one.")
            Cell alpha,

            @Column(value = "n", meaning = "How many respondents answered every item.")
            int n) {}

    @Override
    public Table<Line> value() {
        double[][] answers = CompleteRows.of(items);
        int count = items.columns();
        if (count < 2 || answers.length < 2) {
            throw CellError.NUM.because("There are %d items and %d complete answers: give at least 2 of each."
                    .formatted(count, answers.length));
        }
        List<Line> lines = new ArrayList<>();
        for (int item = 0; item < count; item++) {
            int left = item;
            int[] others =
                    IntStream.range(0, count).filter(other -> other != left).toArray();
            Cell alpha = count == 2 ? Cell.blank() : Cell.computed(() -> alpha(answers, others));
            lines.add(new Line(Cell.of(item + 1), alpha, answers.length));
        }
        int[] all = IntStream.range(0, count).toArray();
        lines.add(new Line(Cell.of("ALL"), Cell.computed(() -> alpha(answers, all)), answers.length));
        return Table.of(Line.class, lines);
    }

    private static double alpha(double[][] answers, int[] items) {
        double ofSum = Sums.ofSquaredDeviations(Arrays.stream(answers)
                .mapToDouble(answer -> Sums.of(
                        IntStream.of(items).mapToDouble(item -> answer[item]).toArray()))
                .toArray());
        if (ofSum == 0) {
            throw CellError.DIV0.because("All respondents have the same total, so nothing can be told apart.");
        }
        double ofEach = Sums.of(IntStream.of(items)
                .mapToDouble(item -> Sums.ofSquaredDeviations(Arrays.stream(answers)
                        .mapToDouble(answer -> answer[item])
                        .toArray()))
                .toArray());
        double k = items.length;
        return k / (k - 1) * (1 - ofEach / ofSum);
    }
}
