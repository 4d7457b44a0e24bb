package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.util.Arrays;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.method.statistics.Sums;

/**
 * The analytic hierarchy process.
 *
 * <p>Source: T. L. Saaty, <i>The Analytic Hierarchy Process</i> (1980).
 */
@WorksheetFunction(
        name = "AHP",
        question = "How do pairwise judgements turn into weights, and are they consistent?",
        stage = PLAN,
        method = "The weights are the principal eigenvector of the matrix of comparisons; CR compares its "
                + "inconsistency with that of random judgements.",
        source = "Saaty, The Analytic Hierarchy Process, 1980.",
        caution =
                "A low CR says that the judgements agree with each other, not that they are right. Type =1/3, not .33.",
        related = {"ALIGN.SCORE", "CASCADE"})
@Example(
        formula = "=MPM.AHP({1,3,5;\"\",1,2;\"\",\"\",1})",
        shows = "{\"Criterion\",\"Weight\";1,0.6483290138;2,0.2296507941;3,0.1220201921;\"Lambda max\",3.003694598;"
                + "\"CI\",0.00184729903;\"CR\",0.003184998331;\"Verdict\",\"CONSISTENT\"}",
        because = "Half of the judgements is enough; the other half are their reciprocals.")
@Example(
        formula = "=MPM.AHP({1,9,\"\";\"\",1,9;9,\"\",1}, FALSE)",
        shows = "{1,0.3333333333;2,0.3333333333;3,0.3333333333;\"Lambda max\",10.11111111;\"CI\",3.555555556;"
                + "\"CR\",6.130268199;\"Verdict\",\"REVISE\"}",
        because = "Each is far above the next in a circle: the judgements contradict each other.")
@Example(
        formula = "=MPM.AHP({1,3;3,1})",
        shows = "#NUM!",
        because = "If the first matters three times as much as the second, the second matters a third.")
public record Ahp(
        @Argument(
                "How many times the criterion of the row matters more than that of the column; blank is the reciprocal.")
        Matrix matrix)
        implements Alignment, Computed<Table<Ahp.Line>> {

    private static final int MOST_CRITERIA = 10;
    private static final double RECIPROCAL_TOLERANCE = 1e-6;
    private static final double STEADY = 1e-14;
    private static final int MOST_STEPS = 10_000;

    /** CI of judgements made at random, by the number of criteria, from 3. */
    private static final double[] RANDOM_INDEX = {.58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};

    private static final double MOST_RATIO = .1;

    /** A criterion. */
    public record Line(
            @Column(value = "Criterion", meaning = "The number of its row.")
            int criterion,

            @Column(value = "Weight", meaning = "How much it counts; the weights add up to 1.")
            double weight) {}

    @Override
    public Table<Line> value() {
        double[][] judgements = judgements();
        int count = judgements.length;
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        double lambda = count;
        double change = 1;
        for (int step = 0; step < MOST_STEPS && change > STEADY; step++) {
            double[] before = weights;
            double[] grown = Arrays.stream(judgements)
                    .mapToDouble(row -> Sums.ofProducts(row, before))
                    .toArray();
            double growth = Sums.of(grown);
            lambda = growth;
            weights = Arrays.stream(grown).map(weight -> weight / growth).toArray();
            double[] after = weights;
            change = IntStream.range(0, count)
                    .mapToDouble(place -> Math.abs(after[place] - before[place]))
                    .max()
                    .orElseThrow();
        }
        return table(weights, lambda);
    }

    private static Table<Line> table(double[] weights, double lambda) {
        int count = weights.length;
        double index = count <= 2 ? 0 : (lambda - count) / (count - 1);
        double ratio = count <= 2 ? 0 : index / RANDOM_INDEX[count - 3];
        return Table.of(
                        Line.class,
                        IntStream.range(0, count)
                                .mapToObj(place -> new Line(place + 1, weights[place]))
                                .toList())
                .footer("Lambda max", lambda)
                .footer("CI", index)
                .footer("CR", ratio)
                .footer("Verdict", Cell.of(ratio <= MOST_RATIO ? "CONSISTENT" : "REVISE"));
    }

    /** The judgements, each blank filled with the reciprocal of its opposite. */
    private double[][] judgements() {
        int count = matrix.height();
        if (matrix.width() != count) {
            throw CellError.VALUE.because(
                    "matrix has %d rows and %d columns: give as many of each as there are criteria."
                            .formatted(count, matrix.width()));
        }
        double[][] judgements = new double[count][count];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                judgements[row][column] = judgement(row, column);
            }
        }
        if (count > MOST_CRITERIA) {
            throw CellError.NUM.because("%d criteria are too many to compare in pairs: group them, %d at most."
                    .formatted(count, MOST_CRITERIA));
        }
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                requireReciprocal(judgements, row, column);
            }
        }
        return judgements;
    }

    private double judgement(int row, int column) {
        if (!matrix.isGap(row, column)) {
            return matrix.value(row, column);
        } else if (row == column) {
            return 1;
        } else if (matrix.isGap(column, row)) {
            throw CellError.VALUE.because(
                    "Criteria %d and %d are not compared: fill one of their two cells.".formatted(row + 1, column + 1));
        }
        return 1 / matrix.value(column, row);
    }

    private static void requireReciprocal(double[][] judgements, int row, int column) {
        if (!(judgements[row][column] > 0)) {
            throw CellError.NUM.because(
                    "Row %d, column %d is not above 0: write 1/3 for a third as much.".formatted(row + 1, column + 1));
        } else if (!(Math.abs(judgements[row][column] * judgements[column][row] - 1) <= RECIPROCAL_TOLERANCE)) {
            throw CellError.NUM.because(
                    "Criteria %d and %d contradict each other: one cell must be 1 divided by the other."
                            .formatted(row + 1, column + 1));
        }
    }
}
