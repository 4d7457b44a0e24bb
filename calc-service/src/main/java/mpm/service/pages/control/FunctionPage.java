package mpm.service.pages.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mpm.catalogue.Definition;
import mpm.catalogue.Parameter;
import mpm.catalogue.Stage;
import mpm.functions.Functions;

/** The page of one function. */
public record FunctionPage(Definition function, List<ShownExample> examples, List<Definition> related) {

    /** Each made when it is first asked for: the catalogue does not change while the service runs. */
    private static final Map<String, FunctionPage> MADE = new ConcurrentHashMap<>();

    public static FunctionPage of(Definition function) {
        return MADE.computeIfAbsent(
                function.name(),
                name -> new FunctionPage(
                        function,
                        function.examples().stream()
                                .map(example -> ShownExample.of(example, function))
                                .toList(),
                        function.related().stream()
                                .flatMap(related -> Functions.CATALOGUE.find(related).stream())
                                .toList()));
    }

    /** What an argument holds, in words. */
    public static String kind(Parameter parameter) {
        String one = switch (parameter.kind()) {
            case NUMBER -> "A number";
            case WHOLE_NUMBER -> "A whole number";
            case TEXT -> "Text";
            case LOGICAL -> "TRUE or FALSE";
            case DATE -> "A date";
            case OPTION -> "One of these words";
            case SERIES -> "A row or column of numbers";
            case RANGE -> "A range of cells";
            case TABLE -> "A table, its captions in the first row";
            case CELL -> "A cell";
        };
        return parameter.isEach() ? one + ", or a range of them" : one;
    }

    /** Whether it must be given, and what it counts as when it is left out. */
    public static String need(Parameter parameter) {
        if (!parameter.isOptional()) {
            return "required";
        }
        return parameter
                .otherwise()
                .filter(otherwise -> !otherwise.isEmpty())
                .map("default %s"::formatted)
                .orElse("optional");
    }

    /** The stage as a person writes it. */
    public static String stage(Stage stage) {
        String name = stage.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
