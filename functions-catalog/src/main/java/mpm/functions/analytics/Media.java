package mpm.functions.analytics;

import java.util.ArrayList;
import java.util.List;
import mpm.catalogue.CaptionedTable;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;

/**
 * What was spent in each period, a column for each channel; a blank cell is 0.
 *
 * @param channels their names, in the order of the columns
 * @param spends of each channel, in the order of the rows
 */
public record Media(List<String> channels, List<List<Double>> spends) implements CaptionedTable {

    /**
     * Reads a range whose first row holds the channels.
     *
     * @throws mpm.cell.CellException #N/A when there is no row below the captions; #VALUE! for text among the spends
     */
    static Media from(Grid range) {
        if (range.rows() < 2) {
            throw CellError.NA.because("media has no data below its captions: select its rows as well.");
        }
        List<String> channels = new ArrayList<>();
        List<List<Double>> spends = new ArrayList<>();
        for (int column = 0; column < range.columns(); column++) {
            channels.add(range.cell(0, column).shown().strip());
            List<Double> spend = new ArrayList<>();
            for (int row = 1; row < range.rows(); row++) {
                spend.add(spend(range.cell(row, column), row, channels.get(column)));
            }
            spends.add(List.copyOf(spend));
        }
        return new Media(List.copyOf(channels), List.copyOf(spends));
    }

    private static double spend(Cell cell, int row, String channel) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        } else if (cell instanceof Cell.Text && !cell.isBlank()) {
            throw CellError.VALUE.because("Row %d of media, column %s, is “%s”, but a number is needed."
                    .formatted(row, channel, cell.shown()));
        }
        return 0;
    }

    /** What was spent on one channel, in the order of the rows. */
    double[] spend(int channel) {
        return spends.get(channel).stream().mapToDouble(each -> each).toArray();
    }

    int periods() {
        return spends.get(0).size();
    }

    int count() {
        return channels.size();
    }
}
