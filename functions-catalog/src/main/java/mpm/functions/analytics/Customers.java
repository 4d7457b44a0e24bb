package mpm.functions.analytics;

import java.util.Optional;
import mpm.catalogue.Row;
import mpm.cell.CellError;
import mpm.method.customerbase.History;

/** Reads what is known of a customer's purchases from a row of a table. */
final class Customers {

    private static final double ROUNDING = 1e-9;

    private Customers() {}

    /**
     * A customer's history.
     *
     * @throws mpm.cell.CellException #VALUE! for a blank; #NUM! for figures that no customer can have
     */
    static History history(Row<?> row, Optional<Double> frequency, Optional<Double> recency, Optional<Double> age) {
        History history =
                new History(given(row, "Frequency", frequency), given(row, "Recency", recency), given(row, "T", age));
        double repeats = history.repeats();
        require(row, repeats >= 0 && repeats == Math.rint(repeats), "Frequency is a whole number, 0 or more.");
        require(row, history.age() > 0, "T is above 0.");
        require(
                row,
                history.recency() >= 0 && history.recency() <= history.age() + ROUNDING,
                "Recency lies between 0 and T: it is the customer's age at the last purchase.");
        require(
                row,
                repeats > 0 || history.recency() == 0,
                "Recency is 0 without a repeat purchase, for the first one is the last.");
        return history;
    }

    private static double given(Row<?> row, String column, Optional<Double> cell) {
        return cell.orElseThrow(
                () -> row.refused(CellError.VALUE, "of customers, column %s, is blank: fill it in.".formatted(column)));
    }

    static void require(Row<?> row, boolean holds, String sentence) {
        if (!holds) {
            throw row.refused(CellError.NUM, "of customers cannot be: " + sentence);
        }
    }
}
