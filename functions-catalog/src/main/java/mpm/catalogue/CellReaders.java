package mpm.catalogue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.link.Found;
import mpm.link.Need;

/** How a cell is read for each type that an argument or a column can have. */
final class CellReaders {

    private CellReaders() {}

    static CellReader of(Class<?> type, Section.WholeNumbers wholeNumbers) {
        if (type == double.class || type == Double.class) {
            return (cell, place, reading) -> number(cell, place);
        } else if (type == int.class || type == Integer.class) {
            return (cell, place, reading) -> wholeNumber(number(cell, place), wholeNumbers, place);
        } else if (type == boolean.class || type == Boolean.class) {
            return (cell, place, reading) -> logical(cell, place);
        } else if (type == String.class) {
            return (cell, place, reading) -> cell.shown();
        } else if (type == Moment.class) {
            return (cell, place, reading) -> moment(cell, place, reading);
        } else if (type == Cell.class) {
            return (cell, place, reading) -> cell;
        }
        return factory(type, Cell.class)
                .<CellReader>map(from -> (cell, place, reading) -> from(from, cell, reading))
                .orElseGet(() -> {
                    if (!type.isEnum()) {
                        throw new IllegalStateException("No argument or column can be of " + type);
                    }
                    return option(words(type));
                });
    }

    /** Whether a cell of this type holds a number: TRUE and FALSE are none, and left out it is #N/A. */
    static boolean isNumber(Class<?> type) {
        return type == double.class
                || type == Double.class
                || type == int.class
                || type == Integer.class
                || type == Moment.class;
    }

    /** The words of an option, each with the constant it stands for; none where a type is no plain option. */
    static Map<String, Object> words(Class<?> type) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                words.put(word((Enum<?>) constant), constant);
            }
        }
        return words;
    }

    /** The stored data that a cell of this type may refer to; nothing for a type that refers to none. */
    static Optional<Method> need(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("need") && Modifier.isStatic(method.getModifiers()))
                .findFirst();
    }

    @SuppressWarnings("unchecked") // A method named need answers a need; the catalogue's tests call each.
    static Optional<Need<?>> need(Method need, Cell cell) {
        return (Optional<Need<?>>) invoked(need, cell);
    }

    /** The static factory {@code from} of a type that reads itself from a cell or a grid. */
    static Optional<Method> factory(Class<?> type, Class<? extends Range> source) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("from")
                        && Modifier.isStatic(method.getModifiers())
                        && method.getParameterTypes()[0] == source)
                .peek(method -> method.setAccessible(true))
                .findFirst();
    }

    /** Calls a factory with what it asks for beside the cells: the system of dates, the stored data found. */
    static Object from(Method factory, Range cells, Reading reading) {
        return invoked(
                factory,
                Arrays.stream(factory.getParameterTypes())
                        .map(type -> {
                            if (type == DateSystem.class) {
                                return reading.dates();
                            } else if (type == Found.class) {
                                return reading.found();
                            }
                            return type == Grid.class ? grid(cells) : cells;
                        })
                        .toArray());
    }

    static Grid grid(Range cells) {
        return cells instanceof Grid grid ? grid : Grid.of(cells.shape(), cells.cell(0));
    }

    private static Object invoked(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CellException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called", e);
        }
    }

    private static double number(Cell cell, Supplier<String> place) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        }
        throw CellError.VALUE.because("%s is %s, but a number is needed.".formatted(place.get(), described(cell)));
    }

    private static int wholeNumber(double number, Section.WholeNumbers wholeNumbers, Supplier<String> place) {
        double whole = wholeNumbers == Section.WholeNumbers.CUT
                ? (number < 0 ? Math.ceil(number) : Math.floor(number))
                : number;
        if (whole != Math.rint(whole) || Math.abs(whole) > Integer.MAX_VALUE) {
            throw CellError.NUM.because("%s is %s, but a whole number is needed."
                    .formatted(place.get(), Cell.of(number).shown()));
        }
        return (int) whole;
    }

    private static boolean logical(Cell cell, Supplier<String> place) {
        if (cell instanceof Cell.Logical logical) {
            return logical.value();
        } else if (cell instanceof Cell.Numeric number) {
            return number.value() != 0;
        }
        return switch (cell.shown().strip().toUpperCase(Locale.ROOT)) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default ->
                throw CellError.VALUE.because(
                        "%s is %s, but TRUE or FALSE is needed.".formatted(place.get(), described(cell)));
        };
    }

    private static Moment moment(Cell cell, Supplier<String> place, Reading reading) {
        if (cell instanceof Cell.Numeric number) {
            return reading.dates().moment(number.value());
        }
        throw CellError.VALUE.because("%s is %s, but a date is needed (type it as Excel shows dates, not as text)."
                .formatted(place.get(), described(cell)));
    }

    private static CellReader option(Map<String, Object> words) {
        String choice = choice(List.copyOf(words.keySet()));
        return (cell, place, reading) -> {
            Object constant = words.get(cell.shown().strip().toUpperCase(Locale.ROOT));
            if (constant == null) {
                throw CellError.VALUE.because(
                        "%s is %s, but it takes %s.".formatted(place.get(), described(cell), choice));
            }
            return constant;
        };
    }

    private static String choice(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
                        + " or "
                        + words.get(words.size() - 1);
    }

    private static String word(Enum<?> constant) {
        try {
            Word word = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Word.class);
            return word == null ? constant.name().replace('_', ' ') : word.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cell in a message: short, so that a long text does not drown the sentence. */
    static String described(Cell cell) {
        if (cell.isBlank()) {
            return "blank";
        } else if (cell instanceof Cell.Text text) {
            String shown = text.value().strip();
            return "the text “" + (shown.length() <= 40 ? shown : shown.substring(0, 39) + "…") + "”";
        }
        return cell.shown();
    }
}
