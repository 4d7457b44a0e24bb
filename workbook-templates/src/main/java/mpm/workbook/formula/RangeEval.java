package mpm.workbook.formula;

import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Shape;
import org.apache.poi.ss.formula.TwoDEval;
import org.apache.poi.ss.formula.eval.AreaEval;
import org.apache.poi.ss.formula.eval.AreaEvalBase;
import org.apache.poi.ss.formula.eval.ValueEval;

/** A range that a function answers, as POI reads an area, so that SUM and its like can go on with it. */
final class RangeEval extends AreaEvalBase {

    private final Range range;
    private final DateSystem dates;

    RangeEval(Range range, DateSystem dates) {
        super(0, 0, range.rows() - 1, range.columns() - 1);
        this.range = range;
        this.dates = dates;
    }

    @Override
    public ValueEval getRelativeValue(int row, int column) {
        return Cells.value(range.cell(row, column), dates);
    }

    @Override
    public ValueEval getRelativeValue(int sheet, int row, int column) {
        return getRelativeValue(row, column);
    }

    @Override
    public AreaEval offset(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        return part(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
    }

    @Override
    public TwoDEval getRow(int row) {
        return part(row, 0, 1, range.columns());
    }

    @Override
    public TwoDEval getColumn(int column) {
        return part(0, column, range.rows(), 1);
    }

    private RangeEval part(int firstRow, int firstColumn, int rows, int columns) {
        Cell[] cells = new Cell[rows * columns];
        for (int place = 0; place < cells.length; place++) {
            cells[place] = range.cell(firstRow + place / columns, firstColumn + place % columns);
        }
        return new RangeEval(Grid.of(new Shape(rows, columns), cells), dates);
    }
}
