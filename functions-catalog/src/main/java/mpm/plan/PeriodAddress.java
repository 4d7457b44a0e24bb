package mpm.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.CellException;
import mpm.cell.DateSystem;
import mpm.cell.Moment;

/**
 * How a worksheet names a period: FY2027, FY2027-Q1, FY2027-P03, 2027-03, YTD:FY2027-P03, LTM:FY2027-P03, or a day that lies in it.
 *
 * @param given the cell as it stands there
 * @param day the day, where it is one
 */
public record PeriodAddress(Cell given, Optional<Moment> day) {

    /** A period by its address, or by a day in it as ISO 8601 writes it: 2027-02-28. */
    public static PeriodAddress of(String address) {
        return new PeriodAddress(Cell.of(address), day(address));
    }

    private static Optional<Moment> day(String address) {
        try {
            return Optional.of(Moment.of(LocalDate.parse(address.strip())));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Reads a text or a date; whether a text names a period only the organisation's calendar knows. */
    public static PeriodAddress from(Cell cell, DateSystem dates) {
        return new PeriodAddress(cell, day(cell, dates));
    }

    private static Optional<Moment> day(Cell cell, DateSystem dates) {
        try {
            return cell instanceof Cell.Numeric number ? Optional.of(dates.moment(number.value())) : Optional.empty();
        } catch (CellException noDate) {
            return Optional.empty();
        }
    }
}
