package mpm.method.calendar;

import java.util.Arrays;
import java.util.stream.LongStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.DateSystem;
import mpm.cell.Grid;

/** The days off in a calendar whose working week is Monday to Friday. */
public final class Holidays {

    /** Every Monday to Friday is worked. */
    public static final Holidays NONE = new Holidays(LongStream.empty());

    private static final int WEEK = 7;
    private static final int SUNDAY = 1;
    private static final int WORKED = 5;
    private static final long LAST = 2_958_465;

    /** Those that fall on Monday to Friday, ascending, each once: the others take no working day away. */
    private final long[] days;

    private Holidays(LongStream days) {
        this.days = days.filter(Holidays::isWeekday).sorted().distinct().toArray();
    }

    /** The holidays on these days, each a whole serial. */
    public static Holidays on(long... days) {
        return new Holidays(Arrays.stream(days));
    }

    /**
     * The holidays in a range of any shape: of a number the day without its time. Blanks, text and logicals are passed
     * over, and so are numbers that are no date, such as the 0 that a reference to an empty cell shows.
     */
    public static Holidays from(Grid range, DateSystem dates) {
        return new Holidays(range.cells().flatMapToLong(cell -> {
            if (cell instanceof Cell.Numeric number) {
                return day(number.value(), dates);
            }
            return cell instanceof Cell.Dated date ? LongStream.of(date.at().day()) : LongStream.empty();
        }));
    }

    private static LongStream day(double serial, DateSystem dates) {
        try {
            return LongStream.of(dates.moment(serial).day());
        } catch (CellException noDate) {
            return LongStream.empty();
        }
    }

    /** Whether the day of this serial is a Monday to Friday and no holiday. */
    public boolean isWorkingDay(long day) {
        return isWeekday(day) && Arrays.binarySearch(days, day) < 0;
    }

    /** The working days from one day to another, both included, as Excel's NETWORKDAYS; 0 when the last is before the first. */
    public long workingDays(long first, long last) {
        return last < first ? 0 : workingDaysBefore(last + 1) - workingDaysBefore(first);
    }

    /**
     * The working day so many working days after the first one on or after a day: place 0 is that first one.
     *
     * @throws mpm.cell.CellException #NUM! when it lies beyond the year 9999
     */
    public long workingDay(long start, long place) {
        if (place < 0) {
            throw new IllegalArgumentException("Working days are counted from 0.");
        }
        long wanted = workingDaysBefore(start) + place + 1;
        if (workingDaysBefore(LAST + 1) < wanted) {
            throw CellError.NUM.because(
                    "Working day %d from there lies beyond the year 9999: give fewer days.".formatted(place + 1));
        }
        long before = start;
        long reached = LAST;
        while (before < reached) {
            long middle = Math.floorDiv(before + reached, 2);
            if (workingDaysBefore(middle + 1) < wanted) {
                before = middle + 1;
            } else {
                reached = middle;
            }
        }
        return reached;
    }

    /** Working days before a day, counted from a Sunday long ago: only differences mean something. */
    long workingDaysBefore(long day) {
        long sinceSunday = day - SUNDAY;
        long weekdays = Math.floorDiv(sinceSunday, WEEK) * WORKED
                + Math.min(Math.max(Math.floorMod(sinceSunday, WEEK) - 1, 0), WORKED);
        int place = Arrays.binarySearch(days, day);
        return weekdays - (place < 0 ? -place - 1 : place);
    }

    private static boolean isWeekday(long day) {
        return Math.floorMod(day, WEEK) > SUNDAY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holidays that && Arrays.equals(days, that.days);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(days);
    }

    @Override
    public String toString() {
        return days.length + " holidays";
    }
}
