package mpm.functions.analytics;

import java.util.List;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;

/**
 * The cells of one row or one column as they are, such as names or paths.
 *
 * @param cells in their order
 */
public record Labels(List<Cell> cells) {

    /**
     * The cells of a range.
     *
     * @throws mpm.cell.CellException #VALUE! for several rows and columns
     */
    static Labels from(Grid range) {
        if (range.rows() != 1 && range.columns() != 1) {
            throw CellError.VALUE.because(
                    "A range of %s holds the labels, but one row or one column is needed.".formatted(range.shape()));
        }
        return new Labels(range.cells().toList());
    }

    int count() {
        return cells.size();
    }
}
