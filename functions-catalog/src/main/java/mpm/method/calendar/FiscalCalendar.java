package mpm.method.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mpm.cell.CellError;

/**
 * How a company divides time into fiscal years, and these into quarters, periods and weeks.
 *
 * <p>A fiscal year belongs to the calendar year in which the month before its first one ends: its nominal year, also when a
 * year of weeks runs on into the first days of January.
 *
 * <p>Source of {@link #NRF}: the 4-5-4 calendar of the National Retail Federation; its years of 53 weeks are 2006, 2012, 2017
 * and 2023.
 *
 * @param startMonth the month with which the year begins, 1 to 12
 * @param yearEnd of a year of weeks; a year of months ends with its last month
 */
public record FiscalCalendar(Periods periods, int startMonth, Naming naming, YearEnd yearEnd) {

    /** The calendar of American retailers. */
    public static final FiscalCalendar NRF = new FiscalCalendar(Periods.WEEKS_454, 2, Naming.START, YearEnd.NEAREST);

    private static final int DAYS = 7;
    private static final int WEEKS_A_QUARTER = 13;
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int PERIODS_A_QUARTER = 3;
    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 9998;
    private static final Pattern ADDRESS = Pattern.compile("FY(\\d{4})(?:-(Q\\d|[PW]\\d\\d?))?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");

    /** Into what a fiscal year is divided. In a year of weeks the 53rd week belongs to the last period. */
    public enum Periods {
        /** Twelve calendar months. */
        MONTHLY(12, 0, 0),
        /** Quarters of four, four and five weeks. */
        WEEKS_445(12, 4, 8),
        /** Quarters of four, five and four weeks. */
        WEEKS_454(12, 4, 9),
        /** Quarters of five, four and four weeks. */
        WEEKS_544(12, 5, 9),
        /** Thirteen periods of four weeks. */
        WEEKS_13X4(13, 0, 0);

        private final int count;
        private final int weeksBeforeSecond;
        private final int weeksBeforeThird;

        /** How many there are, and how many weeks of a quarter lie before its second and its third period. */
        Periods(int count, int weeksBeforeSecond, int weeksBeforeThird) {
            this.count = count;
            this.weeksBeforeSecond = weeksBeforeSecond;
            this.weeksBeforeThird = weeksBeforeThird;
        }

        /** The weeks of the year that come before a period. */
        private int weeksBefore(int period) {
            if (this == WEEKS_13X4) {
                return 4 * (period - 1);
            }
            int quarters = (period - 1) / PERIODS_A_QUARTER;
            return quarters * WEEKS_A_QUARTER
                    + switch ((period - 1) % PERIODS_A_QUARTER) {
                        case 0 -> 0;
                        case 1 -> weeksBeforeSecond;
                        default -> weeksBeforeThird;
                    };
        }
    }

    /** The calendar year after which a fiscal year is named. */
    public enum Naming {
        /** That in which it ends. */
        END,
        /** That in which it starts. */
        START
    }

    /** The Saturday with which a year of weeks ends. */
    public enum YearEnd {
        /** The last one of the last month. */
        LAST,
        /** The one nearest to the end of the last month. */
        NEAREST
    }

    /** @throws mpm.cell.CellException #NUM! for a month that is none */
    public FiscalCalendar {
        if (startMonth < 1 || startMonth > MONTHS) {
            throw CellError.NUM.because(
                    "A fiscal year starts in a month from 1 to 12, not in month %d: give 7 for July."
                            .formatted(startMonth));
        }
    }

    /** A fiscal year by its nominal year. */
    private record Year(int nominal, LocalDate first, LocalDate last) {}

    /** The year, quarter, period or week in which a day lies. */
    public FiscalPeriod at(LocalDate day, Grain grain) {
        int nominal = day.getYear() - 1;
        while (day.isAfter(lastDay(nominal))) {
            nominal++;
        }
        Year year = year(nominal);
        int number = 1;
        while (day.isAfter(lastDay(year, grain, number))) {
            number++;
        }
        return period(year, grain, number);
    }

    /**
     * What an address names: {@code FY2027}, {@code FY2027-Q1}, {@code FY2027-P3}, {@code FY2027-W07} or, where the periods
     * are months, the calendar month {@code 2027-03}; in upper or lower case.
     *
     * @return nothing for anything else, for years outside 1901 to 9998, and for what the year does not have
     */
    public Optional<FiscalPeriod> find(String address) {
        String written = address.strip().toUpperCase(Locale.ROOT);
        Matcher month = MONTH.matcher(written);
        if (periods == Periods.MONTHLY && month.matches() && isKnown(Integer.parseInt(month.group(1)))) {
            return Optional.of(at(YearMonth.parse(written).atDay(1), Grain.PERIOD));
        }
        Matcher parts = ADDRESS.matcher(written);
        if (!parts.matches() || !isKnown(Integer.parseInt(parts.group(1)))) {
            return Optional.empty();
        }
        Year year = year(nominal(Integer.parseInt(parts.group(1))));
        String part = parts.group(2);
        if (part == null) {
            return Optional.of(period(year, Grain.YEAR, 1));
        }
        Grain grain = switch (part.charAt(0)) {
            case 'Q' -> Grain.QUARTER;
            case 'P' -> Grain.PERIOD;
            default -> Grain.WEEK;
        };
        int number = Integer.parseInt(part.substring(1));
        return number >= 1 && number <= count(year, grain)
                ? Optional.of(period(year, grain, number))
                : Optional.empty();
    }

    private static boolean isKnown(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private boolean isNamedAfterNominalYear() {
        return naming == Naming.END || startMonth == 1;
    }

    private int nominal(int name) {
        return isNamedAfterNominalYear() ? name : name + 1;
    }

    private Year year(int nominal) {
        return new Year(nominal, lastDay(nominal - 1).plusDays(1), lastDay(nominal));
    }

    private LocalDate lastDay(int nominal) {
        LocalDate monthEnd =
                YearMonth.of(nominal, startMonth == 1 ? MONTHS : startMonth - 1).atEndOfMonth();
        if (periods == Periods.MONTHLY) {
            return monthEnd;
        }
        LocalDate latest = yearEnd == YearEnd.LAST ? monthEnd : monthEnd.plusDays(DAYS / 2);
        return latest.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    }

    private int count(Year year, Grain grain) {
        return switch (grain) {
            case YEAR -> 1;
            case QUARTER -> QUARTERS;
            case PERIOD -> periods.count;
            case WEEK -> (int) ((year.last().toEpochDay() - year.first().toEpochDay()) / DAYS) + 1;
        };
    }

    private FiscalPeriod period(Year year, Grain grain, int number) {
        return new FiscalPeriod(
                grain,
                isNamedAfterNominalYear() ? year.nominal() : year.nominal() - 1,
                number,
                firstDay(year, grain, number),
                lastDay(year, grain, number));
    }

    private LocalDate firstDay(Year year, Grain grain, int number) {
        return switch (grain) {
            case YEAR -> year.first();
            case QUARTER -> firstDay(year, Grain.PERIOD, (number - 1) * PERIODS_A_QUARTER + 1);
            case PERIOD ->
                periods == Periods.MONTHLY
                        ? year.first().plusMonths(number - 1L)
                        : year.first().plusWeeks(periods.weeksBefore(number));
            case WEEK -> year.first().plusWeeks(number - 1L);
        };
    }

    private LocalDate lastDay(Year year, Grain grain, int number) {
        return number == count(year, grain)
                ? year.last()
                : firstDay(year, grain, number + 1).minusDays(1);
    }
}
