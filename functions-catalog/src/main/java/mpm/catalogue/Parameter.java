package mpm.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.cell.Series;
import mpm.link.Found;
import mpm.link.Need;
import org.jspecify.annotations.Nullable;

/** One argument of a function: what callers should know of it, and how it is read. */
public final class Parameter {

    /** What an argument holds. */
    public enum Kind {
        NUMBER,
        WHOLE_NUMBER,
        TEXT,
        LOGICAL,
        DATE,
        OPTION,
        SERIES,
        RANGE,
        TABLE,
        CELL
    }

    private final String name;
    private final String meaning;
    private final Kind kind;
    private final boolean isOptional;
    private final @Nullable String otherwise;
    private final boolean isEach;
    private final boolean keepsErrors;
    private final List<String> options;
    private final ArgumentReader reader;
    private final boolean isJavaOptional;
    private final boolean keepsEmptyText;

    /** What the function is given when the argument is left out; nothing if it must be given. */
    private final @Nullable Object absent;

    /** What the function is given for a blank cell of a range; nothing if the cell of the answer is blank then. */
    private final @Nullable Object gap;

    private Parameter(String name, Argument argument, Type type, boolean isJavaOptional, Section section) {
        this.name = name;
        this.meaning = argument.value();
        this.isEach = argument.each();
        this.keepsErrors = argument.keepsErrors();
        this.reader = ArgumentReader.of(type, argument, section);
        this.isJavaOptional = isJavaOptional;
        this.keepsEmptyText = argument.keepsEmptyText();
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        this.kind = kind(raw, reader);
        this.options = List.copyOf(CellReaders.words(raw).keySet());
        this.otherwise = argument.otherwise().equals(Argument.NONE) ? null : argument.otherwise();
        this.isOptional = otherwise != null || (isJavaOptional && !argument.mayBeBlank());
        if (otherwise != null) {
            Cell literal = Literals.cell(otherwise);
            this.absent = literal.isBlank() ? "" : wrapped(read(literal));
        } else {
            this.absent = isJavaOptional ? Optional.empty() : null;
        }
        this.gap = argument.keepsGaps() ? Optional.of(Double.NaN) : absent;
    }

    static Parameter of(RecordComponent component, Section section) {
        Argument argument = component.getAnnotation(Argument.class);
        if (argument == null) {
            throw new IllegalStateException(component + " says nothing of itself: annotate it with @Argument.");
        }
        Type type = component.getGenericType();
        boolean isJavaOptional = component.getType() == Optional.class;
        return new Parameter(
                argument.name().isEmpty() ? snakeCase(component.getName()) : argument.name(),
                argument,
                isJavaOptional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type,
                isJavaOptional,
                section);
    }

    /** As a formula names it: lower case with underscores. */
    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isOptional() {
        return isOptional;
    }

    /** What it counts as when it is left out; nothing if it must be given, or if leaving it out means something of its own. */
    public Optional<String> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    /** Whether a range may stand for it, to be computed cell by cell. */
    public boolean isEach() {
        return isEach;
    }

    /** Whether it is given as a range rather than as one cell. */
    public boolean isRange() {
        return isEach || kind == Kind.SERIES || kind == Kind.RANGE || kind == Kind.TABLE;
    }

    /** The words it takes; none where it is no choice. */
    public List<String> options() {
        return options;
    }

    /** The columns of a table; none for any other kind. */
    public List<ColumnDefinition> columns() {
        return reader instanceof ArgumentReader.OfRows rows ? rows.columns() : List.of();
    }

    /** In a signature: in brackets if it may be left out. */
    String signature() {
        return isOptional ? "[" + name + "]" : name;
    }

    /** The first error that arrived in the cells of this argument and is the whole call's. */
    Optional<Cell.Failure> firstFailure(Range given) {
        return keepsErrors ? Optional.empty() : reader.firstFailure(given).map(this::passedOn);
    }

    /** An error that arrived, with a sentence that says where. */
    Cell.Failure passedOn(Cell.Failure failure) {
        return failure.reason().isEmpty()
                ? new Cell.Failure(
                        failure.error(),
                        "%s holds %s: mend that cell first."
                                .formatted(name, failure.error().text()))
                : failure;
    }

    /**
     * The argument's value, or its default where it is left out.
     *
     * @throws mpm.cell.CellException where it cannot be read, or must be given and is not
     */
    Object value(Range given, Reading reading) {
        if (!(given instanceof Cell.Numeric) && given.isSingle() && isLeftOut(given.cell(0))) {
            if (absent == null) {
                throw reader.missing(name);
            }
            return absent;
        }
        return wrapped(reader.read(given, name, reading));
    }

    private boolean isLeftOut(Cell cell) {
        return keepsEmptyText ? cell instanceof Cell.Blank : cell.isBlank();
    }

    /** The value at a place of a range, or of the one cell for every place; nothing where it is blank and must not be. */
    @Nullable
    Object valueAt(int place, Range given, Reading reading) {
        Cell cell = given.cell(given.isSingle() ? 0 : place);
        if (((ArgumentReader.OfCell) reader).isBlankInRange(cell)) {
            return given.isSingle() ? absent : gap;
        } else if (cell instanceof Cell.Failure failure) {
            throw failure.error().because(passedOn(failure).reason());
        }
        return wrapped(reader.read(cell, name, reading));
    }

    void addNeeds(Range given, Set<Need<?>> needs) {
        reader.addNeeds(given, needs);
    }

    private Object wrapped(Object value) {
        if (value instanceof Rows<?> rows && rows.isEmpty()) {
            return Optional.ofNullable(absent)
                    .orElseThrow(() -> CellError.NA.because("%s has no data below its captions.".formatted(name)));
        }
        return isJavaOptional ? Optional.of(value) : value;
    }

    private Object read(Cell literal) {
        return reader.read(literal, name, new Reading(DateSystem.FROM_1900, Found.NOTHING));
    }

    private static Kind kind(Class<?> type, ArgumentReader reader) {
        if (type == double.class || type == Double.class) {
            return Kind.NUMBER;
        } else if (type == int.class || type == Integer.class) {
            return Kind.WHOLE_NUMBER;
        } else if (type == boolean.class || type == Boolean.class) {
            return Kind.LOGICAL;
        } else if (type == String.class) {
            return Kind.TEXT;
        } else if (type == Moment.class) {
            return Kind.DATE;
        } else if (type == Series.class) {
            return Kind.SERIES;
        } else if (reader instanceof ArgumentReader.OfRows) {
            return Kind.TABLE;
        } else if (reader instanceof ArgumentReader.OfCell) {
            return type.isEnum() ? Kind.OPTION : Kind.CELL;
        }
        return Kind.RANGE;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
