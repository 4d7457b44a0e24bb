package mpm.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mpm.cell.Cell;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Range;

/** Reads the formulas and results that examples write: a call with constants, array constants and dates. */
public final class Formula {

    /**
     * An argument of a formula.
     *
     * @param text as it is written; nothing where it is left out
     * @param value what it gives
     */
    public record Written(String text, Range value) {}

    private final String text;
    private int at;

    private Formula(String text) {
        this.text = text;
    }

    /** The call that a formula such as {@code =MPM.CASCADE(100, {1;1;1})} makes. */
    public static Call call(String formula) {
        return new Call(
                formula.substring(1, formula.indexOf('(')),
                arguments(formula).stream().map(Written::value).toList());
    }

    /** The arguments of such a formula, in their order. */
    public static List<Written> arguments(String formula) {
        Formula reader = new Formula(formula);
        reader.at = formula.indexOf('(') + 1;
        List<Written> arguments = new ArrayList<>();
        if (reader.peek() != ')') {
            arguments.add(reader.written());
            while (reader.peek() == ',') {
                reader.at++;
                arguments.add(reader.written());
            }
        }
        reader.expect(')');
        return arguments;
    }

    /** What an example shows: one value, or a range written as an array constant. */
    public static Range shown(String shows) {
        return new Formula(shows).argument();
    }

    private Written written() {
        peek();
        int start = at;
        Range value = argument();
        return new Written(text.substring(start, at).strip(), value);
    }

    private Range argument() {
        char next = peek();
        if (next == '{') {
            at++;
            return array();
        } else if (next == ',' || next == ')') {
            return Cell.blank();
        } else if (text.toUpperCase(Locale.ROOT).startsWith("DATE(", at)) {
            int end = text.indexOf(')', at);
            String[] parts = text.substring(at + 5, end).split(",", -1);
            at = end + 1;
            return Cell.of(Moment.of(LocalDate.of(
                            Integer.parseInt(parts[0].strip()),
                            Integer.parseInt(parts[1].strip()),
                            Integer.parseInt(parts[2].strip())))
                    .serial());
        }
        return constant();
    }

    private Grid array() {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        while (true) {
            row.add(constant());
            char after = peek();
            at++;
            if (after == ',') {
                continue;
            }
            rows.add(row);
            row = new ArrayList<>();
            if (after == '}') {
                return Grid.of(rows);
            } else if (after != ';') {
                throw new IllegalArgumentException("Unexpected " + after + " in " + text);
            }
        }
    }

    private Cell constant() {
        peek();
        int start = at;
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            while (text.charAt(at) != '"' || (at + 1 < text.length() && text.charAt(at + 1) == '"')) {
                at += text.charAt(at) == '"' ? 2 : 1;
            }
            at++;
        } else {
            while (at < text.length() && ",;})".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        return Literals.cell(text.substring(start, at));
    }

    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : ')';
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException("Expected " + wanted + " at " + at + " of " + text);
        }
    }
}
