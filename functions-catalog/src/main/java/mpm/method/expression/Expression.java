package mpm.method.expression;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import mpm.cell.CellError;

/**
 * A formula over named numbers, such as {@code visits * rate * IF(rate > 0.03, 90, 80)}, with Excel's order of operations: a
 * sign binds closer than ^, and ^ reads from left to right, so that −2^2 is 4 and 2^3^2 is 64.
 *
 * <p>Operations are + − * / ^ and the comparisons, which give 1 or 0; functions MIN, MAX, IF, ABS, EXP and LN. Names and
 * functions are read without regard to case.
 */
public final class Expression {

    private final Term term;

    private Expression(Term term) {
        this.term = term;
    }

    /**
     * Reads a formula; an equals sign before it is passed over.
     *
     * @param names what it may refer to, in the order in which their values will be given
     * @throws mpm.cell.CellException #VALUE! for a formula that cannot be read, refers to another name, or is too long, and for
     *     a name that is none or stands twice
     */
    public static Expression of(String formula, Collection<String> names) {
        return new Expression(Parser.parsed(formula, places(names)));
    }

    private static Map<String, Integer> places(Collection<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (String name : names) {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
                throw CellError.VALUE.because(
                        "“%s” is no name for a driver: use letters, digits, _ and ., a letter first.".formatted(name));
            }
            if (places.putIfAbsent(name.toUpperCase(Locale.ROOT), places.size()) != null) {
                throw CellError.VALUE.because("The driver “%s” stands twice: give each its own name.".formatted(name));
            }
        }
        return places;
    }

    /**
     * The formula's value.
     *
     * @param values of the names, in their order
     * @throws mpm.cell.CellException #DIV/0! for a division by 0 or 0 to a negative power; #NUM! for what is too large or not
     *     defined
     */
    public double at(double... values) {
        return term.at(values);
    }
}
