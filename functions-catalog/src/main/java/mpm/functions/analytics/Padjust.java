package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.cell.Spill;
import mpm.method.statistics.PAdjustment;

/** As R's {@code p.adjust}. */
@WorksheetFunction(
        name = "PADJUST",
        question = "I tested many things: which results survive?",
        stage = MEASURE,
        caution =
                "It corrects for the tests you list: those you tried and left out make every result look better than it is.",
        method = "Each p is multiplied by what its place among all p asks for, and kept in order.",
        source = "Holm, 1979; Hochberg, 1988; Benjamini and Hochberg, 1995; Benjamini and Yekutieli, 2001; R p.adjust.",
        related = "LEADLAG")
@Example(
        formula = "=MPM.PADJUST({0.001,0.008,0.039,0.041,0.042,0.06,0.074,0.205,0.212,0.216})",
        shows = "{0.01,0.04,0.084,0.084,0.084,0.1,0.1057142857,0.216,0.216,0.216}",
        because = "Five of ten looked significant at .05; two survive.")
@Example(
        formula = "=MPM.PADJUST({0.012;\"\";0.04;0.03}, \"HOLM\")",
        shows = "{0.036;\"\";0.06;0.06}",
        because = "The test that was not made stays blank and does not count.")
@Example(formula = "=MPM.PADJUST({0.012;1.2})", shows = "#NUM!", because = "A p is at most 1.")
public record Padjust(
        @Argument("The p of each test; blanks stay blank and do not count.")
        Series p,

        @Argument(
                value =
                        "BH or BY bound the share of false finds, HOLM, HOCHBERG or BONFERRONI the chance of any false find.",
                otherwise = "BH")
        PAdjustment method)
        implements Analytics, Computed<Spill> {

    @Override
    public Spill value() {
        double[] given = p.numbers();
        if (given.length == 0) {
            throw CellError.NA.because("There is no p: give at least one.");
        }
        double[] adjusted = method.adjusted(given);
        Cell[] cells = new Cell[p.length()];
        int next = 0;
        for (int place = 0; place < cells.length; place++) {
            cells[place] = p.isGap(place) ? Cell.blank() : Cell.of(adjusted[next++]);
        }
        return Spill.of(p.shape(), place -> cells[place]);
    }
}
