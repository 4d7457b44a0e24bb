package mpm.functions.accountability;

import java.util.Arrays;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.cell.Series;
import mpm.method.statistics.Pairs;

/** The forecasts of several periods, one for each or one for all. */
public record Forecasts(Series given) {

    /**
     * Reads one row or column of numbers, in which anything else is a gap, or one number.
     *
     * @throws mpm.cell.CellException #VALUE! for another shape, or one cell that holds no number
     */
    static Forecasts from(Grid cells) {
        cells.requireRowOrColumn("forecast");
        if (cells.isSingle() && !(cells.cell(0) instanceof Cell.Numeric)) {
            throw CellError.VALUE.because("forecast is “%s”, but a number is needed."
                    .formatted(cells.cell(0).shown()));
        }
        return new Forecasts(Series.of(
                cells.shape(),
                cells.cells()
                        .mapToDouble(cell -> cell instanceof Cell.Numeric number ? number.value() : Double.NaN)
                        .toArray()));
    }

    /**
     * The actual values with the forecast of each, as x and y, where both are there.
     *
     * @throws mpm.cell.CellException #N/A when the lengths differ, or there is no such pair
     */
    Pairs beside(Series actual) {
        Pairs pairs = Pairs.of(actual, given.length() == 1 ? repeated(actual.length()) : given);
        if (pairs.count() == 0) {
            throw CellError.NA.because("No period has both an actual value and a forecast: give at least one.");
        }
        return pairs;
    }

    private Series repeated(int times) {
        double[] values = new double[times];
        Arrays.fill(values, given.value(0));
        return Series.column(values);
    }
}
