package mpm.functions.automation;

import static mpm.catalogue.Stage.PLAN;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Moment;
import mpm.method.calendar.FiscalCalendar.Naming;
import mpm.method.calendar.FiscalCalendar.YearEnd;
import mpm.method.calendar.FiscalPeriod;
import mpm.method.calendar.Grain;

@WorksheetFunction(
        name = "FISCAL",
        question = "Which fiscal period, quarter, year or week is this date in?",
        stage = PLAN,
        method = "The year's end follows from its first month; the calendars of 52 or 53 weeks end it on a "
                + "Saturday.",
        source = "National Retail Federation, 4-5-4 calendar.",
        caution =
                "A year of 52 weeks is a day or two shorter than a calendar year, and every few years a 53rd week follows: compare"
                        + " such years with care.",
        related = "CHECKLIST")
@Example(
        formula = "=MPM.FISCAL(DATE(2027,2,28), 7)",
        shows = "\"FY2027-P08\"",
        because = "The year runs from July: February is its eighth period.")
@Example(
        formula = "=MPM.FISCAL({46204;46295;46296}, 7, \"QUARTER\")",
        shows = "{\"FY2027-Q1\";\"FY2027-Q1\";\"FY2027-Q2\"}")
@Example(
        formula = "=MPM.FISCAL(DATE(2026,7,1), 7, \"YEAR\")",
        shows = "2027",
        because = "Named after the year it ends in.")
@Example(
        formula = "=MPM.FISCAL(DATE(2024,2,3), , \"WEEK\", \"NRF\")",
        shows = "\"FY2023-W53\"",
        because = "The retailers' year 2023 had 53 weeks.")
@Example(
        formula = "=MPM.FISCAL(DATE(2027,2,28), 13)",
        shows = "#NUM!",
        because = "A fiscal year starts in one of twelve months.")
public record Fiscal(
        @Argument(value = "The day to look up.", each = true)
        Moment date,

        @Argument(value = "The month in which the fiscal year starts, 1 to 12.", otherwise = "1")
        int fyStartMonth,

        @Argument(value = "Wanted: PERIOD, QUARTER, YEAR or WEEK.", otherwise = "PERIOD")
        Grain output,

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
        YearEnd yearEnd)
        implements Automation, Computed<Cell> {

    @Override
    public Cell value() {
        FiscalPeriod period = calendar.starting(fyStartMonth, naming, yearEnd).at(date.date(), output);
        return output == Grain.YEAR ? Cell.of(period.year()) : Cell.of(period.address());
    }
}
