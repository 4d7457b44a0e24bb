package mpm.method.calendar;

import mpm.cell.CellError;
import mpm.cell.Moment;

/** A clock that measures the time between two moments: always running, or only in the hours that are worked. */
public final class WorkingTime {

    /** Milliseconds in an hour. */
    public static final long HOUR = 3_600_000;

    private final Holidays holidays;
    private final long open;
    private final long close;
    private final boolean always;

    private WorkingTime(Holidays holidays, long open, long close, boolean always) {
        this.holidays = holidays;
        this.open = open;
        this.close = close;
        this.always = always;
    }

    /** The clock that never stops: 24 hours, seven days. */
    public static WorkingTime aroundTheClock() {
        return new WorkingTime(Holidays.NONE, 0, Moment.DAY, true);
    }

    /**
     * The clock that runs between two hours of every working day.
     *
     * @param open hours after midnight, fractions allowed, at least 0
     * @param close later than open, at most 24
     * @throws mpm.cell.CellException #NUM! for hours that make no day
     */
    public static WorkingTime ofWorkingDays(Holidays holidays, double open, double close) {
        if (!(open >= 0 && open < close && close <= 24)) {
            throw CellError.NUM.because(
                    "A working day opens at 0 o'clock or later and closes after that, at 24 o'clock at the latest.");
        }
        return new WorkingTime(holidays, milliseconds(open), milliseconds(close), false);
    }

    /**
     * The time that this clock runs from one moment to another, in milliseconds; negative when the other comes first.
     *
     * <p>Both moments are first taken to the millisecond, so that exactly 24 hours are exactly 24 hours.
     */
    public long milliseconds(Moment from, Moment to) {
        return reading(to.milliseconds()) - reading(from.milliseconds());
    }

    /** The same in hours. */
    public double hours(Moment from, Moment to) {
        return (double) milliseconds(from, to) / HOUR;
    }

    /** What the clock shows at an instant. */
    private long reading(long instant) {
        if (always) {
            return instant;
        }
        long day = Math.floorDiv(instant, Moment.DAY);
        long before = holidays.workingDaysBefore(day) * (close - open);
        if (!holidays.isWorkingDay(day)) {
            return before;
        }
        long time = Math.floorMod(instant, Moment.DAY);
        return before + Math.min(Math.max(time, open), close) - open;
    }

    private static long milliseconds(double hours) {
        return (long) Math.floor(hours * HOUR + .5);
    }
}
