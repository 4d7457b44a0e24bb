package mpm.functions.alignment;

import java.util.List;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.cell.Series;
import mpm.cell.Shape;

/**
 * Rows of numbers without captions; a cell without a number is a gap.
 *
 * @param rows at least one, all of one length
 */
record Matrix(List<Series> rows) {

    Matrix {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the cells of a range.
     *
     * @throws mpm.cell.CellException #VALUE! for text
     */
    static Matrix from(Grid range) {
        return new Matrix(IntStream.range(0, range.rows())
                .mapToObj(row -> Series.of(
                        new Shape(1, range.columns()),
                        IntStream.range(0, range.columns())
                                .mapToDouble(column -> number(range.cell(row, column), row, column))
                                .toArray()))
                .toList());
    }

    private static double number(Cell cell, int row, int column) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        } else if (cell instanceof Cell.Text && !cell.isBlank()) {
            throw CellError.VALUE.because("Row %d, column %d of the range is the text “%s”, but a number is needed."
                    .formatted(row + 1, column + 1, cell.shown().strip()));
        }
        return Double.NaN;
    }

    int height() {
        return rows.size();
    }

    int width() {
        return rows.get(0).length();
    }

    /** The number at a row and a column, both counted from 0; NaN in a gap. */
    double value(int row, int column) {
        return rows.get(row).value(column);
    }

    boolean isGap(int row, int column) {
        return rows.get(row).isGap(column);
    }
}
