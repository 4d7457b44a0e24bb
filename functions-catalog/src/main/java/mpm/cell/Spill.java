package mpm.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Cells without headers, shaped like an argument.
 *
 * @param cells what the range shows
 * @param notes what a reader should know about a right result, a sentence each
 */
public record Spill(Grid cells, List<String> notes) implements Answer {

    public Spill {
        notes = List.copyOf(notes);
    }

    /** Cells in a shape, given by their place along the rows. */
    public static Spill of(Shape shape, IntFunction<Cell> cellAt) {
        Cell[] cells = new Cell[shape.rows() * shape.columns()];
        for (int place = 0; place < cells.length; place++) {
            cells[place] = cellAt.apply(place);
        }
        return new Spill(Grid.of(shape, cells), List.of());
    }

    @Override
    public Range cells(boolean withCaptions) {
        return cells;
    }

    /** The same cells with one more note. */
    public Spill noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Spill(cells, more);
    }
}
