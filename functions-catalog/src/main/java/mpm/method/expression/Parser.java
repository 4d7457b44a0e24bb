package mpm.method.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mpm.cell.CellError;
import mpm.cell.CellException;

/** Reads an expression by recursive descent, one method for each rank of operations. */
final class Parser {

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 50;
    private static final int MOST_ARGUMENTS = 99;

    private static final Pattern NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private static final Map<String, DoubleBinaryOperator> COMPARISONS = Map.of(
            "=", (a, b) -> Term.truth(a == b),
            "<>", (a, b) -> Term.truth(a != b),
            "<", (a, b) -> Term.truth(a < b),
            "<=", (a, b) -> Term.truth(a <= b),
            ">", (a, b) -> Term.truth(a > b),
            ">=", (a, b) -> Term.truth(a >= b));
    private static final Map<String, DoubleBinaryOperator> SUMS = Map.of("+", Double::sum, "-", (a, b) -> a - b);
    private static final Map<String, DoubleBinaryOperator> PRODUCTS = Map.of("*", (a, b) -> a * b, "/", Term::quotient);
    private static final Map<String, DoubleBinaryOperator> POWERS = Map.of("^", Term::power);

    private final String text;
    private final Map<String, Integer> places;
    private int at;
    private int depth;

    private Parser(String text, Map<String, Integer> places) {
        this.text = text;
        this.places = places;
    }

    static Term parsed(String formula, Map<String, Integer> places) {
        if (formula.length() > LONGEST) {
            throw CellError.VALUE.because(
                    "The expression has %,d characters: at most %,d are read.".formatted(formula.length(), LONGEST));
        }
        Parser parser = new Parser(formula, places);
        parser.takes("=");
        Term term = parser.comparison();
        parser.skipSpaces();
        if (parser.at < formula.length()) {
            throw parser.unexpected();
        }
        return term;
    }

    private Term comparison() {
        return chain(this::sum, COMPARISONS);
    }

    private Term sum() {
        return chain(this::product, SUMS);
    }

    private Term product() {
        return chain(this::power, PRODUCTS);
    }

    private Term power() {
        return chain(this::signed, POWERS);
    }

    /** Operands with operations of one rank between them, computed from left to right. */
    private Term chain(Supplier<Term> operand, Map<String, DoubleBinaryOperator> operations) {
        Term term = operand.get();
        for (String symbol = symbol(operations); !symbol.isEmpty(); symbol = symbol(operations)) {
            at += symbol.length();
            DoubleBinaryOperator operation = Objects.requireNonNull(operations.get(symbol));
            term = Term.of(operation, term, operand.get());
        }
        return term;
    }

    /** The longest symbol of these operations that comes next; nothing if none does. */
    private String symbol(Map<String, DoubleBinaryOperator> operations) {
        skipSpaces();
        String longest = "";
        for (String symbol : operations.keySet()) {
            if (text.startsWith(symbol, at) && symbol.length() > longest.length()) {
                longest = symbol;
            }
        }
        return longest;
    }

    private Term signed() {
        boolean negative = false;
        while (true) {
            if (takes("-")) {
                negative = !negative;
            } else if (!takes("+")) {
                break;
            }
        }
        Term operand = operand();
        return negative ? Term.of(value -> -value, operand) : operand;
    }

    private Term operand() {
        if (takes("(")) {
            Term inner = nested(this::comparison);
            expect(")");
            return inner;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return Term.of(value -> value, Term.constant(Double.parseDouble(number.group())));
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw unexpected();
        }
        at = name.end();
        String called = name.group();
        return takes("(") ? function(called, nested(this::arguments)) : named(called);
    }

    private Term named(String name) {
        Integer place = places.get(name.toUpperCase(Locale.ROOT));
        if (place == null) {
            throw CellError.VALUE.because(
                    "The expression names “%s”, but no driver has this name: add it to the table.".formatted(name));
        }
        return Term.name(place);
    }

    private static Term function(String name, List<Term> arguments) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "MIN" -> Term.folded(Math::min, counted(name, arguments, 1, MOST_ARGUMENTS));
            case "MAX" -> Term.folded(Math::max, counted(name, arguments, 1, MOST_ARGUMENTS));
            case "IF" -> {
                List<Term> three = counted(name, arguments, 3, 3);
                yield Term.choice(three.get(0), three.get(1), three.get(2));
            }
            case "ABS" -> Term.of(Math::abs, counted(name, arguments, 1, 1).get(0));
            case "EXP" ->
                Term.of(StrictMath::exp, counted(name, arguments, 1, 1).get(0));
            case "LN" -> Term.of(Term::logarithm, counted(name, arguments, 1, 1).get(0));
            default ->
                throw CellError.VALUE.because(
                        "The expression calls “%s”: it knows MIN, MAX, IF, ABS, EXP and LN.".formatted(name));
        };
    }

    private static List<Term> counted(String name, List<Term> arguments, int least, int most) {
        if (arguments.size() < least || arguments.size() > most) {
            throw CellError.VALUE.because("%s takes %s arguments, and %d are given in the expression."
                    .formatted(
                            name.toUpperCase(Locale.ROOT),
                            least == most ? String.valueOf(least) : "%d to %d".formatted(least, most),
                            arguments.size()));
        }
        return arguments;
    }

    private List<Term> arguments() {
        List<Term> arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
        } while (takes(",") || takes(";"));
        expect(")");
        return arguments;
    }

    private <T> T nested(Supplier<T> inner) {
        if (++depth > DEEPEST) {
            throw CellError.VALUE.because("The expression nests brackets deeper than %d.".formatted(DEEPEST));
        }
        T read = inner.get();
        depth--;
        return read;
    }

    private boolean takes(String symbol) {
        skipSpaces();
        if (text.startsWith(symbol, at)) {
            at += symbol.length();
            return true;
        }
        return false;
    }

    private void expect(String symbol) {
        if (!takes(symbol)) {
            throw unexpected();
        }
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private CellException unexpected() {
        return CellError.VALUE.because(
                at >= text.length()
                        ? "The expression ends too early: a number, a driver or a bracket is missing."
                        : "The expression cannot be read from “%s” on, at character %d."
                                .formatted(text.substring(at, Math.min(text.length(), at + 20)), at + 1));
    }
}
