package mpm.workbook.formula;

import mpm.catalogue.Calculation;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The formulas of one workbook, computed by the catalogue. */
public final class Recalculation {

    private final XSSFWorkbook workbook;

    public Recalculation(XSSFWorkbook workbook, Calculation calculation) {
        this.workbook = workbook;
        workbook.addToolPack(new CatalogueFunctions(
                calculation, workbook.isDate1904() ? DateSystem.FROM_1904 : DateSystem.FROM_1900));
    }

    /** Computes every formula and stores its value beside it, for whoever opens the workbook without the add-in. */
    public void storeValues() {
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
    }

    /** What a stored formula, written into a cell, would show; where it is a range, it begins there. */
    public Range value(XSSFCell cell, String stored) {
        CellReference place = new CellReference(
                cell.getSheet().getSheetName(), cell.getRowIndex(), cell.getColumnIndex(), false, false);
        return Cells.range(
                new WorkbookEvaluator(XSSFEvaluationWorkbook.create(workbook), null, null).evaluate(stored, place));
    }
}
