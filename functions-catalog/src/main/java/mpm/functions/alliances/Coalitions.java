package mpm.functions.alliances;

import mpm.catalogue.CaptionedTable;
import mpm.cell.Grid;

/** What is entered for a {@link Game}: a table of coalitions, or contributions that simply add up. */
record Coalitions(Grid cells) implements CaptionedTable {

    static Coalitions from(Grid range) {
        return new Coalitions(range);
    }
}
