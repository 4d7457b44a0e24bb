package mpm.cell;

/** An argument as it arrives: a {@link Grid} of cells, or one {@link Cell}, which is a range of one row and one column. */
public sealed interface Range permits Cell, Grid {

    int rows();

    int columns();

    /** The cell at a row and a column, both counted from 0. */
    Cell cell(int row, int column);

    default Shape shape() {
        return new Shape(rows(), columns());
    }

    default int size() {
        return rows() * columns();
    }

    default boolean isSingle() {
        return rows() == 1 && columns() == 1;
    }

    /**
     * Makes sure of one row or one column.
     *
     * @param name what the range is, for the sentence
     * @throws CellException #VALUE! for a block of cells
     */
    default void requireRowOrColumn(String name) {
        if (rows() != 1 && columns() != 1) {
            throw CellError.VALUE.because(
                    "%s is a range of %s, but one row or one column is needed.".formatted(name, shape()));
        }
    }

    /** The cell at a place counted from 0 along the rows, the first row first. */
    default Cell cell(int place) {
        return cell(place / columns(), place % columns());
    }
}
