package mpm.method.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Moment;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final long LAST = 2_958_465;
    /** Friday 1 January 2027. */
    private static final long NEW_YEAR = 46388;

    @Test
    void theWeekIsThatOfTheCalendarThroughoutTheYears() {
        for (long day = 61; day <= LAST; day += 997) {
            DayOfWeek dayOfWeek = new Moment(day).date().getDayOfWeek();
            assertThat(Holidays.NONE.isWorkingDay(day))
                    .as("%s", dayOfWeek)
                    .isEqualTo(dayOfWeek != DayOfWeek.SATURDAY && dayOfWeek != DayOfWeek.SUNDAY);
        }
    }

    @Test
    void aHolidayIsReadFromARangeOfAnyShapeWithoutItsTime() {
        Holidays holidays = Holidays.from(
                Grid.of(List.of(
                        List.of(new Cell.Numeric(NEW_YEAR + .75), Cell.blank(), new Cell.Text("Epiphany")),
                        List.of(Cell.of(true), new Cell.Numeric(0), new Cell.Numeric(1e300)),
                        List.of(Cell.of(Moment.of(LocalDate.of(2027, 1, 6))), new Cell.Numeric(-3), Cell.blank()))),
                DateSystem.FROM_1900);

        assertThat(holidays).isEqualTo(Holidays.on(NEW_YEAR + 5, NEW_YEAR));
        assertThat(holidays.isWorkingDay(NEW_YEAR)).isFalse();
        assertThat(holidays.isWorkingDay(NEW_YEAR - 1)).isTrue();
    }

    @Test
    void aHolidayOfAWorkbookThatCountsFrom1904IsTheSameDay() {
        Grid range = Grid.of(List.of(List.of(new Cell.Numeric(NEW_YEAR - 1462))));

        assertThat(Holidays.from(range, DateSystem.FROM_1904)).isEqualTo(Holidays.on(NEW_YEAR));
        assertThat(Holidays.from(range, DateSystem.FROM_1900)).isNotEqualTo(Holidays.on(NEW_YEAR));
    }

    @Test
    void holidaysOnAWeekendOrNamedTwiceCountOnce() {
        assertThat(Holidays.on(NEW_YEAR, NEW_YEAR + 1, NEW_YEAR + 2, NEW_YEAR))
                .isEqualTo(Holidays.on(NEW_YEAR))
                .hasSameHashCodeAs(Holidays.on(NEW_YEAR))
                .isNotEqualTo(Holidays.NONE);
    }

    @Test
    void workingDaysOfAQuarterAreThoseOfNetworkdays() {
        assertThat(Holidays.NONE.workingDays(46204, 46295)).isEqualTo(66);
        assertThat(Holidays.NONE.workingDays(45291, 45325)).isEqualTo(25);
        assertThat(Holidays.NONE.workingDays(46295, 46204)).isZero();
    }

    @RepeatedTest(50)
    void workingDaysAreThoseCountedOneByOne(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long first = 61 + random.nextLong(100_000);
        long last = first + random.nextLong(2000);
        Set<Long> off =
                random.longs(random.nextInt(60), first - 20, last + 20).boxed().collect(Collectors.toSet());
        Holidays holidays = Holidays.on(off.stream().mapToLong(day -> day).toArray());

        long[] worked = LongStream.rangeClosed(first, last)
                .filter(day -> isWorked(day, off))
                .toArray();

        assertThat(holidays.workingDays(first, last)).isEqualTo(worked.length);
        for (int place = 0; place < worked.length; place++) {
            assertThat(holidays.workingDay(first, place)).isEqualTo(worked[place]);
        }
    }

    @Test
    void aWorkingDayBeyondTheCalendarIsRefused() {
        long lastWorked = Holidays.NONE.isWorkingDay(LAST) ? LAST : Roll.PREV.rolled(LAST, Holidays.NONE);
        assertThat(Holidays.NONE.workingDay(lastWorked, 0)).isEqualTo(lastWorked);
        assertFails("beyond the year 9999", () -> Holidays.NONE.workingDay(lastWorked, 1));
    }

    @RepeatedTest(50)
    void aDateRollsAsByExcelsWorkday(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long day = 40_000 + random.nextLong(20_000);
        Set<Long> off = random.longs(12, day - 12, day + 12).boxed().collect(Collectors.toSet());
        Holidays holidays = Holidays.on(off.stream().mapToLong(each -> each).toArray());

        assertThat(Roll.PREV.rolled(day, holidays)).isEqualTo(workday(day + 1, -1, off));
        assertThat(Roll.NEXT.rolled(day, holidays)).isEqualTo(workday(day - 1, 1, off));
        assertThat(Roll.NONE.rolled(day, holidays)).isEqualTo(day);
    }

    @Test
    void aDateRollsThreeHundredAndSixtySixDaysAndNoFarther() {
        long monday = NEW_YEAR + 3;
        Holidays yearOff =
                Holidays.on(LongStream.range(monday - 366, monday + 366).toArray());
        assertThat(Roll.NEXT.rolled(monday, yearOff)).isEqualTo(monday + 366);
        assertFails("no working day within 366 days", () -> Roll.NEXT.rolled(monday - 1, yearOff));
        assertFails("no working day within 366 days", () -> Roll.PREV.rolled(monday, yearOff));
    }

    @Test
    void aTaskIsDueOnTheWorkingDayBeforeOrAfter() {
        assertThat(due(NEW_YEAR, -26, Roll.PREV, Holidays.NONE)).isEqualTo(46206);
        Holidays december = Holidays.on(46367);
        assertThat(due(NEW_YEAR + 1.9, -20, Roll.NEXT, december)).isEqualTo(46251);
        assertThat(due(NEW_YEAR + 1, -3, Roll.NEXT, december)).isEqualTo(46370);
        assertThat(due(NEW_YEAR + 1, 2, Roll.NEXT, december)).isEqualTo(46405);
        assertThat(due(NEW_YEAR + 1, 2, Roll.NONE, december)).isEqualTo(46403);
    }

    @Test
    void partsOfAWeekAreRoundedToDaysHalfAwayFromTheStart() {
        assertThat(due(NEW_YEAR, 2.5, Roll.NONE, Holidays.NONE)).isEqualTo(NEW_YEAR + 18);
        assertThat(due(NEW_YEAR, -2.5, Roll.NONE, Holidays.NONE)).isEqualTo(NEW_YEAR - 18);
        assertThat(due(NEW_YEAR, .35, Roll.NONE, Holidays.NONE)).isEqualTo(NEW_YEAR + 2);
        assertThat(due(NEW_YEAR, -.05, Roll.NONE, Holidays.NONE)).isEqualTo(NEW_YEAR);
    }

    @Test
    void aDueDateOutsideTheCalendarIsRefused() {
        assertFails("no date", () -> due(100, -6, Roll.NONE, Holidays.NONE));
        assertFails("no date", () -> due(LAST, 1, Roll.PREV, Holidays.NONE));
        assertFails("outside the calendar", () -> due(NEW_YEAR, 1e18, Roll.PREV, Holidays.NONE));
    }

    private static double due(double start, double weeks, Roll roll, Holidays holidays) {
        return DueDates.due(new Moment(start), weeks, roll, holidays).serial();
    }

    private static boolean isWorked(long day, Set<Long> off) {
        return new Moment(day).date().getDayOfWeek().getValue() <= 5 && !off.contains(day);
    }

    /** Excel's WORKDAY for one day, as its help tells it: step until a working day is met. */
    private static long workday(long start, int step, Set<Long> off) {
        long day = start + step;
        while (!isWorked(day, off)) {
            day += step;
        }
        return day;
    }

    private static void assertFails(String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CellException.class, failure -> {
            assertThat(failure.error()).isEqualTo(CellError.NUM);
            assertThat(failure.reason()).contains(words);
        });
    }
}
