package mpm.method.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Moment;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private static final long MINUTE = 60_000;
    /** A Friday. */
    private static final double FRIDAY = 46003;

    private final WorkingTime nineToFive = WorkingTime.ofWorkingDays(Holidays.NONE, 9, 17);

    @Test
    void theClockStandsFromFridayEveningToMondayMorning() {
        assertThat(nineToFive.hours(new Moment(46003.625), new Moment(46006.4375)))
                .isEqualTo(3.5);
    }

    @Test
    void theClockRunsOnlyWhileItIsOpen() {
        assertThat(hours(FRIDAY, 7, 8)).isZero();
        assertThat(hours(FRIDAY, 8, 10)).isEqualTo(1);
        assertThat(hours(FRIDAY, 16.5, 23)).isEqualTo(.5);
        assertThat(hours(FRIDAY, 0, 24)).isEqualTo(8);
        assertThat(hours(FRIDAY + 1, 0, 48)).isZero();
    }

    @Test
    void aHolidayIsNotWorked() {
        WorkingTime closed = WorkingTime.ofWorkingDays(Holidays.on((long) FRIDAY), 9, 17);
        assertThat(closed.hours(new Moment(FRIDAY - 1), new Moment(FRIDAY + 4))).isEqualTo(16);
        assertThat(closed.hours(new Moment(FRIDAY + .4), new Moment(FRIDAY + .6)))
                .isZero();
    }

    @Test
    void hoursMayOpenAtHalfPast() {
        WorkingTime early = WorkingTime.ofWorkingDays(Holidays.NONE, 8.5, 24);
        assertThat(early.hours(new Moment(FRIDAY), new Moment(FRIDAY + 1))).isEqualTo(15.5);
    }

    @Test
    void exactlyADayIsExactlyTwentyFourHours() {
        WorkingTime always = WorkingTime.aroundTheClock();
        // In doubles the difference of the serials is not 1.
        assertThat(always.milliseconds(new Moment(46003.1), new Moment(46004.1)))
                .isEqualTo(Moment.DAY);
        assertThat(always.hours(new Moment(46003.1), new Moment(46004.1))).isEqualTo(24);
        assertThat(always.hours(new Moment(FRIDAY + 1), new Moment(FRIDAY + 3))).isEqualTo(48);
    }

    @Test
    void aWholeDayThatIsWorkedThroughIsTwentyFourHours() {
        WorkingTime all = WorkingTime.ofWorkingDays(Holidays.NONE, 0, 24);
        assertThat(all.hours(new Moment(FRIDAY - 4), new Moment(FRIDAY + 3))).isEqualTo(120);
    }

    @Test
    void backwardsTheTimeIsNegative() {
        assertThat(nineToFive.hours(new Moment(FRIDAY + .5), new Moment(FRIDAY)))
                .isEqualTo(-3);
    }

    @Test
    void eightThousandYearsTakeNoLongerThanADay() {
        assertThat(nineToFive.hours(new Moment(61), new Moment(2_958_465)))
                .isEqualTo(8.0 * Holidays.NONE.workingDays(61, 2_958_464));
    }

    @RepeatedTest(100)
    void theTimeIsThatCountedMinuteByMinute(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long start = 46_000 * 1440L + random.nextLong(20 * 1440);
        long end = start + random.nextLong(20 * 1440);
        int open = random.nextInt(23);
        int close = open + 1 + random.nextInt(24 - open);
        Holidays holidays = Holidays.on(random.longs(5, 46_000, 46_040).toArray());

        long worked = 0;
        for (long minute = start; minute < end; minute++) {
            long hour = Math.floorMod(minute, 1440) / 60;
            worked += holidays.isWorkingDay(Math.floorDiv(minute, 1440)) && hour >= open && hour < close ? 1 : 0;
        }

        assertThat(WorkingTime.ofWorkingDays(holidays, open, close)
                        .milliseconds(new Moment(start / 1440.0), new Moment(end / 1440.0)))
                .isEqualTo(worked * MINUTE);
    }

    @ParameterizedTest
    @CsvSource({"-1, 17", "9, 9", "17, 9", "9, 24.5", "NaN, 17"})
    void hoursThatMakeNoDayAreRefused(double open, double close) {
        assertThatThrownBy(() -> WorkingTime.ofWorkingDays(Holidays.NONE, open, close))
                .isInstanceOfSatisfying(
                        CellException.class,
                        failure -> assertThat(failure.error()).isEqualTo(CellError.NUM));
    }

    private double hours(double day, double from, double to) {
        return nineToFive.hours(new Moment(day + from / 24), new Moment(day + to / 24));
    }
}
