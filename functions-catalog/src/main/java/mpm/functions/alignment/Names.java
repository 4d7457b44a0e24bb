package mpm.functions.alignment;

import mpm.cell.Cell;
import mpm.cell.Labels;

/** The names of nodes and items: they compare trimmed and without regard to case, and a number is the text that it shows. */
final class Names {

    private Names() {}

    /** What two cells have in common that name the same. */
    static String key(Cell name) {
        return Labels.key(name.shown());
    }

    /** The name in a path or a sentence. */
    static String text(Cell name) {
        return name.shown().strip();
    }
}
