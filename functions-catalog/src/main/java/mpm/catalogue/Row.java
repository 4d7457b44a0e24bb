package mpm.catalogue;

import mpm.cell.CellError;
import mpm.cell.CellException;

/**
 * A row of a table going in.
 *
 * @param number its place below the captions, counted from 1, blank rows included
 * @param value what it holds
 * @param <R> the record of a row
 */
public record Row<R extends Record>(int number, R value) {

    /** An error that names the row; the reason follows the name, as in {@code has a negative Weight}. */
    public CellException refused(CellError error, String reason) {
        return error.because("Row " + number + " " + reason);
    }
}
