package mpm.service.feeds.control;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a feed.
 *
 * @param accessor of a row's component
 */
public record Column(String name, Kind kind, String meaning, Method accessor) {

    /** What a column holds, for a program that must know before it reads. */
    public enum Kind {
        TEXT,
        /** A whole number. */
        WHOLE,
        /** A decimal number. */
        NUMBER,
        /** A day, as 2027-03-31. */
        DATE,
        /** A moment of universal time, as 2027-03-31T09:30:00.000Z. */
        MOMENT
    }

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            String.class,
            Kind.TEXT,
            int.class,
            Kind.WHOLE,
            long.class,
            Kind.WHOLE,
            BigDecimal.class,
            Kind.NUMBER,
            LocalDate.class,
            Kind.DATE,
            Instant.class,
            Kind.MOMENT);

    /** The columns of a feed, in their order. */
    public static Stream<Column> of(Feed<?> feed) {
        return Stream.of(feed.row().getRecordComponents()).map(Column::of);
    }

    private static Column of(RecordComponent component) {
        return new Column(
                component.getName(),
                Objects.requireNonNull(KINDS.get(component.getType()), component::toString),
                component.getAnnotation(Feed.Meaning.class).value(),
                component.getAccessor());
    }

    /** What stands in the column of a row; nothing where it is empty. */
    public @Nullable Object value(Record row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A row is a public record, and its accessors do nothing: " + accessor, e);
        }
    }
}
