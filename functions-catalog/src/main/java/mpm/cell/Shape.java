package mpm.cell;

/** The size of a range. */
public record Shape(int rows, int columns) {

    /** In words, for messages: {@code 3 rows × 1 column}. */
    @Override
    public String toString() {
        return rows + (rows == 1 ? " row × " : " rows × ") + columns + (columns == 1 ? " column" : " columns");
    }
}
