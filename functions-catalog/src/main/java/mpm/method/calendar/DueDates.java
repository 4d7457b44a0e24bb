package mpm.method.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import mpm.cell.CellError;
import mpm.cell.Moment;
import mpm.cell.ShortestDecimal;

/** When a task is due that is planned in weeks from the start of the fiscal year. */
public final class DueDates {

    private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);
    /** More than the calendar has; beyond it no sum can overflow or end in a date. */
    private static final BigDecimal TOO_FAR = BigDecimal.valueOf(3_000_000);

    private DueDates() {}

    /**
     * The day so many weeks from a start, moved onto a working day.
     *
     * @param start its time of day does not count
     * @param weeks negative before the start; a part of a week is rounded to whole days, half a day away from the start
     * @throws mpm.cell.CellException #NUM! when no working day is near, or the date lies outside the calendar
     */
    public static Moment due(Moment start, double weeks, Roll roll, Holidays holidays) {
        BigDecimal days = ShortestDecimal.of(weeks).multiply(DAYS_A_WEEK).setScale(0, RoundingMode.HALF_UP);
        if (days.abs().compareTo(TOO_FAR) > 0) {
            throw CellError.NUM.because("%s weeks from the start lie outside the calendar: give fewer weeks."
                    .formatted(ShortestDecimal.of(weeks).toPlainString()));
        }
        return new Moment(roll.rolled(start.day() + days.longValueExact(), holidays));
    }
}
