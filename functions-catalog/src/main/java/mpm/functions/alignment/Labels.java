package mpm.functions.alignment;

import java.util.List;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;

/**
 * The names in one row or column.
 *
 * @param names as written; blank where there is none
 */
record Labels(List<Cell> names) {

    Labels {
        names = List.copyOf(names);
    }

    /**
     * Reads the cells of a range.
     *
     * @throws mpm.cell.CellException #VALUE! for more than one row and one column
     */
    static Labels from(Grid range) {
        if (range.rows() != 1 && range.columns() != 1) {
            throw CellError.VALUE.because(
                    "The names are a range of %s, but one row or one column is needed.".formatted(range.shape()));
        }
        return new Labels(range.cells().toList());
    }

    int count() {
        return names.size();
    }
}
