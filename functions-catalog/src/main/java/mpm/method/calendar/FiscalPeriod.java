package mpm.method.calendar;

import java.time.LocalDate;

/**
 * A year, quarter, period or week of a fiscal calendar.
 *
 * @param year the name of the fiscal year
 * @param number which of them in the year, from 1; of a year 1
 * @param first its first day
 * @param last its last day
 */
public record FiscalPeriod(Grain grain, int year, int number, LocalDate first, LocalDate last) {

    /** How workbooks write it: {@code FY2027}, {@code FY2027-Q1}, {@code FY2027-P03}, {@code FY2027-W07}. */
    public String address() {
        String name = "FY" + year;
        return switch (grain) {
            case YEAR -> name;
            case QUARTER -> name + "-Q" + number;
            case PERIOD -> name + "-P" + twoDigits(number);
            case WEEK -> name + "-W" + twoDigits(number);
        };
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
