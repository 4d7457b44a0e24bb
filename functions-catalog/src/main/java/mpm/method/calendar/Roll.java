package mpm.method.calendar;

import mpm.cell.CellError;

/** Where a date goes that falls on no working day. */
public enum Roll {
    /** Back to the working day before, as Excel's WORKDAY(day + 1, −1, holidays). */
    PREV(-1),
    /** On to the working day after, as Excel's WORKDAY(day − 1, 1, holidays). */
    NEXT(1),
    /** Nowhere. */
    NONE(0);

    private static final int FARTHEST = 366;

    private final int step;

    Roll(int step) {
        this.step = step;
    }

    /**
     * The day itself if it is worked or not to be moved, else the nearest working day in this direction.
     *
     * @throws mpm.cell.CellException #NUM! when there is none within 366 days
     */
    public long rolled(long day, Holidays holidays) {
        if (this == NONE) {
            return day;
        }
        for (int moved = 0; moved <= FARTHEST; moved++) {
            long candidate = day + (long) moved * step;
            if (holidays.isWorkingDay(candidate)) {
                return candidate;
            }
        }
        throw CellError.NUM.because("There is no working day within 366 days: remove some holidays.");
    }
}
