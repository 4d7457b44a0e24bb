package mpm.workbook.template;

import java.util.function.BiConsumer;
import mpm.workbook.design.Formula;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Page;

/**
 * A value on the sheet Start that formulas use by its name.
 *
 * @param name by which formulas know it: {@code p_Lag}
 * @param says what it does, beside it
 * @param guard refuses on a page's cell what cannot be meant
 */
public record Setting(String label, String name, Object value, Look look, String says, BiConsumer<Page, String> guard) {

    private static final Look INPUT =
            Look.PLAIN.size(11).left().indent(1).input().frame(Hue.LINE);

    public static Setting text(String label, String name, String value, String says) {
        return new Setting(label, name, value, INPUT, says, (page, cell) -> {});
    }

    /** A word of a list. */
    public static Setting choice(String label, String name, String value, Words list, String says) {
        return new Setting(label, name, value, INPUT, says, (page, cell) -> page.choice(cell, list.name()));
    }

    /** A number between two. */
    public static Setting number(
            String label, String name, double value, String format, double least, double most, String says) {
        return new Setting(
                label,
                name,
                value,
                INPUT.format(format),
                says,
                (page, cell) -> page.numbers(
                        cell,
                        String.valueOf(least),
                        String.valueOf(most),
                        "Enter a number from %s to %s.".formatted(least, most)));
    }

    static Setting day(String label, String name, Object value, String says) {
        return new Setting(label, name, value, INPUT.format("d mmm yyyy"), says, Page::dates);
    }

    static Setting tick(String label, String name, boolean value, String says) {
        return new Setting(label, name, value, Look.PLAIN.checkbox().input().frame(Hue.LINE), says, (page, cell) -> {});
    }

    /** What follows from the others. */
    public static Setting calculated(String label, String name, String formula, String format, String says) {
        return new Setting(
                label, name, Formula.formula(formula), INPUT.fill(null).format(format), says, (page, cell) -> {});
    }
}
