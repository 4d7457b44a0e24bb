package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Shape;
import mpm.cell.Spill;

@WorksheetFunction(
        name = "ROMI",
        question = "Did the spend earn its money back?",
        stage = MEASURE,
        method = "Revenue times margin, less spend, divided by spend.",
        source = "Farris, Bendle, Pfeifer and Reibstein, Marketing Metrics.",
        caution = "0 is break-even. With attributed instead of incremental revenue it overstates.",
        related = {"CAC", "UNITCOST"})
@Example(formula = "=MPM.ROMI(50000, 20000, 0.6)", shows = "0.5")
@Example(
        formula = "=MPM.ROMI({50000;12000}, {20000;20000})",
        shows = "{1.5;-0.4}",
        because = "Without a margin it is ROAS less 1.")
@Example(formula = "=MPM.ROMI(50000, 0, 0.6)", shows = "#DIV/0!", because = "Nothing was spent.")
public record Romi(
        @Argument(value = "The revenue that would not have come without the spend.", each = true)
        double incrementalRevenue,

        @Argument(value = "What was spent, 0 or more.", each = true)
        double spend,

        @Argument(value = "What is kept of a unit of revenue, up to 1.", each = true, otherwise = "1")
        double margin,

        @Argument(
                value = "INCREMENTAL, or TOTAL where the revenue is not proven to be incremental.",
                otherwise = "INCREMENTAL")
        Basis basis)
        implements Accountability, Computed<Spill> {

    /** What the revenue is known to be. */
    public enum Basis {
        INCREMENTAL,
        TOTAL
    }

    @Override
    public Spill value() {
        if (spend < 0) {
            throw CellError.NUM.because("spend is below 0: give 0 or more.");
        }
        if (margin > 1) {
            throw CellError.NUM.because("margin is a fraction of revenue: give at most 1.");
        }
        if (spend == 0) {
            throw CellError.DIV0.because("Nothing was spent, so there is no return on it.");
        }
        double romi = (incrementalRevenue * margin - spend) / spend;
        Spill result = Spill.of(new Shape(1, 1), place -> Cell.of(romi));
        return basis == Basis.TOTAL
                ? result.noting("This is an upper bound: part of the revenue would have come without the spend.")
                : result;
    }
}
