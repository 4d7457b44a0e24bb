package mpm.catalogue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.link.Found;

/**
 * A table going in: its rows that are not wholly blank, and which optional columns it has.
 *
 * @param <R> the record of a row: its components are {@link mpm.cell.Column}s, and one map of {@link Others} at most
 */
public final class Rows<R extends Record> implements Iterable<Row<R>> {

    private final List<Row<R>> rows;
    private final Set<String> columns;

    Rows(List<Row<R>> rows, Set<String> columns) {
        this.rows = List.copyOf(rows);
        this.columns = Set.copyOf(columns);
    }

    /**
     * Reads a range as a table, for an argument that may be a table or something else.
     *
     * @throws mpm.cell.CellException as an argument that is a table would
     */
    public static <R extends Record> Rows<R> read(Class<R> row, Grid range, Class<?> section) {
        RowsReader<R> reader = new RowsReader<>(row, section.getAnnotation(Section.class));
        return reader.read(range, "the table", new Reading(DateSystem.FROM_1900, Found.NOTHING));
    }

    /** Whether the table has the column of this caption, as its {@code @Column} writes it. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    public int size() {
        return rows.size();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public List<Row<R>> list() {
        return rows;
    }

    public Stream<Row<R>> stream() {
        return rows.stream();
    }

    /** What the rows hold, without their numbers. */
    public List<R> values() {
        List<R> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.value()));
        return values;
    }

    @Override
    public Iterator<Row<R>> iterator() {
        return rows.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rows<?> that && rows.equals(that.rows) && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return "a table of " + rows.size() + " rows";
    }
}
