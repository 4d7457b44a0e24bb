package mpm.method.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.method.calendar.FiscalCalendar.Naming;
import mpm.method.calendar.FiscalCalendar.Periods;
import mpm.method.calendar.FiscalCalendar.YearEnd;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCalendarTest {

    @Property
    void everyDayLiesInThePeriodThatItsAddressNames(
            @ForAll @IntRange(min = 800, max = 2_900_000) int day,
            @ForAll Periods periods,
            @ForAll @IntRange(min = 1, max = 12) int startMonth,
            @ForAll Naming naming,
            @ForAll YearEnd yearEnd,
            @ForAll Grain grain) {
        FiscalCalendar calendar = new FiscalCalendar(periods, startMonth, naming, yearEnd);
        LocalDate date = LocalDate.of(1899, 12, 30).plusDays(day);

        FiscalPeriod period = calendar.at(date, grain);

        assertThat(date).isBetween(period.first(), period.last());
        assertThat(calendar.find(period.address())).contains(period);
        assertThat(calendar.at(period.first(), grain)).isEqualTo(period);
        assertThat(calendar.at(period.last(), grain)).isEqualTo(period);
        assertThat(calendar.at(period.last().plusDays(1), grain).first())
                .isEqualTo(period.last().plusDays(1));
    }

    @Property
    void quartersAreMadeOfPeriodsAndAYearOfWeeksEndsOnASaturday(
            @ForAll @IntRange(min = 1950, max = 2100) int year,
            @ForAll Periods periods,
            @ForAll @IntRange(min = 1, max = 12) int startMonth,
            @ForAll YearEnd yearEnd) {
        FiscalCalendar calendar = new FiscalCalendar(periods, startMonth, Naming.END, yearEnd);
        FiscalPeriod all = calendar.find("FY" + year).orElseThrow();
        for (int quarter = 1; quarter <= 4; quarter++) {
            FiscalPeriod whole = calendar.find("FY" + year + "-Q" + quarter).orElseThrow();
            int last = quarter == 4 && periods == Periods.WEEKS_13X4 ? 13 : 3 * quarter;
            assertThat(whole.first())
                    .isEqualTo(calendar.find("FY%d-P%d".formatted(year, 3 * quarter - 2))
                            .orElseThrow()
                            .first());
            assertThat(whole.last())
                    .isEqualTo(calendar.find("FY%d-P%d".formatted(year, last))
                            .orElseThrow()
                            .last());
        }
        if (periods != Periods.MONTHLY) {
            assertThat(all.last().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
            LocalDate monthEnd = LocalDate.of(year, 12, 31).plusMonths(startMonth - 1);
            LocalDate nominalEnd = startMonth == 1
                    ? monthEnd
                    : LocalDate.of(year, startMonth, 1).minusDays(1);
            assertThat(all.last())
                    .isBetween(
                            nominalEnd.minusDays(yearEnd == YearEnd.LAST ? 6 : 3),
                            nominalEnd.plusDays(yearEnd == YearEnd.LAST ? 0 : 3));
        }
    }

    @Test
    void theRetailersYearsOf53WeeksAreThoseOfTheirFederation() {
        List<Integer> long53 = IntStream.rangeClosed(2001, 2027)
                .filter(year ->
                        FiscalCalendar.NRF.find("FY%d-W53".formatted(year)).isPresent())
                .boxed()
                .toList();
        assertThat(long53).containsExactly(2006, 2012, 2017, 2023);
        assertThat(FiscalCalendar.NRF.find("FY2023-P12").orElseThrow().first()).isEqualTo(LocalDate.of(2023, 12, 31));
    }

    @Test
    void weeksFollowThePatternAndThe53rdJoinsTheLastPeriod() {
        assertThat(weeks(Periods.WEEKS_445, 2022)).containsExactly(4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6);
        assertThat(weeks(Periods.WEEKS_454, 2021)).containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4);
        assertThat(weeks(Periods.WEEKS_544, 2021)).containsExactly(5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4);
        assertThat(weeks(Periods.WEEKS_13X4, 2022)).containsExactly(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5);
    }

    /** A calendar year that ends on the last Saturday of December: 2022 ends on the 31st and has 53 weeks. */
    private static List<Integer> weeks(Periods periods, int year) {
        FiscalCalendar calendar = new FiscalCalendar(periods, 1, Naming.END, YearEnd.LAST);
        return Stream.iterate(1, number -> number + 1)
                .map(number -> calendar.find("FY%d-P%d".formatted(year, number)))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .map(period ->
                        (int) (period.last().toEpochDay() - period.first().toEpochDay() + 1) / 7)
                .toList();
    }

    @Test
    void aYearIsNamedAfterItsEndOrItsStart() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        assertThat(gregorian(7, Naming.END).at(day, Grain.YEAR).year()).isEqualTo(2027);
        assertThat(gregorian(7, Naming.START).at(day, Grain.YEAR).year()).isEqualTo(2026);
        assertThat(gregorian(1, Naming.START).at(day, Grain.YEAR).year()).isEqualTo(2026);
    }

    @Test
    void aMonthOfTheCalendarIsAPeriodOfAYearOfMonths() {
        assertThat(gregorian(7, Naming.END).find(" 2027-02 ").orElseThrow().address())
                .isEqualTo("FY2027-P08");
        assertThat(FiscalCalendar.NRF.find("2027-02")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "FY27", "FY2027-", "FY2027-Q0", "FY2027-Q5", "FY2027-Q01", "FY2027-P0", "FY2027-P13", "FY2027-P003",
                "FY2027-W54", "FY1900", "FY9999", "2027-13", "2027-00", "1900-05", "9999-01", "2027-2", "FY2027-M1",
                "46388", "2027"
            })
    void anythingElseNamesNothing(String address) {
        assertThat(gregorian(7, Naming.END).find(address)).isEmpty();
    }

    @Test
    void aMonthThatIsNoneIsRefused() {
        assertThatThrownBy(() -> gregorian(0, Naming.END))
                .isInstanceOfSatisfying(
                        CellException.class,
                        failure -> assertThat(failure.error()).isEqualTo(CellError.NUM));
    }

    private static FiscalCalendar gregorian(int startMonth, Naming naming) {
        return new FiscalCalendar(Periods.MONTHLY, startMonth, naming, YearEnd.LAST);
    }
}
