package mpm.service.functions.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import mpm.catalogue.ColumnDefinition;
import mpm.catalogue.Definition;
import mpm.catalogue.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A function as data: what a person or a program has to know to call it.
 *
 * @param date true where the answer is a date, which is a serial number
 */
record FunctionDocument(
        String name,
        String signature,
        String question,
        String factor,
        String stage,
        @Nullable String method,
        @Nullable String source,
        String caution,
        List<String> related,
        List<Argument> arguments,
        List<Column> columns,
        @Nullable Boolean date,
        List<Example> examples) {

    /**
     * An argument.
     *
     * @param kind what it holds: number, whole number, text, logical, date, option, series, range, table or cell
     * @param otherwise what it counts as when it is left out
     * @param each whether a range may stand for it, to be computed cell by cell
     * @param options the words it takes
     * @param columns the columns of a table
     */
    record Argument(
            String name,
            String meaning,
            String kind,
            boolean optional,
            @JsonInclude @Nullable String otherwise,
            boolean each,
            List<String> options,
            List<Column> columns) {}

    /** A column of a table, going in or coming out; going in, an optional one may be missing; a date's cells are serials. */
    record Column(
            String name,
            String meaning,
            @Nullable Boolean optional,
            @Nullable Boolean date) {}

    record Example(String formula, String shows, @Nullable String because) {}

    static FunctionDocument of(Definition function) {
        return new FunctionDocument(
                function.name(),
                function.signature(),
                function.question(),
                function.factor(),
                function.stage().name(),
                function.method().orElse(null),
                function.source().orElse(null),
                function.caution(),
                function.related(),
                function.parameters().stream().map(FunctionDocument::argument).toList(),
                function.columns().stream().map(column -> column(column, null)).toList(),
                function.answersDate() ? true : null,
                function.examples().stream()
                        .map(example -> new Example(
                                example.formula(),
                                example.shows(),
                                example.because().isEmpty() ? null : example.because()))
                        .toList());
    }

    private static Argument argument(Parameter argument) {
        return new Argument(
                argument.name(),
                argument.meaning(),
                argument.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                argument.isOptional(),
                argument.otherwise().orElse(null),
                argument.isEach(),
                argument.options(),
                argument.columns().stream()
                        .map(column -> column(column, column.optional()))
                        .toList());
    }

    private static Column column(ColumnDefinition column, @Nullable Boolean optional) {
        return new Column(column.name(), column.meaning(), optional, column.isDate() ? true : null);
    }
}
