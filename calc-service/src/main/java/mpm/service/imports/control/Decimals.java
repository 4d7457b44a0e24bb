package mpm.service.imports.control;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** How amounts are written. */
public enum Decimals {
    /** 1,234.50 */
    POINT(',', '.'),
    /** 1.234,50 */
    COMMA('.', ',');

    private static final Pattern SIGNED = Pattern.compile("([+-]?)(\\(?)([^()+-]+)(\\)?)(-?)");

    private final char grouping;
    private final char decimal;

    @SuppressWarnings("ImmutableEnumChecker") // A pattern does not change.
    private final Pattern number;

    Decimals(char grouping, char decimal) {
        this.grouping = grouping;
        this.decimal = decimal;
        String group = "[" + grouping + "'’]";
        this.number = Pattern.compile("(\\d+|\\d{1,3}(%s\\d{3})+)(\\%s\\d+)?".formatted(group, decimal));
    }

    /** The amount that a text writes; nothing where it writes none. A minus may stand behind, and brackets are one. */
    Optional<BigDecimal> read(String text) {
        var parts = SIGNED.matcher(text.replaceAll("[\\s\u00a0\u202f]", "").replace('−', '-'));
        if (!parts.matches() || parts.group(2).isEmpty() != parts.group(4).isEmpty()) {
            return Optional.empty();
        }
        String digits = parts.group(3);
        boolean isNegative = parts.group(1).equals("-")
                || !parts.group(2).isEmpty()
                || !parts.group(5).isEmpty();
        if (!number.matcher(digits).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(digits.replace(String.valueOf(grouping), "")
                .replaceAll("['’]", "")
                .replace(decimal, '.'));
        return Optional.of(isNegative ? amount.negate() : amount);
    }

    /** How amounts are written that can be read in one way only; nothing where all can be read both ways, or they disagree. */
    static Optional<Decimals> in(Collection<String> texts) {
        boolean isPoint = texts.stream()
                .anyMatch(
                        text -> POINT.read(text).isPresent() && COMMA.read(text).isEmpty());
        boolean isComma = texts.stream()
                .anyMatch(
                        text -> COMMA.read(text).isPresent() && POINT.read(text).isEmpty());
        return isPoint == isComma ? Optional.empty() : Optional.of(isPoint ? POINT : COMMA);
    }
}
