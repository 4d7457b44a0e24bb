package mpm.workbook.recalculation;

import mpm.cell.Cell;
import mpm.cell.DateSystem;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;

/** A value as POI reads a cell: for POI, what is computed already is a constant. */
record ShownCell(EvaluationSheet sheet, long key, ValueEval value) implements EvaluationCell {

    static ShownCell of(SheetCells sheet, long key, Cell cell, DateSystem dates) {
        return new ShownCell(sheet, key, mpm.workbook.formula.Cells.value(cell, dates));
    }

    @Override
    public Object getIdentityKey() {
        return this;
    }

    @Override
    public EvaluationSheet getSheet() {
        return sheet;
    }

    @Override
    public int getRowIndex() {
        return Area.row(key);
    }

    @Override
    public int getColumnIndex() {
        return Area.column(key);
    }

    @Override
    public CellType getCellType() {
        if (value instanceof NumberEval) {
            return CellType.NUMERIC;
        } else if (value instanceof StringEval) {
            return CellType.STRING;
        }
        return value instanceof BoolEval ? CellType.BOOLEAN : CellType.ERROR;
    }

    @Override
    public double getNumericCellValue() {
        return ((NumberEval) value).getNumberValue();
    }

    @Override
    public String getStringCellValue() {
        return ((StringEval) value).getStringValue();
    }

    @Override
    public boolean getBooleanCellValue() {
        return ((BoolEval) value).getBooleanValue();
    }

    @Override
    public int getErrorCellValue() {
        return ((ErrorEval) value).getErrorCode();
    }

    @Override
    public CellRangeAddress getArrayFormulaRange() {
        throw new IllegalStateException("A value fills its cell alone.");
    }

    @Override
    public boolean isPartOfArrayFormulaGroup() {
        return false;
    }

    @Override
    public CellType getCachedFormulaResultType() {
        return getCellType();
    }
}
