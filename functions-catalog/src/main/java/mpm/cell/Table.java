package mpm.cell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A table coming out: captions, rows, and the notes a reader should know.
 *
 * <p>Its fixed columns are the {@link Column} components of a record; further columns, known only at run time, stand before
 * or after them; footers follow the rows, a label and a value each.
 *
 * @param <R> the record of a row: its components are {@code double}, {@code int}, {@code String}, {@code boolean},
 *     {@link Moment}, or {@link Cell} where a cell may be blank or fail on its own
 */
public final class Table<R extends Record> implements Answer {

    private final List<String> captions;
    private final List<List<Cell>> rows;
    private final List<String> notes;

    private Table(List<String> captions, List<List<Cell>> rows, List<String> notes) {
        this.captions = captions;
        this.rows = rows;
        this.notes = notes;
    }

    /** A table of rows, in their order. */
    public static <R extends Record> Table<R> of(Class<R> row, List<? extends R> rows) {
        RecordComponent[] components = row.getRecordComponents();
        List<String> captions = Arrays.stream(components)
                .map(component -> component.getAnnotation(Column.class).value())
                .toList();
        List<Method> accessors = Arrays.stream(components).map(Table::accessor).toList();
        List<List<Cell>> cells = rows.stream()
                .map(each ->
                        accessors.stream().map(accessor -> cell(accessor, each)).toList())
                .toList();
        return new Table<>(captions, cells, List.of());
    }

    /** Further columns after those there are, numbered from 1 after a common prefix: {@code Stage 1}, {@code Stage 2} … */
    public Table<R> columns(String prefix, int count, List<List<Cell>> cellsByRow) {
        List<String> numbered = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            numbered.add(prefix + number);
        }
        return columns(numbered, cellsByRow);
    }

    /** Further columns after those there are, with a cell of each in every row. */
    public Table<R> columns(List<String> more, List<List<Cell>> cellsByRow) {
        return new Table<>(sideBySide(captions, more), sideBySideByRow(rows, cellsByRow), notes);
    }

    /** Further columns before those there are, with a cell of each in every row. */
    public Table<R> columnsBefore(List<String> more, List<List<Cell>> cellsByRow) {
        return new Table<>(sideBySide(more, captions), sideBySideByRow(cellsByRow, rows), notes);
    }

    /** A last row that holds a label in the first column, a value in the second, and nothing else. */
    public Table<R> footer(String label, Cell value) {
        if (captions.size() < 2) {
            throw new IllegalStateException("A footer needs two columns.");
        }
        List<Cell> footer = new ArrayList<>(Collections.nCopies(captions.size(), Cell.blank()));
        footer.set(0, Cell.of(label));
        footer.set(1, value);
        List<List<Cell>> more = new ArrayList<>(rows);
        more.add(Collections.unmodifiableList(footer));
        return new Table<>(captions, more, notes);
    }

    public Table<R> footer(String label, double value) {
        return footer(label, Cell.of(value));
    }

    /** The same table with one more note. */
    public Table<R> noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Table<>(captions, rows, List.copyOf(more));
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /**
     * The cells of the table, its captions as the first row where they are wanted. A table without a row and without captions
     * is one blank cell.
     */
    @Override
    public Grid cells(boolean withCaptions) {
        List<List<Cell>> all = new ArrayList<>();
        if (withCaptions) {
            all.add(captions.stream().map(Cell::of).toList());
        }
        all.addAll(rows);
        return all.isEmpty() ? Grid.of(new Shape(1, 1), Cell.blank()) : Grid.of(all);
    }

    private static List<List<Cell>> sideBySideByRow(List<List<Cell>> left, List<List<Cell>> right) {
        if (left.size() != right.size()) {
            throw new IllegalArgumentException("Further columns have a cell for every row.");
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < left.size(); row++) {
            rows.add(sideBySide(left.get(row), right.get(row)));
        }
        return rows;
    }

    private static <T> List<T> sideBySide(List<T> left, List<T> right) {
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }

    private static Cell cell(Method accessor, Record row) {
        try {
            Object value = Objects.requireNonNull(accessor.invoke(row));
            if (value instanceof Number number) {
                return Cell.of(number.doubleValue());
            } else if (value instanceof String text) {
                return Cell.of(text);
            } else if (value instanceof Boolean logical) {
                return Cell.of(logical.booleanValue());
            } else if (value instanceof Moment moment) {
                return Cell.of(moment);
            }
            return (Cell) value;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A row of a table is a record that can be read: " + accessor, e);
        }
    }

    private static Method accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        // The record of a row is a detail of its function: it need not be public.
        accessor.setAccessible(true);
        return accessor;
    }
}
