package mpm.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Range;
import mpm.link.Need;
import mpm.method.Deadline;
import org.jspecify.annotations.Nullable;

/** Reads a range with captions as rows of a record. */
final class RowsReader<R extends Record> {

    /** A column absent from the range. */
    private static final int ABSENT = -1;

    private final Constructor<R> constructor;
    private final List<RecordComponent> components;
    private final List<Field> fields;

    @SuppressWarnings("unchecked") // A record has one canonical constructor, of its own type.
    RowsReader(Class<R> row, Section section) {
        this.constructor = (Constructor<R>) row.getDeclaredConstructors()[0];
        this.constructor.setAccessible(true);
        this.components = List.of(row.getRecordComponents());
        this.fields = components.stream()
                .map(component -> new Field(component, section))
                .toList();
    }

    /** The columns a reader of the guide should know. */
    List<ColumnDefinition> columns() {
        return components.stream()
                .map(component -> {
                    Others others = component.getAnnotation(Others.class);
                    Column column = component.getAnnotation(Column.class);
                    return others == null
                            ? new ColumnDefinition(
                                    column.value(), column.meaning(), column.optional(), Definition.isDate(component))
                            : new ColumnDefinition(others.value() + " …", others.meaning(), false, false);
                })
                .toList();
    }

    /** The first error that a used column holds, along the rows. */
    Optional<Cell.Failure> firstFailure(Range table) {
        int[] places = places(table);
        Set<Integer> used = Arrays.stream(places).boxed().collect(Collectors.toCollection(HashSet::new));
        boolean takesOthers = fields.stream().anyMatch(Field::takesOthers);
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                if (table.cell(row, column) instanceof Cell.Failure failure
                        && (row == 0 || takesOthers || used.contains(column))) {
                    return Optional.of(failure);
                }
            }
        }
        return Optional.empty();
    }

    /** Adds the stored data that the cells of the columns refer to. */
    void addNeeds(Range table, Set<Need<?>> needs) {
        int[] places = places(table);
        for (int index = 0; index < places.length; index++) {
            Method need = fields.get(index).need;
            if (need != null && places[index] != ABSENT) {
                for (int row = 1; row < table.rows(); row++) {
                    CellReaders.need(need, table.cell(row, places[index])).ifPresent(needs::add);
                }
            }
        }
    }

    Rows<R> read(Range table, String name, Reading reading) {
        int[] places = places(table);
        Map<String, Integer> others = others(table, places);
        requireColumns(places, others, name);
        List<Row<R>> rows = new ArrayList<>();
        for (int row = 1; row < table.rows(); row++) {
            Deadline.check();
            if (!isBlank(table, row)) {
                rows.add(new Row<>(row, row(table, row, places, others, name, reading)));
            }
        }
        Set<String> present = IntStream.range(0, places.length)
                .filter(field -> places[field] != ABSENT)
                .mapToObj(field -> fields.get(field).caption())
                .collect(Collectors.toSet());
        return new Rows<>(rows, present);
    }

    private R row(Range table, int row, int[] places, Map<String, Integer> others, String name, Reading reading) {
        Object[] values = new Object[fields.size()];
        for (int index = 0; index < values.length; index++) {
            Field field = fields.get(index);
            values[index] = field.takesOthers()
                    ? cells(table, row, others)
                    : field.read(
                            places[index] == ABSENT ? Cell.blank() : table.cell(row, places[index]),
                            () -> "Row %d of %s, column %s,".formatted(row, name, field.caption()),
                            reading);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CellException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Cell> cells(Range table, int row, Map<String, Integer> columns) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        columns.forEach((caption, column) -> cells.put(caption, table.cell(row, column)));
        return Collections.unmodifiableMap(cells);
    }

    /** The column of each field: by its caption, else by its first alias that is there. */
    private int[] places(Range table) {
        Map<String, Integer> byCaption = new LinkedHashMap<>();
        for (int column = 0; column < table.columns(); column++) {
            byCaption.putIfAbsent(Labels.captionKey(table.cell(0, column).shown()), column);
        }
        return fields.stream()
                .mapToInt(field -> field.captions()
                        .map(caption -> byCaption.get(Labels.captionKey(caption)))
                        .filter(column -> column != null)
                        .findFirst()
                        .orElse(ABSENT))
                .toArray();
    }

    /** The columns of no field by their captions as written; columns without a caption are nobody's. */
    private Map<String, Integer> others(Range table, int[] places) {
        Map<String, Integer> others = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < table.columns(); column++) {
            String caption = table.cell(0, column).shown().strip();
            if (caption.isEmpty()) {
                continue;
            }
            if (!seen.add(Labels.captionKey(caption))) {
                throw CellError.VALUE.because(
                        "The column " + caption + " stands twice: give each column its own caption.");
            }
            int place = column;
            if (Arrays.stream(places).noneMatch(taken -> taken == place)) {
                others.put(caption, column);
            }
        }
        return others;
    }

    private void requireColumns(int[] places, Map<String, Integer> others, String name) {
        for (RecordComponent component : components) {
            Others wanted = component.getAnnotation(Others.class);
            if (wanted != null && wanted.required() && others.isEmpty()) {
                throw CellError.VALUE.because(
                        "%s has no column for a %s: head one with its name.".formatted(name, wanted.value()));
            }
        }
        List<String> missing = IntStream.range(0, places.length)
                .filter(index -> places[index] == ABSENT && fields.get(index).isRequired())
                .mapToObj(index -> fields.get(index).caption())
                .toList();
        if (!missing.isEmpty()) {
            throw CellError.VALUE.because("%s has no column %s: its first row must hold the captions %s."
                    .formatted(
                            name,
                            String.join(", ", missing),
                            fields.stream()
                                    .filter(Field::isRequired)
                                    .map(Field::caption)
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static boolean isBlank(Range table, int row) {
        return IntStream.range(0, table.columns())
                .allMatch(column -> table.cell(row, column).isBlank());
    }

    /** How one component of the record is read. */
    private static final class Field {

        private final @Nullable Column column;
        private final Class<?> type;
        private final boolean isOptional;
        private final CellReader reader;
        private final Cell otherwise;
        private final Section section;
        private final @Nullable Method need;

        Field(RecordComponent component, Section section) {
            this.section = section;
            this.column = component.getAnnotation(Column.class);
            this.isOptional = component.getType() == Optional.class;
            this.type = isOptional
                    ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                    : component.getType();
            this.reader = component.isAnnotationPresent(Others.class)
                    ? (cell, place, reading) -> cell
                    : CellReaders.of(type, section.wholeNumbers());
            this.need = CellReaders.need(type).orElse(null);
            this.otherwise = column == null || column.otherwise().equals(Column.NONE)
                    ? Cell.blank()
                    : Literals.cell(column.otherwise());
        }

        boolean takesOthers() {
            return column == null;
        }

        boolean isRequired() {
            return column != null && !column.optional();
        }

        String caption() {
            return column == null ? "" : column.value();
        }

        Stream<String> captions() {
            return column == null
                    ? Stream.empty()
                    : Stream.concat(Stream.of(column.value()), Stream.of(column.alias()));
        }

        Object read(Cell cell, Supplier<String> place, Reading reading) {
            boolean blank =
                    cell.isBlank() || (CellReaders.isNumber(type) && cell instanceof Cell.Logical && !refusesLogical());
            Cell given = blank ? otherwise : cell;
            if (!given.isBlank()) {
                Object value = reader.read(given, place, reading);
                return isOptional ? Optional.of(value) : value;
            } else if (isOptional) {
                return Optional.empty();
            } else if (type == Cell.class) {
                return given;
            }
            throw (CellReaders.isNumber(type) ? CellError.NA : CellError.VALUE)
                    .because(place.get() + " is blank: fill it in.");
        }

        private boolean refusesLogical() {
            return List.of(section.refuses()).contains(Content.LOGICAL);
        }
    }
}
