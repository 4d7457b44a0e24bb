package mpm.catalogue;

import java.util.Set;
import mpm.link.Found;
import mpm.link.Need;

/** A call that first names the stored data it needs, and then computes from what was found. */
public non-sealed interface Linked<T> extends CellFunction<T> {

    /** The stored data that the call reads. */
    Set<Need<?>> needs();

    /**
     * What the call answers, given the stored data that was found.
     *
     * @throws mpm.cell.CellException where the answer is an error
     */
    T value(Found found);
}
