package mpm.method.statistics;

import mpm.cell.Cell;
import mpm.cell.CellError;

/** The levels of confidence and significance that functions take. */
public final class Probabilities {

    private Probabilities() {}

    /**
     * Refuses what is no such level.
     *
     * @param name the argument's
     * @throws mpm.cell.CellException #NUM! unless it lies between 0 and 1
     */
    public static void require(String name, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw CellError.NUM.because("%s is %s, but it lies between 0 and 1, such as .95 or .05."
                    .formatted(name, Cell.of(probability).shown()));
        }
    }
}
