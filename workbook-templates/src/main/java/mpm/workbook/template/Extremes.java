package mpm.workbook.template;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Look;
import mpm.workbook.design.Page;

/** The rows of a table that stand furthest out, both ways: half of them from below, half from above, the lowest first. */
public final class Extremes {

    private Extremes() {}

    /** What is shown of a row: where, and which of the table's columns. */
    public record Shown(String column, String header, Look look) {}

    /**
     * Writes them.
     *
     * @param first the row of the first of them
     * @param rank the column of the table by which they stand out, no two of its figures the same
     */
    public static void draw(Page page, int first, int count, String table, String rank, Shown... shown) {
        for (int place = 1; place <= count; place++) {
            boolean isLow = place <= count / 2;
            String match = "MATCH(%s(%s[%s],%s),%2$s[%3$s],0)"
                    .formatted(isLow ? "SMALL" : "LARGE", table, rank, isLow ? place : count + 1 - place);
            for (Shown one : shown) {
                page.put(
                        one.column() + (first + place - 1),
                        formula("=IFERROR(INDEX(%s[%s],%s),\"\")".formatted(table, one.header(), match)),
                        one.look());
            }
        }
    }
}
