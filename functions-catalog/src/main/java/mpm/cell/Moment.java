package mpm.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day with its time, as an Excel serial of the 1900 system.
 *
 * @param serial days since 30 December 1899, the time of day as a fraction; from 1 March 1900 (61) to the end of 9999
 */
public record Moment(double serial) implements Comparable<Moment> {

    /** Milliseconds in a day. */
    public static final long DAY = 86_400_000;

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final long EPOCH_DAYS_BEFORE_1970 = -EPOCH.toEpochDay();
    private static final double FIRST = 61;
    private static final double AFTER_LAST = 2_958_466;

    /**
     * Refuses what no date can be.
     *
     * @throws CellException #NUM! for a serial outside 1 March 1900 … 31 December 9999
     */
    public Moment {
        if (!(serial >= FIRST && serial < AFTER_LAST)) {
            throw CellError.NUM.because(ShortestDecimal.of(serial).toPlainString()
                    + " is no date: dates run from 1 March 1900 (61) to 31 December 9999 (2958465).");
        }
    }

    public static Moment of(LocalDate day) {
        return new Moment(ChronoUnit.DAYS.between(EPOCH, day));
    }

    /** The serial of an instant, in universal time. */
    public static Moment at(Instant instant) {
        return new Moment((instant.toEpochMilli() + EPOCH_DAYS_BEFORE_1970 * DAY) / (double) DAY);
    }

    /** The serial of the day, without its time. */
    public long day() {
        return (long) Math.floor(serial);
    }

    public LocalDate date() {
        return EPOCH.plusDays(day());
    }

    /** Whole milliseconds since the epoch of the serials, so that differences of hours are exact. */
    public long milliseconds() {
        return (long) Math.floor(serial * DAY + .5);
    }

    @Override
    public int compareTo(Moment other) {
        return Double.compare(serial, other.serial);
    }
}
