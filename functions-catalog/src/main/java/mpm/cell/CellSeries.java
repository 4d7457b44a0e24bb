package mpm.cell;

import java.util.List;

/**
 * The cells of one row or one column as they are, such as names or paths.
 *
 * @param cells in their order; blank where there is none
 */
public record CellSeries(List<Cell> cells) {

    public CellSeries {
        cells = List.copyOf(cells);
    }

    /**
     * Reads the cells of a range.
     *
     * @throws CellException #VALUE! for a block of cells
     */
    public static CellSeries from(Grid range) {
        range.requireRowOrColumn("The list");
        return new CellSeries(range.cells().toList());
    }

    /** How many cells there are, blank ones included. */
    public int count() {
        return cells.size();
    }
}
