package mpm.workbook.recalculation;

import java.util.List;
import java.util.Map;

/**
 * What a recalculation did.
 *
 * @param formulas formulas in the workbook
 * @param changed cells that show something else now
 * @param failed formulas that show an error
 * @param kept formulas that could not be computed here and show what they showed
 * @param unknownFunctions functions that are not known here, and how many cells use each
 * @param changes the first of the changed cells
 * @param failures the first of the failed formulas
 * @param keeps the first of the kept formulas
 */
public record Report(
        int formulas,
        int changed,
        int failed,
        int kept,
        Map<String, Integer> unknownFunctions,
        List<Change> changes,
        List<Failure> failures,
        List<Keep> keeps) {

    /** So many cells of each kind are listed; the numbers count all. */
    public static final int LISTED = 1000;

    /** A cell, what it showed, and what it shows now. */
    public record Change(String sheet, String cell, mpm.cell.Cell old, mpm.cell.Cell now) {}

    /**
     * A formula that shows an error.
     *
     * @param message why, in a sentence
     */
    public record Failure(String sheet, String cell, String error, String message) {}

    /**
     * A formula that shows what it showed.
     *
     * @param message why, in a sentence
     */
    public record Keep(String sheet, String cell, String message) {}
}
