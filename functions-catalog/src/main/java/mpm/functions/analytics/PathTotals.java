package mpm.functions.analytics;

import java.util.Arrays;
import mpm.cell.CellError;
import mpm.cell.CellSeries;
import mpm.cell.Series;

/** What the journeys of each path add up to: conversions, money, or journeys without a conversion. */
final class PathTotals {

    private PathTotals() {}

    /**
     * A total for each path; blank is 0.
     *
     * @throws mpm.cell.CellException #N/A for another number of totals than of paths; #NUM! for a negative one
     */
    static double[] of(Series given, CellSeries paths, String name) {
        if (given.length() != paths.count()) {
            throw CellError.NA.because("The lengths differ: paths has %d cells and %s has %d."
                    .formatted(paths.count(), name, given.length()));
        }
        double[] totals = Arrays.stream(given.values())
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
        if (Arrays.stream(totals).anyMatch(total -> total < 0)) {
            throw CellError.NUM.because("A cell of %s is negative: totals are 0 or more.".formatted(name));
        }
        return totals;
    }
}
