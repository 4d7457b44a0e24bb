package mpm.functions.analytics;

import java.util.ArrayList;
import java.util.List;
import mpm.catalogue.CaptionedTable;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.cell.Series;

/**
 * Columns of numbers under their captions. Rows keep their places, also blank ones, since a row is a moment; a cell without a
 * number is a gap.
 *
 * @param columns in their order, at least one
 */
public record NumberTable(List<NumberTable.Named> columns) implements CaptionedTable {

    /** A column. */
    public record Named(String caption, Series values) {}

    /**
     * Reads a range whose first row holds the captions.
     *
     * @throws mpm.cell.CellException #N/A when there is no row below the captions
     */
    public static NumberTable from(Grid range) {
        if (range.rows() < 2) {
            throw CellError.NA.because("The table has no data below its captions: select its rows as well.");
        }
        List<Named> columns = new ArrayList<>();
        for (int column = 0; column < range.columns(); column++) {
            double[] values = new double[range.rows() - 1];
            for (int row = 0; row < values.length; row++) {
                values[row] = range.cell(row + 1, column) instanceof Cell.Numeric number ? number.value() : Double.NaN;
            }
            columns.add(new Named(range.cell(0, column).shown().strip(), Series.column(values)));
        }
        return new NumberTable(List.copyOf(columns));
    }

    /** How many rows there are below the captions. */
    public int rows() {
        return columns.get(0).values().length();
    }
}
