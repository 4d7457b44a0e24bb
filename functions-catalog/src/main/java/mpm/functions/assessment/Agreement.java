package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.List;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Grid;
import mpm.cell.Table;
import mpm.method.statistics.ChiSquare;
import mpm.method.statistics.MidRanks;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "AGREEMENT",
        question = "Do the raters rank alike?",
        stage = MEASURE,
        caution = "Raters who agree may still be wrong together; below 8 items p is approximate.",
        method = "Kendall's W of the mid-ranks that each rater gives, corrected for ties; chi-square is m(n - 1)W.",
        source = "Kendall, Rank Correlation Methods, 1948; R irr kendall (correct = TRUE).",
        related = {"RELIABILITY"})
@Example(
        formula = "=MPM.AGREEMENT({1,2,3,4;2,1,3,4;1,3,2,4})",
        shows = "{\"W\",\"Chi-square\",\"df\",\"p\",\"Raters\",\"Items\";0.7777777778,7,3,0.0718977725,3,4}",
        because = "Three raters of four campaigns agree well, but it could just be chance.")
@Example(formula = "=MPM.AGREEMENT({5,3,3,1;4,4,2,1}, FALSE)", shows = "{0.9166666667,5.5,3,0.1386386174,2,4}")
@Example(formula = "=MPM.AGREEMENT({1,2,3,4})", shows = "#NUM!", because = "One rater has nobody to agree with.")
public record Agreement(
        @Argument("One row for each rater, one column for each item, without captions.")
        Grid ratings) implements Assessment, Computed<Table<Agreement.Line>> {

    /** The one row. */
    public record Line(
            @Column(value = "W", meaning = "Agreement, from 0 for none to 1 for the same ranking.")
            double w,

            @Column(value = "Chi-square", meaning = "What the agreement is tested by.")
            double chiSquare,

            @Column(value = "df", meaning = "Degrees of freedom.")
            int df,

            @Column(value = "p", meaning = "Chance of such agreement if everybody ranked at random.")
            double p,

            @Column(value = "Raters", meaning = "How many raters rated every item.")
            int raters,

            @Column(value = "Items", meaning = "How many items they rated.")
            int items) {}

    @Override
    public Table<Line> value() {
        double[][] complete = CompleteRows.of(ratings);
        int raters = complete.length;
        int items = ratings.columns();
        if (raters < 2 || items < 2) {
            throw CellError.NUM.because(
                    "There are %d complete raters and %d items: give at least 2 of each.".formatted(raters, items));
        }
        double[] rankSums = new double[items];
        double ties = 0;
        for (double[] rating : complete) {
            double[] ranks = MidRanks.of(rating);
            for (int item = 0; item < items; item++) {
                rankSums[item] += ranks[item];
            }
            ties += ties(rating);
        }
        double n = items;
        double most = raters * (raters * (n * n * n - n) - ties);
        if (most == 0) {
            throw CellError.DIV0.because("Every rater rates all items alike, so there is no ranking.");
        }
        double w = 12 * Sums.ofSquaredDeviations(rankSums) / most;
        double chiSquare = raters * (n - 1) * w;
        return Table.of(
                Line.class,
                List.of(new Line(w, chiSquare, items - 1, ChiSquare.upperTail(chiSquare, items - 1), raters, items)));
    }

    /** Σ(t³ − t) over the groups of t equal ratings: each of them adds t² − 1. */
    private static double ties(double[] rating) {
        double ties = 0;
        for (double own : rating) {
            double t = Arrays.stream(rating).filter(other -> other == own).count();
            ties += t * t - 1;
        }
        return ties;
    }
}
