package mpm.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mpm.cell.CellError;
import mpm.method.calendar.FiscalCalendar;
import mpm.method.calendar.FiscalCalendar.Periods;
import mpm.method.calendar.FiscalPeriod;
import mpm.method.calendar.Grain;

/** The periods of an organisation by their addresses. */
final class PlanCalendar {

    private static final String YEAR_TO_DATE = "YTD:";
    private static final String LAST_TWELVE_MONTHS = "LTM:";

    private final FiscalCalendar calendar;
    private final List<AdjustmentPeriod> adjustments;

    PlanCalendar(FiscalCalendar calendar, List<AdjustmentPeriod> adjustments) {
        this.calendar = calendar;
        this.adjustments = adjustments;
    }

    /**
     * The time that an address names.
     *
     * @throws mpm.cell.CellException #N/A for what is no period of this calendar
     */
    Span span(PeriodAddress address) {
        return address.day()
                .map(day -> span(calendar.at(day.date(), Grain.PERIOD)))
                .or(() -> find(address.given().shown().strip().toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> CellError.NA.because(
                        "Unknown period “%s”: write FY2027, FY2027-Q1, FY2027-P03, YTD: or LTM: before one of them, or a date."
                                .formatted(address.given().shown().strip())));
    }

    private Optional<Span> find(String written) {
        if (written.startsWith(YEAR_TO_DATE)) {
            return named(written.substring(YEAR_TO_DATE.length())).map(this::yearToDate);
        } else if (written.startsWith(LAST_TWELVE_MONTHS)) {
            return named(written.substring(LAST_TWELVE_MONTHS.length())).map(this::lastTwelveMonths);
        }
        return named(written).map(this::span);
    }

    /** A week has no figures, so it counts as unknown. */
    private Optional<FiscalPeriod> named(String address) {
        return calendar.find(address).filter(period -> period.grain() != Grain.WEEK);
    }

    /** A period of the calendar. */
    Span span(FiscalPeriod period) {
        return new Span(period.address(), leaves(period.first(), period.last()));
    }

    private Span yearToDate(FiscalPeriod period) {
        return new Span(YEAR_TO_DATE + period.address(), leaves(year(period).first(), period.last()));
    }

    private Span lastTwelveMonths(FiscalPeriod period) {
        int wanted = calendar.periods() == Periods.WEEKS_13X4 ? 13 : 12;
        List<FiscalPeriod> leaves = new ArrayList<>();
        LocalDate last = period.last();
        while (leaves.size() < wanted) {
            FiscalPeriod leaf = calendar.at(last, Grain.PERIOD);
            leaves.add(leaf);
            last = leaf.first().minusDays(1);
        }
        Collections.reverse(leaves);
        return new Span(LAST_TWELVE_MONTHS + period.address(), leaves);
    }

    /** The leaf periods from a first to a last day. */
    List<FiscalPeriod> leaves(LocalDate first, LocalDate last) {
        return periods(Grain.PERIOD, first, last);
    }

    /** The whole periods of a grain in which the days from a first to a last one lie; none if the last is before the first. */
    List<FiscalPeriod> periods(Grain grain, LocalDate first, LocalDate last) {
        List<FiscalPeriod> periods = new ArrayList<>();
        LocalDate day = first;
        while (!day.isAfter(last)) {
            FiscalPeriod period = calendar.at(day, grain);
            periods.add(period);
            day = period.last().plusDays(1);
        }
        return periods;
    }

    /** The fiscal year in which a period lies. */
    FiscalPeriod year(FiscalPeriod period) {
        return calendar.at(period.first(), Grain.YEAR);
    }

    /** The fiscal year of a name. */
    FiscalPeriod year(int name) {
        return calendar.find("FY" + name).orElseThrow();
    }

    /** The quarter or, where it is one, the year to which a period belongs; nothing above a year. */
    Optional<FiscalPeriod> above(FiscalPeriod period) {
        return switch (period.grain()) {
            case YEAR -> Optional.empty();
            case QUARTER -> Optional.of(year(period));
            case PERIOD, WEEK -> Optional.of(calendar.at(period.first(), Grain.QUARTER));
        };
    }

    /** Under which codes the values of a leaf period lie: late bookings count with the last period of their year. */
    List<String> codes(FiscalPeriod leaf) {
        List<String> codes = new ArrayList<>(List.of(leaf.address()));
        if (!adjustments.isEmpty() && leaf.last().equals(year(leaf).last())) {
            adjustments.stream()
                    .filter(adjustment -> adjustment.year() == leaf.year())
                    .forEach(adjustment -> codes.add(adjustment.code()));
        }
        return codes;
    }
}
