package mpm.functions.assessment;

import java.util.ArrayList;
import java.util.List;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;

/** The rows of a block that hold a number in every cell. */
final class CompleteRows {

    private CompleteRows() {}

    /** @throws mpm.cell.CellException #N/A for a block without any number */
    static double[][] of(Grid block) {
        if (block.cells().noneMatch(cell -> cell instanceof Cell.Numeric)) {
            throw CellError.NA.because("There is no data: give a block of numbers.");
        }
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            double[] numbers = new double[block.columns()];
            boolean isComplete = true;
            for (int column = 0; column < numbers.length; column++) {
                if (block.cell(row, column) instanceof Cell.Numeric number) {
                    numbers[column] = number.value();
                } else {
                    isComplete = false;
                }
            }
            if (isComplete) {
                rows.add(numbers);
            }
        }
        return rows.toArray(double[][]::new);
    }
}
