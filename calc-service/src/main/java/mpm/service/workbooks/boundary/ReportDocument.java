package mpm.service.workbooks.boundary;

import java.util.List;
import java.util.Map;
import mpm.cell.Cell;
import mpm.workbook.recalculation.Report;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a recalculation did, as data. Of changed, failed and kept cells at most a thousand each are listed; the numbers count
 * them all.
 *
 * @param formulas formulas in the workbook
 * @param changed cells that show something else now
 * @param failed formulas that show an error
 * @param kept formulas that could not be computed here and show what they showed
 * @param unknownFunctions functions that are not known here, and how many cells use each
 */
record ReportDocument(
        int formulas,
        int changed,
        int failed,
        int kept,
        Map<String, Integer> unknownFunctions,
        List<Changed> changedCells,
        List<Report.Failure> failedCells,
        List<Report.Keep> keptCells) {

    /** A cell, what it showed and what it shows now: a number, a text, true or false, "" for a blank, or an error. */
    record Changed(
            String sheet,
            String cell,

            @Schema(description = "A number, a text, true or false, \"\" for a blank, or {\"error\":\"#N/A\"}.")
            Object old,

            @Schema(description = "As old is.") Object now) {}

    static ReportDocument of(Report report) {
        return new ReportDocument(
                report.formulas(),
                report.changed(),
                report.failed(),
                report.kept(),
                report.unknownFunctions(),
                report.changes().stream()
                        .map(each -> new Changed(each.sheet(), each.cell(), shown(each.old()), shown(each.now())))
                        .toList(),
                report.failures(),
                report.keeps());
    }

    private static Object shown(Cell cell) {
        if (cell instanceof Cell.Numeric number) {
            return number.value() == Math.rint(number.value()) && Math.abs(number.value()) < 1e15
                    ? (Object) (long) number.value()
                    : (Object) number.value();
        } else if (cell instanceof Cell.Logical logical) {
            return logical.value();
        }
        return cell instanceof Cell.Failure failure
                ? Map.of("error", failure.error().text())
                : cell.shown();
    }
}
