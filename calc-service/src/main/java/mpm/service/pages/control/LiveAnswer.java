package mpm.service.pages.control;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mpm.catalogue.Definition;
import mpm.cell.Range;
import mpm.functions.Functions;

/**
 * What a formula that somebody typed answers.
 *
 * @param answer absent where the formula cannot be read
 * @param sentence why it cannot be read; empty where it can
 * @param function the function that it calls first
 */
public record LiveAnswer(Optional<ShownTable> answer, String sentence, Optional<Definition> function) {

    private static final Pattern CALL = Pattern.compile("MPM\\.([A-Z0-9.]+)\\s*\\(", Pattern.CASE_INSENSITIVE);

    public static LiveAnswer of(String formula, Range value) {
        Optional<Definition> function = function(formula);
        ShownTable answer = function.map(called -> ShownTable.of(value, called)).orElseGet(() -> ShownTable.of(value));
        return new LiveAnswer(Optional.of(answer), "", function);
    }

    public static LiveAnswer unreadable(String formula, String sentence) {
        return new LiveAnswer(Optional.empty(), sentence, function(formula));
    }

    private static Optional<Definition> function(String formula) {
        Matcher call = CALL.matcher(formula);
        return call.find() ? Functions.CATALOGUE.find(call.group(1)) : Optional.empty();
    }
}
