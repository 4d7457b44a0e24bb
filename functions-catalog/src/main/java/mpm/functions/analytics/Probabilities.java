package mpm.functions.analytics;

import mpm.cell.Cell;
import mpm.cell.CellError;

/** The levels of confidence and significance that the functions of this section take. */
final class Probabilities {

    private Probabilities() {}

    /** @throws mpm.cell.CellException #NUM! unless it lies between 0 and 1 */
    static void require(String name, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw CellError.NUM.because("%s is %s, but it lies between 0 and 1, such as .95 or .05."
                    .formatted(name, Cell.of(probability).shown()));
        }
    }
}
