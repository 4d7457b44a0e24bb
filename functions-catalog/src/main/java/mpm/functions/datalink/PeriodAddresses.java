package mpm.functions.datalink;

import java.util.List;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.plan.PeriodAddress;

/**
 * The periods that a row or a column names.
 *
 * @param given in their order; blank cells name none
 */
public record PeriodAddresses(List<PeriodAddress> given) {

    public PeriodAddresses {
        given = List.copyOf(given);
    }

    /**
     * Reads one row or one column.
     *
     * @throws mpm.cell.CellException #VALUE! for a block of cells
     */
    public static PeriodAddresses from(Grid range, DateSystem dates) {
        range.requireRowOrColumn("periods");
        return new PeriodAddresses(range.cells()
                .filter(cell -> !cell.isBlank())
                .map(cell -> PeriodAddress.from(cell, dates))
                .toList());
    }
}
