package mpm.functions.accountability;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Moment;

/**
 * The last day of each period of a plan.
 *
 * @param ends as they stand in one row or column; nothing where a cell holds no date
 */
record PeriodEnds(List<Optional<LocalDate>> ends) {

    /**
     * Reads one row or column of dates, each without its time.
     *
     * @throws mpm.cell.CellException #VALUE! for a block of cells; #NUM! for a number outside the calendar
     */
    static PeriodEnds from(Grid range, DateSystem dates) {
        range.requireRowOrColumn("period_ends");
        return new PeriodEnds(range.cells()
                .map(cell -> cell instanceof Cell.Numeric number
                        ? Optional.of(dates.moment(number.value()).date())
                        : Optional.<LocalDate>empty())
                .toList());
    }

    /**
     * The serials of the days on which the periods end, before them that of the day on which the plan begins. Where that day
     * is not given, the first period is as long as the second; among month ends it ends a month, too.
     *
     * @throws mpm.cell.CellException #VALUE! for a blank, or for one date alone; #N/A where there are not as many as periods,
     *     or one more; #NUM! where they do not ascend
     */
    long[] serials(int periods) {
        if (ends.stream().anyMatch(Optional::isEmpty)) {
            throw CellError.VALUE.because("A cell of period_ends holds no date: fill it in.");
        }
        List<LocalDate> days = ends.stream().map(Optional::orElseThrow).toList();
        if (periods == 1 && days.size() == 1) {
            throw CellError.VALUE.because(
                    "One date does not say how long the period is: put the end of the period before it first.");
        }
        if (days.size() != periods && days.size() != periods + 1) {
            throw CellError.NA.because("The lengths differ: the plan has %d periods and period_ends has %d dates."
                    .formatted(periods, days.size()));
        }
        if (IntStream.range(1, days.size()).anyMatch(place -> !days.get(place).isAfter(days.get(place - 1)))) {
            throw CellError.NUM.because("The dates of period_ends do not ascend: give the oldest first.");
        }
        long[] serials = new long[periods + 1];
        int missing = serials.length - days.size();
        for (int place = missing; place < serials.length; place++) {
            serials[place] = Moment.of(days.get(place - missing)).day();
        }
        if (missing == 1) {
            serials[0] = Moment.of(before(days)).day();
        }
        return serials;
    }

    private static LocalDate before(List<LocalDate> days) {
        LocalDate first = days.get(0);
        LocalDate second = days.get(1);
        if (days.stream().allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth())) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(second));
            return YearMonth.from(first).minusMonths(months).atEndOfMonth();
        }
        return first.minusDays(ChronoUnit.DAYS.between(first, second));
    }
}
