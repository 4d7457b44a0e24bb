package mpm.functions.automation;

import static mpm.catalogue.Stage.PLAN;

import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.calendar.FiscalCalendar.Naming;
import mpm.method.calendar.FiscalCalendar.YearEnd;
import mpm.method.calendar.FiscalPeriod;
import mpm.method.calendar.Holidays;

@WorksheetFunction(
        name = "FISCAL.RANGE",
        question = "What are the first and last day of a period, and its working days?",
        stage = PLAN,
        caution = "Only Saturdays, Sundays and the holidays you list are days off.",
        method = "The exact inverse of FISCAL; working days as Excel's NETWORKDAYS.",
        related = {"FISCAL", "CHECKLIST.DUE"})
@Example(
        formula = "=MPM.FISCAL.RANGE(\"FY2027-Q1\", 7)",
        shows = "{\"Start\",\"End\",\"Days\",\"Workdays\";46204,46295,92,66}",
        because = "The first quarter of a year from July: 1 July to 30 September 2026.")
@Example(
        formula = "=MPM.FISCAL.RANGE(\"2027-02\", 7, , , , 46433, FALSE)",
        shows = "{46419,46446,28,19}",
        because = "A calendar month, one of its working days a holiday.")
@Example(
        formula = "=MPM.FISCAL.RANGE(\"FY2027-P13\", 7)",
        shows = "#N/A",
        because = "A year of months has no thirteenth period.")
public record FiscalRange(
        @Argument("FY2027, FY2027-Q1, FY2027-P03 or FY2027-W07; a month as 2027-03 where the periods are months.")
        String period,

        @Argument(value = "The month in which the fiscal year starts, 1 to 12.", otherwise = "1")
        int fyStartMonth,

        @Argument(
                value =
                        "GREGORIAN months; 445, 454 or 544 weeks a quarter; 13X4 weeks; or NRF, the retailers' calendar,"
                                + " which sets the other choices itself.",
                otherwise = "GREGORIAN")
        Calendar calendar,

        @Argument(
                value = "END names the year after the year it ends in, START after the one it starts in.",
                otherwise = "END")
        Naming naming,

        @Argument(
                value = "Years of weeks end on the LAST Saturday of the last month, or the one NEAREST to its end.",
                otherwise = "LAST")
        YearEnd yearEnd,

        @Argument("Days off besides Saturday and Sunday.") Optional<Holidays> holidays)
        implements Automation, Computed<Table<FiscalRange.Line>> {

    /** The one row. */
    public record Line(
            @Column(value = "Start", meaning = "The first day.")
            Moment start,

            @Column(value = "End", meaning = "The last day.")
            Moment end,

            @Column(value = "Days", meaning = "How many days it has.")
            double days,

            @Column(value = "Workdays", meaning = "How many of them are worked.")
            double workdays) {}

    @Override
    public Table<Line> value() {
        FiscalPeriod found = calendar.starting(fyStartMonth, naming, yearEnd)
                .find(period)
                .orElseThrow(() -> CellError.NA.because(
                        "Unknown period “%s”: write FY2027, FY2027-Q1, FY2027-P03 or FY2027-W07, as the year has them."
                                .formatted(period.strip())));
        Moment start = Moment.of(found.first());
        Moment end = Moment.of(found.last());
        return Table.of(
                Line.class,
                List.of(new Line(
                        start,
                        end,
                        end.day() - start.day() + 1,
                        holidays.orElse(Holidays.NONE).workingDays(start.day(), end.day()))));
    }
}
