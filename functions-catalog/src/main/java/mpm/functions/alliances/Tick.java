package mpm.functions.alliances;

import java.util.Locale;
import mpm.cell.Cell;
import mpm.cell.CellError;

/** A box that somebody ticked, in the many ways in which people do. */
public record Tick(boolean isSet) {

    /**
     * Reads TRUE, 1, Y, YES or X; or FALSE, 0, N, NO or a hyphen.
     *
     * @throws mpm.cell.CellException #VALUE! for anything else
     */
    public static Tick from(Cell cell) {
        return switch (cell.shown().strip().toUpperCase(Locale.ROOT)) {
            case "TRUE", "1", "Y", "YES", "X" -> new Tick(true);
            case "FALSE", "0", "N", "NO", "-" -> new Tick(false);
            default ->
                throw CellError.VALUE.because(
                        "“%s” says neither yes nor no: write TRUE, Y or X, or FALSE, N or nothing."
                                .formatted(cell.shown()));
        };
    }
}
