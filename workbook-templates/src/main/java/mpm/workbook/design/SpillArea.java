package mpm.workbook.design;

import mpm.cell.Range;
import mpm.workbook.formula.Recalculation;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/** A formula whose answer fills cells, and the room that is kept for it. */
final class SpillArea {

    private final Page page;
    private final Formula formula;
    private final CellRangeAddress room;
    private @Nullable CellRangeAddress filled;

    SpillArea(Page page, Formula formula, CellRangeAddress room) {
        this.page = page;
        this.formula = formula;
        this.room = room;
    }

    /**
     * Stores the answer as far as what it reads stands by now.
     *
     * @return whether it takes other cells than before, so that what reads it must be asked again
     */
    boolean fill(Recalculation recalculation) {
        XSSFCell first = page.cell(room.getFirstRow(), room.getFirstColumn());
        Range answer = recalculation.value(first, formula.stored(""));
        CellRangeAddress area = new CellRangeAddress(
                room.getFirstRow(),
                room.getFirstRow() + answer.rows() - 1,
                room.getFirstColumn(),
                room.getFirstColumn() + answer.columns() - 1);
        if (area.equals(filled)) {
            return false;
        }
        if (filled != null) {
            page.sheet().removeArrayFormula(first);
        }
        requireRoom(area);
        page.dynamic(first, formula.stored(""), area);
        filled = area;
        return true;
    }

    private void requireRoom(CellRangeAddress area) {
        if (area.getLastRow() > room.getLastRow() || area.getLastColumn() > room.getLastColumn()) {
            throw new IllegalArgumentException("%s on %s fills %s, but has room for %s: give it more."
                    .formatted(formula.typed(), page.name(), area.formatAsString(), room.formatAsString()));
        }
        for (CellAddress place : room) {
            if (page.cell(place.getRow(), place.getColumn()).getCellType() != CellType.BLANK) {
                throw new IllegalArgumentException(
                        "%s on %s needs %s, where another value stands: Excel would show #SPILL!."
                                .formatted(formula.typed(), page.name(), place));
            }
        }
    }
}
