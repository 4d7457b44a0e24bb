package mpm.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.cell.Shape;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.method.Deadline;
import org.jspecify.annotations.Nullable;

/** Binds the cells of a call to the components of a function's record, once or for each cell of a range. */
final class Binding {

    /** Asking the clock for every cell would take as long as most cells do. */
    private static final int CELLS_BETWEEN_CHECKS = 256;

    private final Constructor<? extends Record> constructor;
    private final List<Parameter> parameters;
    private final Section.CheckOrder checkOrder;
    private final boolean isLinked;

    Binding(Class<? extends Record> function, List<Parameter> parameters, Section.CheckOrder checkOrder) {
        this.parameters = parameters;
        this.checkOrder = checkOrder;
        this.isLinked = Linked.class.isAssignableFrom(function);
        this.constructor = canonicalConstructor(function);
        this.constructor.setAccessible(true);
    }

    @SuppressWarnings("unchecked") // A record has one canonical constructor, of its own type, and a function no other.
    private static Constructor<? extends Record> canonicalConstructor(Class<? extends Record> function) {
        return (Constructor<? extends Record>) function.getDeclaredConstructors()[0];
    }

    /** Adds the stored data that a call reads, through its arguments or as a linked function. */
    void addNeeds(List<? extends Range> arguments, Reading reading, Set<Need<?>> needs) {
        for (int index = 0; index < arguments.size(); index++) {
            parameters.get(index).addNeeds(arguments.get(index), needs);
        }
        if (isLinked) {
            forEachBound(arguments, reading, call -> needs.addAll(((Linked<?>) call).needs(reading.found())));
        }
    }

    /** Binds what can be bound, once or for each cell of a range; what cannot will answer so when its turn comes. */
    private void forEachBound(List<? extends Range> arguments, Reading reading, Consumer<Record> use) {
        try {
            Optional<Shape> shape = broadcastShape(arguments);
            if (shape.isEmpty()) {
                use.accept(bound(values(arguments, reading)));
                return;
            }
            Broadcast broadcast = new Broadcast(arguments, reading);
            for (int place = 0; place < shape.get().rows() * shape.get().columns(); place++) {
                try {
                    broadcast.boundAt(place).ifPresent(use);
                } catch (CellException unreadable) {
                    // This cell answers the error when its turn comes; the others still have needs.
                }
            }
        } catch (CellException unreadable) {
            // The call answers the error when its turn comes.
        }
    }

    /**
     * What a call answers.
     *
     * @throws CellException where the whole call is an error
     */
    Result result(List<? extends Range> arguments, boolean withCaptions, Reading reading, Limits limits) {
        Optional<Shape> shape = broadcastShape(arguments);
        if (shape.isPresent()) {
            return broadcast(arguments, shape.get(), reading, limits);
        }
        Answer answer = answer(bound(values(arguments, reading)), reading.found());
        Range cells = answer.cells(withCaptions);
        requireCells(cells.size(), limits);
        return new Result(cells.isSingle() ? cells.cell(0) : cells, answer.notes());
    }

    private static void requireCells(int cells, Limits limits) {
        if (cells > limits.cellsOut()) {
            throw CellError.NUM.because("The answer is too large: %,d cells, and at most %,d are given at once."
                    .formatted(cells, limits.cellsOut()));
        }
    }

    /** The shape over which a call is broadcast; nothing if every argument that could be a range is one cell. */
    private Optional<Shape> broadcastShape(List<? extends Range> arguments) {
        @Nullable Shape shape = null;
        String first = "";
        for (int index = 0; index < arguments.size(); index++) {
            Range given = arguments.get(index);
            if (parameters.get(index).isEach() && !given.isSingle()) {
                if (shape == null) {
                    shape = given.shape();
                    first = parameters.get(index).name();
                } else if (!shape.equals(given.shape())) {
                    throw CellError.NA.because("The lengths differ: %s has %s and %s has %s."
                            .formatted(first, shape, parameters.get(index).name(), given.shape()));
                }
            }
        }
        return Optional.ofNullable(shape);
    }

    private Result broadcast(List<? extends Range> arguments, Shape shape, Reading reading, Limits limits) {
        requireCells(shape.rows() * shape.columns(), limits);
        Broadcast broadcast = new Broadcast(arguments, reading);
        Set<String> notes = new LinkedHashSet<>();
        Cell[] cells = new Cell[shape.rows() * shape.columns()];
        for (int place = 0; place < cells.length; place++) {
            if (place % CELLS_BETWEEN_CHECKS == 0) {
                Deadline.check();
            }
            cells[place] = cell(broadcast, place, reading, notes);
        }
        return new Result(Grid.of(shape, cells), List.copyOf(notes));
    }

