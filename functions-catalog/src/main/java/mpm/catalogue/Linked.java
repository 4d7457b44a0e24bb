package mpm.catalogue;

import java.util.Set;
import mpm.link.Found;
import mpm.link.Need;

/** A call that first names the stored data it needs, and then computes from what was found. */
public non-sealed interface Linked<T> extends CellFunction<T> {

    /**
     * The stored data that the call reads. It is asked with nothing found at first, and again with what was found, for data whose
     * address only stored data tell; a need that was named before is not fetched again.
     */
    Set<? extends Need<?>> needs(Found found);

    /**
     * What the call answers, given the stored data that was found.
     *
     * @throws mpm.cell.CellException where the answer is an error
     */
    T value(Found found);
}
