package mpm.functions.automation;

import static mpm.catalogue.Stage.PLAN;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Moment;
import mpm.method.calendar.DueDates;
import mpm.method.calendar.Holidays;
import mpm.method.calendar.Roll;

/** PREV is Excel's {@code WORKDAY(d + 1, -1, holidays)}, NEXT its {@code WORKDAY(d - 1, 1, holidays)}. */
@WorksheetFunction(
        name = "CHECKLIST.DUE",
        question = "When is a task due that is planned n weeks from the start of the fiscal year?",
        stage = PLAN,
        method = "Whole days from the first day of the fiscal year, then moved to a working day.",
        caution = "Only Saturdays, Sundays and the holidays you list are days off.",
        related = {"CHECKLIST", "CHECKLIST.PROGRESS"})
@Example(
        formula = "=MPM.CHECKLIST.DUE(DATE(2026,7,1), -3)",
        shows = "46183",
        because = "Three weeks before Wednesday, 1 July 2026, is a Wednesday: 10 June.")
@Example(
        formula = "=MPM.CHECKLIST.DUE(DATE(2027,1,1), {-26;-3;\"\"}, DATE(2026,12,11))",
        shows = "{46206;46366;\"\"}",
        because = "Friday, 11 December, is a holiday: the task moves to the day before.")
@Example(
        formula = "=MPM.CHECKLIST.DUE(DATE(2027,1,2), 2, , \"NEXT\")",
        shows = "46405",
        because = "A Saturday moves on to Monday.")
@Example(formula = "=MPM.CHECKLIST.DUE(DATE(2027,1,1), \"soon\")", shows = "#VALUE!", because = "Weeks are a number.")
public record ChecklistDue(
        @Argument("The first day of the fiscal year.") Moment fyStart,

        @Argument(
                value = "Weeks from that day, negative before it; parts of a week are rounded to whole days.",
                each = true)
        double offsetWeeks,

        @Argument("Days off besides Saturday and Sunday.") Optional<Holidays> holidays,

        @Argument(
                value = "A date on a day off moves back to the PREV or on to the NEXT working day, or NONE: it stays.",
                otherwise = "PREV")
        Roll roll)
        implements Automation, Computed<Moment> {

    @Override
    public Moment value() {
        return DueDates.due(fyStart, offsetWeeks, roll, holidays.orElse(Holidays.NONE));
    }
}
