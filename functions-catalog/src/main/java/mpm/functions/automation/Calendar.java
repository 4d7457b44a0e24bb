package mpm.functions.automation;

import mpm.catalogue.Word;
import mpm.method.calendar.FiscalCalendar;
import mpm.method.calendar.FiscalCalendar.Naming;
import mpm.method.calendar.FiscalCalendar.Periods;
import mpm.method.calendar.FiscalCalendar.YearEnd;

/** The kinds of fiscal calendar by the words that planners know. */
public enum Calendar {
    GREGORIAN(Periods.MONTHLY),
    @Word("445")
    WEEKS_445(Periods.WEEKS_445),
    @Word("454")
    WEEKS_454(Periods.WEEKS_454),
    @Word("544")
    WEEKS_544(Periods.WEEKS_544),
    @Word("13X4")
    WEEKS_13X4(Periods.WEEKS_13X4),
    /** A 454 calendar whose other choices are made. */
    NRF(Periods.WEEKS_454);

    private final Periods periods;

    Calendar(Periods periods) {
        this.periods = periods;
    }

    /**
     * The calendar of this kind; NRF is what it is, whatever else is chosen.
     *
     * @throws mpm.cell.CellException #NUM! for a month outside 1 to 12
     */
    FiscalCalendar starting(int fyStartMonth, Naming naming, YearEnd yearEnd) {
        return this == NRF ? FiscalCalendar.NRF : new FiscalCalendar(periods, fyStartMonth, naming, yearEnd);
    }
}
