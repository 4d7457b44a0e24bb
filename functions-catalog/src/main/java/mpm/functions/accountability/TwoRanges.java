package mpm.functions.accountability;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Grid;
import mpm.cell.Shape;
import mpm.cell.Spill;

/** Two ranges for a function that takes them cell by cell or all together, as one of its arguments says. */
record TwoRanges(Grid one, Grid other) {

    /**
     * The figure of each cell with the one at its place; a single cell goes with all of the other range.
     *
     * @throws CellException #N/A when the lengths differ, or a single pair is not complete
     */
    Spill each(DoubleBinaryOperator figure) {
        if (!one.isSingle() && !other.isSingle() && !one.shape().equals(other.shape())) {
            throw differ();
        }
        Shape shape = one.isSingle() ? other.shape() : one.shape();
        boolean isSingle = shape.equals(new Shape(1, 1));
        return Spill.of(shape, place -> {
            Cell first = one.cell(one.isSingle() ? 0 : place);
            Cell second = other.cell(other.isSingle() ? 0 : place);
            if (isMissing(first) || isMissing(second)) {
                if (isSingle) {
                    throw CellError.NA.because("One of the two figures is blank: give both.");
                }
                return Cell.blank();
            }
            return Cell.computed(() -> figure.applyAsDouble(number(first), number(second)));
        });
    }

    /**
     * The places where both hold a number.
     *
     * @throws CellException #N/A when the shapes differ, or there is no such place; an error that a cell holds
     */
    int[] complete() {
        requireNoError(one);
        requireNoError(other);
        if (!one.shape().equals(other.shape())) {
            throw differ();
        }
        int[] places = IntStream.range(0, one.size())
                .filter(place -> one.cell(place) instanceof Cell.Numeric && other.cell(place) instanceof Cell.Numeric)
                .toArray();
        if (places.length == 0) {
            throw CellError.NA.because("No pair of cells holds two numbers: give at least one.");
        }
        return places;
    }

    /**
     * Refuses a range for an error in one of its cells.
     *
     * @throws CellException the first error
     */
    static void requireNoError(Grid range) {
        range.cells().filter(cell -> cell instanceof Cell.Failure).forEach(TwoRanges::number);
    }

    /**
     * The number in a cell.
     *
     * @throws CellException the error that it holds; #VALUE! for text
     */
    static double number(Cell cell) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        } else if (cell instanceof Cell.Failure failure) {
            throw failure.error()
                    .because("A cell holds %s: mend it first."
                            .formatted(failure.error().text()));
        }
        throw CellError.VALUE.because("“%s” is no number: mend the cell.".formatted(cell.shown()));
    }

    private CellException differ() {
        return CellError.NA.because(
                "The lengths differ: one range has %s and the other %s.".formatted(one.shape(), other.shape()));
    }

    private static boolean isMissing(Cell cell) {
        return cell.isBlank() || cell instanceof Cell.Logical;
    }
}
