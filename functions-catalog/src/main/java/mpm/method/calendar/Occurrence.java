package mpm.method.calendar;

import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Moment;

/**
 * Whether something happened, and when, as planners tick it off: with a date, or with no more than TRUE.
 *
 * @param at nothing where only the fact is known
 */
public record Occurrence(boolean happened, Optional<Moment> at) {

    /**
     * Reads TRUE or 1, FALSE or 0, or a moment.
     *
     * @throws mpm.cell.CellException #VALUE! for text; #NUM! for a number that is no date
     */
    public static Occurrence from(Cell cell, DateSystem dates) {
        if (cell instanceof Cell.Logical logical) {
            return new Occurrence(logical.value(), Optional.empty());
        } else if (cell instanceof Cell.Numeric number) {
            return number.value() == 0 || number.value() == 1
                    ? new Occurrence(number.value() == 1, Optional.empty())
                    : new Occurrence(true, Optional.of(dates.moment(number.value())));
        }
        throw CellError.VALUE.because(
                "“%s” does not say whether it happened: give the date, TRUE, or nothing.".formatted(cell.shown()));
    }

    /** Whether it has happened by a moment; where only the fact is known, it has. */
    public boolean hasHappenedBy(Moment asOf) {
        return happened && at.map(moment -> moment.compareTo(asOf) <= 0).orElse(true);
    }
}
