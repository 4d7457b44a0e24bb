package mpm.functions.datalink;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;

/** What stands where there are no data. */
final class Missing {

    private Missing() {}

    /** A value, or what the caller wants in its place, or the error that says that there is none. */
    static Cell or(Optional<BigDecimal> value, Optional<Cell> missing) {
        return value.map(Missing::cell).or(() -> missing).orElseThrow(Missing::noData);
    }

    /** A value where there is one; a cell that fails does so alone. */
    static Cell alone(Supplier<Cell> cell) {
        try {
            return cell.get();
        } catch (CellException e) {
            return Cell.of(e);
        }
    }

    /** The nearest double of a value. */
    static Cell cell(BigDecimal value) {
        return Cell.of(value.doubleValue());
    }

    static CellException noData() {
        return CellError.NA.because("No data: nothing is stored here, so ask for another unit, period or scenario.");
    }
}
