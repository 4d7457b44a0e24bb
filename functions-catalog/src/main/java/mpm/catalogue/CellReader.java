package mpm.catalogue;

import java.util.function.Supplier;
import mpm.cell.Cell;

/** Reads one cell that is neither blank nor an error as a value of one type. */
@FunctionalInterface
interface CellReader {

    /**
     * Reads the cell.
     *
     * @param place names the cell in a message, such as {@code actual} or {@code row 3, column Plan}
     * @throws mpm.cell.CellException where the cell does not hold such a value
     */
    Object read(Cell cell, Supplier<String> place, Reading reading);
}
