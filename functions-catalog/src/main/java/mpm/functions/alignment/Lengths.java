package mpm.functions.alignment;

import mpm.cell.CellError;

/** Ranges that belong together cell by cell. */
final class Lengths {

    private Lengths() {}

    /** @throws mpm.cell.CellException #N/A where the two differ */
    static void requireSame(String one, int length, String other, int otherLength) {
        if (length != otherLength) {
            throw CellError.NA.because(
                    "The lengths differ: %s has %d cells and %s has %d.".formatted(one, length, other, otherLength));
        }
    }
}
