package mpm.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A range of cells as they are, at least one row and one column. */
public final class Grid implements Range {

    private final int rows;
    private final int columns;
    private final Cell[] cells;

    private Grid(int rows, int columns, Cell[] cells) {
        if (rows < 1 || columns < 1 || cells.length != rows * columns) {
            throw new IllegalArgumentException(cells.length + " cells do not make " + new Shape(rows, columns));
        }
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
    }

    /** A range of a shape, its cells given along the rows. The array is the grid's from now on. */
    public static Grid of(Shape shape, Cell... cells) {
        return new Grid(shape.rows(), shape.columns(), cells);
    }

    /** Rows of equal length, at least one. */
    public static Grid of(List<List<Cell>> rows) {
        int columns = rows.get(0).size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("The rows of a range have one length.");
        }
        return new Grid(
                rows.size(), columns, rows.stream().flatMap(List::stream).toArray(Cell[]::new));
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int size() {
        return cells.length;
    }

    @Override
    public Cell cell(int row, int column) {
        return cells[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
    }

    @Override
    public Cell cell(int place) {
        return cells[place];
    }

    /** The cells along the rows, the first row first. */
    public Stream<Cell> cells() {
        return Arrays.stream(cells);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return "a range of " + shape();
    }
}
