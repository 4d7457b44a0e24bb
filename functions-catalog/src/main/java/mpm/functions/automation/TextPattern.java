package mpm.functions.automation;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import mpm.catalogue.Row;
import mpm.cell.CellError;
import mpm.functions.automation.Validate.Rule;
import mpm.method.Deadline;

/**
 * A pattern that a planner wrote. It knows neither look-around nor back-references, and each match must be found in 100 ms: a
 * pattern such as <code>(.*a){20}b</code> could otherwise keep a thread for years.
 */
final class TextPattern {

    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?<?[=!]");
    private static final Pattern BACK_REFERENCE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\(?:[1-9]|k<)");

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws mpm.cell.CellException #VALUE! for what is no such pattern, or a P2 that is neither blank nor I */
    static TextPattern of(Row<Rule> rule, String written) {
        String option = rule.value().second().shown().strip();
        if (!option.isEmpty() && !option.equalsIgnoreCase("I")) {
            throw rule.refused(
                    CellError.VALUE, "of rules has the P2 “%s”: write I to ignore case, or nothing.".formatted(option));
        }
        if (LOOK_AROUND.matcher(written).find()
                || BACK_REFERENCE.matcher(written).find()) {
            throw rule.refused(CellError.VALUE, "of rules looks around or back in its pattern: write it without.");
        }
        try {
            int flags = option.isEmpty() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            return new TextPattern(Pattern.compile(written, flags));
        } catch (PatternSyntaxException e) {
            throw rule.refused(
                    CellError.VALUE,
                    "of rules holds no pattern: %s near place %d.".formatted(e.getDescription(), e.getIndex() + 1));
        }
    }

    /**
     * Whether the whole text matches.
     *
     * @throws mpm.cell.CellException #NUM! when it cannot be told in 100 ms, or without going too deep
     */
    boolean matches(String text) {
        try {
            return Deadline.within(
                    LONGEST,
                    LONGEST,
                    deadline -> pattern.matcher(new Timed(text)).matches());
        } catch (StackOverflowError tooDeep) {
            // Java's matcher recurses for each repetition of a group, so a long text can exhaust the stack.
            throw CellError.NUM.because(
                    "A text is too long for the pattern: repeat single characters instead of groups.");
        }
    }

    /** A text that looks at the clock whenever it is read: the matcher itself knows no limit. */
    private record Timed(CharSequence text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            Deadline.check();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Timed(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
