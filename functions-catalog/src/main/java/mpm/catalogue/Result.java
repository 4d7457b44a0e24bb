package mpm.catalogue;

import java.util.List;
import mpm.cell.Range;

/**
 * What a call answers.
 *
 * @param value one cell or a range of cells; a call that failed is one cell that is a failure
 * @param notes what a reader should know about a right value, a sentence each
 */
public record Result(Range value, List<String> notes) {

    Result(Range value) {
        this(value, List.of());
    }
}
