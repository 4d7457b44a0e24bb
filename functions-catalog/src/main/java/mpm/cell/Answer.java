package mpm.cell;

import java.util.List;

/** What a function answers with: one cell, cells shaped like an argument, or a table with headers. */
public sealed interface Answer permits Cell, Spill, Table {

    /** What the cells show; the captions of a table as its first row where they are wanted. */
    Range cells(boolean withCaptions);

    /** What a reader should know about a right result, a sentence each. */
    default List<String> notes() {
        return List.of();
    }
}
