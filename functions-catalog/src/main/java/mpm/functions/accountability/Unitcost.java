package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "UNITCOST",
        question = "What does one lead, customer or sale cost?",
        stage = MEASURE,
        method = "The sum of the costs divided by the sum of the counts, never a mean of ratios; with pooled "
                + "FALSE one quotient for each cell.",
        caution = "A mean of unit costs is not the unit cost of the whole: pool the ranges.",
        related = {"CAC", "ROMI"})
@Example(
        formula = "=MPM.UNITCOST({1000;3000}, {10;60})",
        shows = "57.14285714",
        because = "All cost over all leads, not the mean of 100 and 50.")
@Example(formula = "=MPM.UNITCOST({600000;540000}, {4510;1650}, FALSE)", shows = "{133.03769401;327.27272727}")
@Example(
        formula = "=MPM.UNITCOST({1000;3000}, {10;0}, FALSE)",
        shows = "{100;#DIV/0!}",
        because = "The second channel brought no lead.")
public record Unitcost(
        @Argument(value = "The cost, a cell or a range.", keepsErrors = true)
        Grid cost,

        @Argument(value = "What it brought, in the same shape.", keepsErrors = true)
        Grid count,

        @Argument(value = "TRUE: one figure over all cells. FALSE: one for each.", otherwise = "TRUE")
        boolean pooled)
        implements Accountability, Computed<Answer> {

    @Override
    public Answer value() {
        TwoRanges ranges = new TwoRanges(cost, count);
        if (!pooled) {
            return ranges.each(Unitcost::ratio);
        }
        int[] places = ranges.complete();
        return Cell.of(ratio(sum(cost, places), sum(count, places)));
    }

    private static double sum(Grid range, int[] places) {
        return Sums.of(Arrays.stream(places)
                .mapToDouble(place -> TwoRanges.number(range.cell(place)))
                .toArray());
    }

    private static double ratio(double cost, double count) {
        if (count == 0) {
            throw CellError.DIV0.because("The count is 0, so there is no unit to cost anything.");
        }
        return cost / count;
    }
}
