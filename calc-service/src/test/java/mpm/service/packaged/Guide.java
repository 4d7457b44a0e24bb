package mpm.service.packaged;

import static java.util.Objects.requireNonNullElse;
import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A guide of the project, by what a reader can try: its commands, and its formulas with their values. */
record Guide(String text) {

    static final String SERVICE = "http://localhost:8080";

    /**
     * A block of commands for a shell.
     *
     * @param answers what the paragraph beneath shows of the answers
     */
    record Commands(String text, List<String> answers) {}

    /** A formula, and what the guide says it shows. */
    record Formula(String text, String shows) {}

    private static final Pattern BLOCK = Pattern.compile(
            "(?ms)^```\\n([^`]*?\\bcurl [^`]+)^```\\n(?:\\n(?:(?:It|The first) )?answers\\b(.+?)\\n\\n)?");
    private static final Pattern ANSWER = Pattern.compile("`([{\"][^`…]*)");
    private static final Pattern FORMULA =
            Pattern.compile("`=(MPM\\.[^`…]+)`(?: \\|| answers)?\\s+([0-9]+(?:\\.[0-9]+)?|[A-Z]{3,})");

    /** Reads a file by its path from the project's root. */
    static Guide read(String file) {
        try {
            return new Guide(Files.readString(Path.of("..", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks that ask a service of this computer. */
    List<Commands> commands() {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).contains(SERVICE))
                .map(block -> new Commands(
                        block.group(1),
                        found(ANSWER, requireNonNullElse(block.group(2), ""))
                                .map(answer -> answer.group(1))
                                .toList()))
                .toList();
    }

    /** The formulas that stand with their value, in a table or in a sentence; those that name cells need a sheet. */
    List<Formula> formulas() {
        return found(FORMULA, text)
                .map(formula -> new Formula(formula.group(1), formula.group(2)))
                .filter(not(formula -> formula.text().matches("[^\"]*\\b[A-Z]+[0-9]+\\b.*")))
                .toList();
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
