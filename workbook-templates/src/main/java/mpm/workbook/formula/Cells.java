package mpm.workbook.formula;

import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Shape;
import org.apache.poi.ss.formula.CacheAreaEval;
import org.apache.poi.ss.formula.TwoDEval;
import org.apache.poi.ss.formula.eval.AreaEval;
import org.apache.poi.ss.formula.eval.BlankEval;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.MissingArgEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.RefEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.FormulaError;

/** Ranges of the catalogue as values of Apache POI, and back. */
public final class Cells {

    private Cells() {}

    /** A value of POI as a range: a reference by what its cell holds. */
    public static Range range(ValueEval value) {
        if (value instanceof TwoDEval area) {
            Cell[] cells = new Cell[area.getHeight() * area.getWidth()];
            for (int place = 0; place < cells.length; place++) {
                cells[place] = cell(area.getValue(place / area.getWidth(), place % area.getWidth()));
            }
            return cells.length == 1 ? cells[0] : Grid.of(new Shape(area.getHeight(), area.getWidth()), cells);
        }
        return cell(value);
    }

    /** A value of POI as a cell: a reference by what its cell holds. */
    public static Cell cell(ValueEval value) {
        if (value instanceof NumberEval number) {
            return Cell.of(number.getNumberValue());
        } else if (value instanceof StringEval text) {
            return new Cell.Text(text.getStringValue());
        } else if (value instanceof BoolEval logical) {
            return Cell.of(logical.getBooleanValue());
        } else if (value instanceof ErrorEval error) {
            return new Cell.Failure(CellError.of(error.getErrorString()).orElse(CellError.VALUE), "");
        } else if (value instanceof RefEval reference) {
            return cell(reference.getInnerValueEval(reference.getFirstSheetIndex()));
        } else if (value instanceof BlankEval || value instanceof MissingArgEval) {
            return Cell.blank();
        }
        throw new IllegalArgumentException("A cell holds no " + value.getClass().getSimpleName());
    }

    /** Whether a value of POI is cells of a sheet, and no range that a function gave. */
    public static boolean isReference(ValueEval value) {
        return value instanceof RefEval
                || (value instanceof AreaEval && !(value instanceof RangeEval || value instanceof CacheAreaEval));
    }

    /** A range as a value of POI; dates by the serials of a date system. */
    public static ValueEval value(Range range, DateSystem dates) {
        return range.isSingle() ? value(range.cell(0), dates) : new RangeEval(range, dates);
    }

    /** A cell as a value of POI; dates by the serials of a date system. */
    public static ValueEval value(Cell cell, DateSystem dates) {
        if (cell instanceof Cell.Numeric number) {
            return new NumberEval(number.value());
        } else if (cell instanceof Cell.Dated date) {
            return new NumberEval(dates.serial(date.at()));
        } else if (cell instanceof Cell.Logical logical) {
            return BoolEval.valueOf(logical.value());
        } else if (cell instanceof Cell.Failure failure) {
            return error(failure.error());
        }
        return new StringEval(cell.shown());
    }

    private static ErrorEval error(CellError error) {
        return switch (error) {
            case NULL -> ErrorEval.NULL_INTERSECTION;
            case DIV0 -> ErrorEval.DIV_ZERO;
            case REF -> ErrorEval.REF_INVALID;
            case NAME -> ErrorEval.NAME_INVALID;
            case NUM -> ErrorEval.NUM_ERROR;
            case NA -> ErrorEval.NA;
            default -> ErrorEval.valueOf(FormulaError.VALUE.getCode());
        };
    }
}
