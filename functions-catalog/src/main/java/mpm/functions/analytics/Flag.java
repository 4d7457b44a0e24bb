package mpm.functions.analytics;

import java.util.Optional;
import mpm.catalogue.Row;
import mpm.cell.Cell;
import mpm.cell.CellError;

/** A mark that is set or not: 1 or TRUE, 0 or FALSE. */
final class Flag {

    private Flag() {}

    /**
     * The mark in a cell; nothing in a blank one.
     *
     * @throws mpm.cell.CellException #VALUE! for anything else
     */
    static Optional<Boolean> of(Row<?> row, String column, Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        } else if (cell instanceof Cell.Logical logical) {
            return Optional.of(logical.value());
        } else if (cell instanceof Cell.Numeric number && (number.value() == 0 || number.value() == 1)) {
            return Optional.of(number.value() == 1);
        }
        throw row.refused(CellError.VALUE, "has %s “%s”: it is 1 or 0, TRUE or FALSE.".formatted(column, cell.shown()));
    }
}
