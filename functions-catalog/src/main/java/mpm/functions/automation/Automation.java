package mpm.functions.automation;

import mpm.catalogue.Content;
import mpm.catalogue.Section;

/** Letting the workbook do the routine of planning; the permits clause is the register. */
@Section(
        value = "Automation",
        purpose = "Let the workbook know the calendar, the tasks and the checks of the planning year.",
        wholeNumbers = Section.WholeNumbers.EXACT,
        checkOrder = Section.CheckOrder.BY_KIND,
        refuses = {Content.TEXT, Content.LOGICAL})
public sealed interface Automation
        permits Checklist,
                ChecklistDue,
                ChecklistProgress,
                Fiscal,
                FiscalRange,
                Aggregate,
                Validate,
                Cycletime,
                Workplan {}
