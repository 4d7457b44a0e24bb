package mpm.catalogue;

/** A call that needs nothing but its arguments. */
public non-sealed interface Computed<T> extends CellFunction<T> {

    /**
     * What the call answers.
     *
     * @throws mpm.cell.CellException where the answer is an error
     */
    T value();
}
