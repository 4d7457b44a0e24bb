package mpm.functions.accountability;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Moment;
import mpm.method.calendar.Holidays;

/**
 * The days in which a target is to be reached.
 *
 * @param start the first day
 * @param end the last day
 * @param asOf the last day that is over
 */
record Window(long start, long end, long asOf) {

    /**
     * A window of whole days.
     *
     * @throws CellException #NUM! for an end before its start
     */
    static Window of(Moment start, Moment end, Moment asOf) {
        if (end.day() < start.day()) {
            throw CellError.NUM.because("end lies before start: swap them.");
        }
        return new Window(start.day(), end.day(), asOf.day());
    }

    /**
     * Refuses a window whose first day is not over.
     *
     * @throws CellException #N/A
     */
    void requireStarted() {
        if (asOf < start) {
            throw CellError.NA.because("not started: as_of lies before start.");
        }
    }

    /** How many days there are. */
    long days() {
        return end - start + 1;
    }

    /** How many of them are over. */
    long elapsed() {
        return lastOver() - start + 1;
    }

    long left() {
        return end - lastOver();
    }

    /** The Mondays to Fridays that are over. */
    long elapsedWorkdays() {
        return asOf < start ? 0 : Holidays.NONE.workingDays(start, lastOver());
    }

    /** The Mondays to Fridays to come. */
    long workdaysLeft() {
        return left() == 0 ? 0 : Holidays.NONE.workingDays(lastOver() + 1, end);
    }

    private long lastOver() {
        return Math.min(end, Math.max(start - 1, asOf));
    }

    /**
     * The days after which each of several periods ends: whole months where the window is made of them and they divide by the
     * periods, else equal parts.
     */
    double[] boundaries(int periods) {
        double[] ends = new double[periods];
        YearMonth first = YearMonth.from(new Moment(start).date());
        YearMonth last = YearMonth.from(new Moment(end).date());
        long months = first.until(last, ChronoUnit.MONTHS) + 1;
        boolean isOfMonths = new Moment(start).date().equals(first.atDay(1))
                && new Moment(end).date().equals(last.atEndOfMonth())
                && months % periods == 0;
        for (int period = 1; period <= periods; period++) {
            ends[period - 1] = isOfMonths
                    ? first.atDay(1)
                            .until(first.plusMonths(months / periods * period).atDay(1), ChronoUnit.DAYS)
                    : (double) days() * period / periods;
        }
        return ends;
    }
}
