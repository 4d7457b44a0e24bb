package mpm.cell;

import java.util.Objects;
import java.util.function.DoubleSupplier;

/** What one cell holds. */
public sealed interface Cell extends Range, Answer {

    /** A finite number. */
    record Numeric(double value) implements Cell {

        /** The shortest decimal text that reads back as the number, without an exponent. */
        @Override
        public String shown() {
            return ShortestDecimal.of(value).toPlainString();
        }
    }

    /** Text; text of spaces only counts as blank. */
    record Text(String value) implements Cell {

        @Override
        public String shown() {
            return value;
        }

        @Override
        public boolean isBlank() {
            return value.isBlank();
        }
    }

    /** TRUE or FALSE. */
    record Logical(boolean value) implements Cell {

        @Override
        public String shown() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** A date coming out. Going in, a date is a number until an argument says that it is a date. */
    record Dated(Moment at) implements Cell {

        @Override
        public String shown() {
            return ShortestDecimal.of(at.serial()).toPlainString();
        }
    }

    /** An empty cell. */
    record Blank() implements Cell {

        private static final Cell EMPTY = new Blank();

        @Override
        public String shown() {
            return "";
        }

        @Override
        public boolean isBlank() {
            return true;
        }
    }

    /** An error, with the sentence for the reader of the cell; the sentence of an error that arrived is empty. */
    record Failure(CellError error, String reason) implements Cell {

        @Override
        public String shown() {
            return error.text();
        }
    }

    /**
     * A number as a result: −0 becomes 0, and what no cell can show becomes #NUM!.
     */
    static Cell of(double value) {
        return Double.isFinite(value)
                ? new Numeric(value + 0.0)
                : new Failure(CellError.NUM, "The result is too large or not defined for these figures.");
    }

    static Cell of(String text) {
        return text.isEmpty() ? blank() : new Text(text);
    }

    static Cell of(boolean value) {
        return new Logical(value);
    }

    static Cell blank() {
        return Blank.EMPTY;
    }

    static Cell of(Moment at) {
        return new Dated(at);
    }

    static Cell of(CellException failure) {
        return new Failure(failure.error(), failure.reason());
    }

    /** The number that a calculation gives, or the error that it ends in, for this cell alone. */
    static Cell computed(DoubleSupplier calculation) {
        try {
            return of(calculation.getAsDouble());
        } catch (CellException e) {
            return of(e);
        }
    }

    /** The cell as text: of a number its shortest decimal, of an error its name, of a blank nothing. */
    String shown();

    default boolean isBlank() {
        return false;
    }

    @Override
    default Range cells(boolean withCaptions) {
        return this;
    }

    @Override
    default int rows() {
        return 1;
    }

    @Override
    default int columns() {
        return 1;
    }

    @Override
    default Cell cell(int row, int column) {
        Objects.checkIndex(row, 1);
        Objects.checkIndex(column, 1);
        return this;
    }

    @Override
    default Cell cell(int place) {
        Objects.checkIndex(place, 1);
        return this;
    }

    @Override
    default int size() {
        return 1;
    }

    @Override
    default boolean isSingle() {
        return true;
    }
}
