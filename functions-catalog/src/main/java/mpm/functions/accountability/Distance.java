package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.link.Direction;

@WorksheetFunction(
        name = "DISTANCE",
        question = "How much is still to go?",
        stage = EXECUTE,
        method = "Target less actual, or actual less target where lower is better. PCT divides by the way from "
                + "the baseline to the target.",
        caution = "It does not know how much time is left for the way.",
        related = {"DISTANCE.TIME", "ATTAIN", "VARIANCE"})
@Example(
        formula = "=MPM.DISTANCE(6310000, 12000000)",
        shows = "5690000",
        because = "So much revenue is still to come by the end of June.")
@Example(
        formula = "=MPM.DISTANCE({155;148}, 150, \"LOWER\")",
        shows = "{5;-2}",
        because = "A negative distance: the target is exceeded.")
@Example(
        formula = "=MPM.DISTANCE({45.5;50}, 48, \"HIGHER\", 42.5, \"PCT\")",
        shows = "{0.4545454545;-0.3636363636}",
        because = "Of the way from 42.5 to 48 million, 45 % remain at 45.5.")
@Example(
        formula = "=MPM.DISTANCE(45.5, 48, , , \"PCT\")",
        shows = "#VALUE!",
        because = "A share of the way needs to know where it began.")
public record Distance(
        @Argument(value = "Where you stand.", each = true) double actual,

        @Argument(value = "Where you want to be.", each = true)
        double target,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                each = true,
                otherwise = "HIGHER")
        Direction direction,

        @Argument(value = "The value at the outset, for PCT.", each = true, keepsGaps = true)
        Optional<Double> baseline,

        @Argument(
                value = "UNITS: what is missing, negative once exceeded. PCT: the share of the way that remains.",
                otherwise = "UNITS")
        Output output)
        implements Accountability, Computed<Cell> {

    /** What a distance is measured in. */
    public enum Output {
        UNITS,
        PCT
    }

    @Override
    public Cell value() {
        if (output == Output.UNITS) {
            return Cell.of(-direction.favourable(actual, target));
        }
        double from = baseline.orElseThrow(
                () -> CellError.VALUE.because("PCT measures the way from a baseline: give the value at the outset."));
        return Double.isNaN(from) ? Cell.blank() : Cell.of(remaining(from));
    }

    private double remaining(double from) {
        if (target == from) {
            throw CellError.DIV0.because("The target equals the baseline, so there is no way to go.");
        }
        double remaining = (target - actual) / (target - from);
        return direction == Direction.TARGET ? Math.abs(remaining) : remaining;
    }
}
