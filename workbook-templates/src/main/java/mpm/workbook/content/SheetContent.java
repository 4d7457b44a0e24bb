package mpm.workbook.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet. Rows and columns count from 0.
 *
 * @param tab the colour of its tab
 * @param frozenRows how many rows stay in sight
 * @param widths of columns in pixels
 * @param heights of the rows that do not take theirs from their text
 * @param merges areas of which one cell takes the place of all, such as {@code B1:M1}
 */
public record SheetContent(
        String name,
        boolean hidden,
        @Nullable String tab,
        boolean gridLines,
        int frozenRows,
        int frozenColumns,
        List<Size> widths,
        List<Size> heights,
        List<Entry> cells,
        List<String> merges,
        List<Link> links,
        List<Rule> rules,
        List<Check> checks) {

    /** Of a row or a column. */
    public record Size(int index, int pixels) {}

    /**
     * A cell as it would be typed.
     *
     * @param input a number, a truth value or a text; text with an equals sign in front is a formula, an apostrophe in front
     *     makes it a text
     * @param style the index of a style of the workbook
     */
    public record Entry(int row, int column, Object input, int style) {}

    /** A click on a cell leads to another place of the workbook, such as {@code 'Annual plan'!A1}. */
    public record Link(String cell, String target) {}
}
