package mpm.service.pages.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.catalogue.Definition;
import mpm.catalogue.Parameter;
import mpm.catalogue.Stage;
import mpm.functions.Functions;
import org.jspecify.annotations.Nullable;

/**
 * Every function, by success factor. All of them are in the page, and those that a filter leaves away are hidden: so the
 * page filters without JavaScript, and its module {@code functions.js} needs nothing more to search as one types.
 *
 * @param question what is looked for; empty for everything
 * @param stage the stage that is shown; nothing for all
 * @param factors the factors in their order
 */
public record FunctionIndex(String question, Optional<Stage> stage, List<Factor> factors) {

    /** A success factor with its functions. */
    public record Factor(String name, String purpose, List<Entry> entries) {

        public boolean isShown() {
            return entries.stream().anyMatch(Entry::isShown);
        }
    }

    /** A function, and whether the filters let it through. */
    public record Entry(Definition function, boolean isShown) {}

    /** Shorter words are in every question. */
    private static final int TELLING = 4;

    /**
     * The functions that hold the most words of a question. The ranking search of the add-in, {@code search.js}, runs in
     * the browser; this is what a page without JavaScript has instead.
     */
    public static FunctionIndex of(String question, Optional<Stage> stage) {
        Set<String> wanted = words(question);
        Map<Definition, Long> met = new LinkedHashMap<>();
        Functions.CATALOGUE.functions().forEach(function -> met.put(function, met(wanted, function)));
        long most = met.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Map<String, List<Entry>> byFactor = new LinkedHashMap<>();
        met.forEach((function, count) -> byFactor.computeIfAbsent(function.factor(), factor -> new ArrayList<>())
                .add(new Entry(
                        function,
                        (wanted.isEmpty() || (count == most && most > 0))
                                && stage.map(function.stage()::equals).orElse(true))));
        return new FunctionIndex(
                question,
                stage,
                byFactor.entrySet().stream()
                        .map(each -> new Factor(
                                each.getKey(), each.getValue().get(0).function().purpose(), each.getValue()))
                        .toList());
    }

    static FunctionIndex all() {
        return of("", Optional.empty());
    }

    public List<Stage> stages() {
        return List.of(Stage.PLAN, Stage.EXECUTE, Stage.MEASURE);
    }

    /** The address of the same search in a stage, or in all of them. */
    public String address(@Nullable Stage other) {
        return address(question, other);
    }

    /** The address of a search. */
    public static String address(String question, @Nullable Stage stage) {
        List<String> filters = new ArrayList<>();
        if (!question.isEmpty()) {
            filters.add("q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        }
        if (stage != null) {
            filters.add("stage=" + stage);
        }
        return filters.isEmpty() ? "/functions" : "/functions?" + String.join("&", filters);
    }

    /** How many there are, in words. */
    public String found() {
        long count = factors.stream()
                .flatMap(factor -> factor.entries().stream())
                .filter(Entry::isShown)
                .count();
        return count == 0
                ? "No function answers that. Try fewer or other words."
                : count == 1 ? "1 function" : count + " functions";
    }

    private static long met(Set<String> wanted, Definition function) {
        List<String> held = Stream.of(
                        Stream.of(function.name(), function.question(), function.factor()),
                        function.parameters().stream().map(Parameter::meaning))
                .flatMap(each -> each)
                .flatMap(FunctionIndex::split)
                .toList();
        return wanted.stream()
                .filter(word -> held.stream().anyMatch(each -> each.startsWith(word)))
                .count();
    }

    /** The words of a question that tell something; all of them where none does. */
    private static Set<String> words(String question) {
        Set<String> telling =
                split(question).filter(word -> word.length() >= TELLING).collect(Collectors.toSet());
        return telling.isEmpty() ? split(question).collect(Collectors.toSet()) : telling;
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty());
    }
}
