package mpm.workbook.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a cell looks; null where it looks like any other. Colours are {@code #rrggbb}.
 *
 * @param align left, center or right; numbers stand right by themselves
 * @param valign top or bottom; the middle goes without saying
 * @param indent steps from the left edge
 * @param format a number format such as 0.0%
 * @param ink the text's colour
 * @param fill the cell's colour
 * @param size of the text, in points
 * @param edges the cell's lines by their side: top, right, bottom, left
 */
public record Style(
        @Nullable Boolean bold,
        @Nullable Boolean italic,
        @Nullable Boolean underline,
        @Nullable Boolean wrap,
        @Nullable String align,
        @Nullable String valign,
        @Nullable Integer indent,
        @Nullable String format,
        @Nullable String ink,
        @Nullable String fill,
        @Nullable Double size,
        @Nullable String font,
        @Nullable Map<String, Edge> edges) {

    /**
     * A line at a cell's side.
     *
     * @param line thin, medium, thick, double, dotted, dashed or hair
     */
    public record Edge(String line, String colour) {}
}
