package mpm.catalogue;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Series;
import mpm.link.Need;
import org.jspecify.annotations.Nullable;

/** Reads a range that is given, neither left out nor blank, as an argument of one type. */
sealed interface ArgumentReader {

    /** The first error among the cells that the argument uses. */
    default Optional<Cell.Failure> firstFailure(Range given) {
        for (int place = 0; place < given.size(); place++) {
            if (given.cell(place) instanceof Cell.Failure failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the argument.
     *
     * @throws CellException where the range does not hold such an argument
     */
    Object read(Range given, String name, Reading reading);

    /** Adds the stored data that the argument refers to. */
    default void addNeeds(Range given, Set<Need<?>> needs) {}

    /** What an argument that must be given answers when it is not. */
    default CellException missing(String name) {
        return CellError.NA.because("%s is blank: give it a value.".formatted(name));
    }

    private static CellException missingTable(String name) {
        return CellError.VALUE.because(
                "%s is missing: give the range of a table, its captions in the first row.".formatted(name));
    }

    static ArgumentReader of(Type type, Argument argument, Section section) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == Series.class) {
            return new OfSeries(refused(argument, section));
        } else if (raw == Grid.class) {
            return new OfGrid();
        } else if (raw == Rows.class) {
            Type row = ((ParameterizedType) type).getActualTypeArguments()[0];
            return new OfRows(new RowsReader<>(((Class<?>) row).asSubclass(Record.class), section));
        }
        return CellReaders.factory(raw, Grid.class)
                .<ArgumentReader>map(OfFactory::new)
                .orElseGet(() -> new OfCell(
                        raw,
                        CellReaders.of(raw, section.wholeNumbers()),
                        CellReaders.need(raw).orElse(null)));
    }

    private static Set<Content> refused(Argument argument, Section section) {
        Set<Content> refused = EnumSet.noneOf(Content.class);
        refused.addAll(Arrays.asList(section.refuses()));
        refused.addAll(Arrays.asList(argument.refuses()));
        refused.removeAll(Arrays.asList(argument.ignores()));
        return refused;
    }

    /** One value in one cell. */
    record OfCell(
            Class<?> type, CellReader reader, @Nullable Method need) implements ArgumentReader {

        @Override
        public Object read(Range given, String name, Reading reading) {
            if (!given.isSingle()) {
                throw CellError.VALUE.because(
                        "%s is a range of %s, but one cell is needed.".formatted(name, given.shape()));
            }
            return reader.read(given.cell(0), () -> name, reading);
        }

        @Override
        public void addNeeds(Range given, Set<Need<?>> needs) {
            if (need != null) {
                for (int place = 0; place < given.size(); place++) {
                    CellReaders.need(need, given.cell(place)).ifPresent(needs::add);
                }
            }
        }

        @Override
        public CellException missing(String name) {
            return CellReaders.isNumber(type)
                    ? ArgumentReader.super.missing(name)
                    : CellError.VALUE.because("%s is blank: give it a value.".formatted(name));
        }

        /** Among the cells of a range a logical value is no number and counts as blank; alone it is a mistake. */
        boolean isBlankInRange(Cell cell) {
            return cell.isBlank() || (CellReaders.isNumber(type) && cell instanceof Cell.Logical);
        }
    }

    /** The numbers of one row or column. */
    record OfSeries(Set<Content> refused) implements ArgumentReader {

        @Override
        public Object read(Range given, String name, Reading reading) {
            given.requireRowOrColumn(name);
            double[] values = new double[given.size()];
            for (int place = 0; place < values.length; place++) {
                values[place] = value(given.cell(place), name, place);
            }
            return Series.of(given.shape(), values);
        }

        private double value(Cell cell, String name, int place) {
            if (cell instanceof Cell.Numeric number) {
                return number.value();
            }
            Content content =
                    cell.isBlank() ? Content.BLANK : cell instanceof Cell.Text ? Content.TEXT : Content.LOGICAL;
            if (refused.contains(content)) {
                throw CellError.VALUE.because("Cell %d of %s is %s, but a number is needed."
                        .formatted(place + 1, name, CellReaders.described(cell)));
            }
            return Double.NaN;
        }
    }

    /** Cells as they are. */
    record OfGrid() implements ArgumentReader {

        @Override
        public Object read(Range given, String name, Reading reading) {
            return CellReaders.grid(given);
        }
    }

    /** A type that reads itself from cells. */
    record OfFactory(Method from) implements ArgumentReader {

        @Override
        public Object read(Range given, String name, Reading reading) {
            return CellReaders.from(from, given, reading);
        }

        @Override
        public CellException missing(String name) {
            return CaptionedTable.class.isAssignableFrom(from.getDeclaringClass())
                    ? missingTable(name)
                    : ArgumentReader.super.missing(name);
        }
    }

    /** A table. */
    record OfRows(RowsReader<?> reader) implements ArgumentReader {

        @Override
        public Optional<Cell.Failure> firstFailure(Range given) {
            return reader.firstFailure(given);
        }

        @Override
        public Object read(Range given, String name, Reading reading) {
            return reader.read(given, name, reading);
        }

        @Override
        public void addNeeds(Range given, Set<Need<?>> needs) {
            reader.addNeeds(given, needs);
        }

        @Override
        public CellException missing(String name) {
            return missingTable(name);
        }

        List<ColumnDefinition> columns() {
            return reader.columns();
        }
    }
}
