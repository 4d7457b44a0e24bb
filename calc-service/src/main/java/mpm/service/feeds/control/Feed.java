package mpm.service.feeds.control;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.stream.Stream;
import mpm.plan.PlanView;

/**
 * A flat table of stored data.
 *
 * @param <R> a row; its components are the columns, in their order. People's reports name them, so they are never renamed,
 *     and new ones come last
 */
public interface Feed<R extends Record> {

    /** What a column holds, in a sentence. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Meaning {
        String value();
    }

    /** By what it is asked for. */
    String name();

    /** What it holds, in a sentence. */
    String sentence();

    Class<R> row();

    /** By what it can be narrowed. */
    Set<Filter> filters();

    /**
     * The rows that the caller may read. Filters are judged at once; rows are read while the stream is, a part at a time.
     *
     * @throws mpm.cell.CellException for a filter that names what is unknown or may not be read
     */
    Stream<R> rows(PlanView plan, Filters filters);
}