    /** One cell of a broadcast: blank where a value that must be there is not, an error where this cell fails. */
    private Cell cell(Broadcast broadcast, int place, Reading reading, Set<String> notes) {
        try {
            Optional<Record> call = broadcast.boundAt(place);
            if (call.isEmpty()) {
                return Cell.blank();
            }
            Answer answer = answer(call.get(), reading.found());
            if (answer instanceof Table) {
                throw CellError.VALUE.because(
                        "The result is a table: give one cell for each argument instead of a range.");
            }
            notes.addAll(answer.notes());
            return answer.cells(false).cell(0);
        } catch (CellException e) {
            return Cell.of(e);
        }
    }

    /** The calls that one call with ranges stands for: what is the same for every cell is read once. */
    private final class Broadcast {

        private final @Nullable Object[] same = new Object[parameters.size()];
        private final @Nullable Range[] cellByCell = new Range[parameters.size()];
        private final Reading reading;

        Broadcast(List<? extends Range> arguments, Reading reading) {
            this.reading = reading;
            for (int index = 0; index < same.length; index++) {
                Range given = argument(arguments, index);
                if (parameters.get(index).isEach()) {
                    cellByCell[index] = given;
                } else {
                    requireNoFailure(index, given);
                    same[index] = parameters.get(index).value(given, reading);
                }
            }
        }

        /** The call of one cell; nothing where a cell is blank that must not be. */
        Optional<Record> boundAt(int place) {
            @Nullable Object[] values = same.clone();
            for (int index = 0; index < values.length; index++) {
                Range given = cellByCell[index];
                if (given != null) {
                    values[index] = parameters.get(index).valueAt(place, given, reading);
                    if (values[index] == null) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(bound(values));
        }
    }

    private Object[] values(List<? extends Range> arguments, Reading reading) {
        return checkOrder == Section.CheckOrder.LEFT_TO_RIGHT
                ? valuesLeftToRight(arguments, reading)
                : valuesByKind(arguments, reading);
    }

    private Object[] valuesLeftToRight(List<? extends Range> arguments, Reading reading) {
        Object[] values = new Object[parameters.size()];
        for (int index = 0; index < values.length; index++) {
            Range given = argument(arguments, index);
            requireNoFailure(index, given);
            values[index] = parameters.get(index).value(given, reading);
        }
        return values;
    }

    private Object[] valuesByKind(List<? extends Range> arguments, Reading reading) {
        for (int index = 0; index < arguments.size(); index++) {
            requireNoFailure(index, arguments.get(index));
        }
        Object[] values = new Object[parameters.size()];
        @Nullable CellException worst = null;
        for (int index = 0; index < values.length; index++) {
            try {
                values[index] = parameters.get(index).value(argument(arguments, index), reading);
            } catch (CellException e) {
                worst = worst == null || rank(e) < rank(worst) ? e : worst;
            }
        }
        if (worst != null) {
            throw worst;
        }
        return values;
    }

    private void requireNoFailure(int index, Range given) {
        if (given instanceof Cell.Numeric) {
            return;
        }
        Optional<Cell.Failure> failure = parameters.get(index).firstFailure(given);
        if (failure.isPresent()) {
            throw failure.get().error().because(failure.get().reason());
        }
    }

    private static int rank(CellException refusal) {
        return switch (refusal.error()) {
            case VALUE -> 0;
            case NA -> 1;
            default -> 2;
        };
    }

    private static Range argument(List<? extends Range> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : Cell.blank();
    }

    /**
     * The call as its record. It is known as a class, not by the interfaces that it implements: the JVM remembers one interface
     * of an object at a time, and asking for another again and again costs more than the call.
     */
    private Record bound(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CellException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(constructor + " makes no call", e);
        }
    }

    private Answer answer(Record call, Found found) {
        Object value = isLinked ? ((Linked<?>) call).value(found) : ((Computed<?>) call).value();
        if (value instanceof Double number) {
            return Cell.of(number.doubleValue());
        } else if (value instanceof Answer answer) {
            return answer;
        } else if (value instanceof String text) {
            return Cell.of(text);
        } else if (value instanceof Boolean logical) {
            return Cell.of(logical.booleanValue());
        }
        return Cell.of((Moment) value);
    }
}
