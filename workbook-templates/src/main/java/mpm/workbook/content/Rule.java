package mpm.workbook.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conditional format: how cells look by what they hold. Areas are written as {@code B2:B9}. */
public sealed interface Rule {

    List<String> areas();

    /**
     * Cells look different where a formula is true.
     *
     * @param formula as the first cell of the first area reads it, with its equals sign
     * @param style the index of a style of the workbook
     * @param stop whether later rules do not count where this one holds
     */
    record Highlight(List<String> areas, String formula, int style, boolean stop) implements Rule {}

    /** Cells are filled with colours between those of the stops. */
    record ColourScale(List<String> areas, List<Stop> scale) implements Rule {}

    /**
     * Cells hold a bar, as long as their number is large.
     *
     * @param bar the bar's colour
     */
    record DataBar(List<String> areas, String bar, Stop from, Stop to) implements Rule {}

    /**
     * A point of a scale.
     *
     * @param at min, max, num, percent, percentile or formula
     * @param value of num, percent, percentile and formula
     */
    record Stop(String at, @Nullable String value, @Nullable String colour) {}
}
