package mpm.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.catalogue.Catalogue;
import mpm.catalogue.ColumnDefinition;
import mpm.catalogue.Definition;
import mpm.catalogue.Example;
import mpm.catalogue.Parameter;
import mpm.catalogue.Spelling;

/** The guide to the functions, in Markdown. */
public final class FunctionGuide {

    private FunctionGuide() {}

    /** The whole guide: a list by section, then each function. */
    public static String of(Catalogue catalogue) {
        Map<String, List<Definition>> byFactor = catalogue.functions().stream()
                .collect(Collectors.groupingBy(Definition::factor, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add("# The functions of MPM");
        lines.add("");
        lines.add("Generated from the catalogue: every example here is executed by the tests.");
        byFactor.forEach((factor, functions) -> {
            lines.add("");
            lines.add("## " + factor);
            lines.add("");
            lines.add(functions.get(0).purpose());
            lines.add("");
            lines.add("| function | answers | stage |");
            lines.add("|---|---|---|");
            functions.forEach(function -> lines.add("| [%s](#%s) | %s | %s |"
                    .formatted(
                            Spelling.typed(function.name()),
                            anchor(function.name()),
                            function.question(),
                            lower(function.stage()))));
        });
        catalogue.functions().forEach(function -> lines.addAll(function(function)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> function(Definition function) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## " + Spelling.typed(function.name()),
                "",
                "**" + function.question() + "**",
                "",
                "`" + function.signature() + "`",
                "",
                "| argument | means |",
                "|---|---|"));
        function.parameters()
                .forEach(parameter -> lines.add("| `%s` | %s |".formatted(parameter.name(), cell(meaning(parameter)))));
        function.parameters().stream()
                .filter(parameter -> !parameter.columns().isEmpty())
                .forEach(parameter -> {
                    lines.add("");
                    lines.add("Columns of `%s`:".formatted(parameter.name()));
                    lines.addAll(columns(parameter.columns()));
                });
        if (!function.columns().isEmpty()) {
            lines.add("");
            lines.add("It answers a table:");
            lines.addAll(columns(function.columns()));
        }
        lines.add("");
        lines.add("Examples:");
        lines.add("");
        function.examples().forEach(example -> lines.addAll(example(example)));
        function.method().ifPresent(method -> lines.addAll(List.of("How it is computed: " + method, "")));
        function.source().ifPresent(source -> lines.addAll(List.of("Source: " + source, "")));
        lines.add("What it does not say: " + function.caution());
        if (!function.related().isEmpty()) {
            lines.add("");
            lines.add("See also "
                    + function.related().stream()
                            .map(name -> "[%s](#%s)".formatted(Spelling.typed(name), anchor(name)))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return lines;
    }

    private static List<String> columns(List<ColumnDefinition> columns) {
        return Stream.concat(
                        Stream.of("", "| column | holds |", "|---|---|"),
                        columns.stream()
                                .map(column -> "| %s | %s |"
                                        .formatted(
                                                cell(column.name()),
                                                cell((column.optional() ? "Optional. " : "") + column.meaning()))))
                .toList();
    }

    private static List<String> example(Example example) {
        return Stream.of(
                        "```",
                        example.formula(),
                        "→ " + example.shows(),
                        "```",
                        example.because().isEmpty() ? null : example.because(),
                        "")
                .filter(Objects::nonNull)
                .toList();
    }

    private static String meaning(Parameter parameter) {
        return parameter.meaning()
                + parameter
                        .otherwise()
                        .filter(otherwise -> !otherwise.isEmpty())
                        .map(" Default: %s."::formatted)
                        .orElse(parameter.isOptional() ? " May be left out." : "")
                + (parameter.isEach() ? " One cell or a range." : "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** As the renderers of Markdown make it from a heading: lower case, without dots. */
    private static String anchor(String name) {
        return lower(Spelling.typed(name)).replace(".", "");
    }

    private static String lower(Object word) {
        return word.toString().toLowerCase(Locale.ROOT);
    }
}
