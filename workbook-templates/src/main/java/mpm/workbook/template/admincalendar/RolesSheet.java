package mpm.workbook.template.admincalendar;

import java.util.List;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Raci;
import mpm.workbook.template.Raci.Task;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Who does what in the planning year, and whether that is clear. */
final class RolesSheet implements Sheet.Design {

    private static final List<String> PEOPLE = List.of(
            "CMO",
            "Marketing Operations",
            "Finance Partner",
            "Demand Lead",
            "Brand Lead",
            "Revenue Operations",
            "Analytics Lead");

    private static final List<Task> TASKS = List.of(
            new Task("Publish the planning calendar", "ARIIIII"),
            new Task("Set the goals of the year", "ACCRRII"),
            new Task("Share out targets and budget", "ARCCCI-"),
            new Task("Enter plan and forecast", "IA-RRC-"),
            new Task("Lock the plan", "ICAIIII"),
            new Task("Load actuals and close the month", "IRACC--"),
            new Task("Define metrics", "CAC-CCR"),
            new Task("Set alerts", "IA---CR"),
            new Task("Accept handoffs in time", "I--RRAI"),
            new Task("Disclose commitments", "ACIRRRI"),
            new Task("Hold the quarterly review", "ARCRRRC"),
            new Task("Assess maturity", "AR-CCCC"));

    private final Draft draft;
    private final Page page;

    RolesSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 30, 13, 13, 13, 13, 13, 13, 13, 2, 30, 7, 7, 7, 7, 17, 2);
        draft.head(page, "Roles", "P", "B", "C", "D", "E", "F", "G", "H", "I");
        page.section("B6:I6", "R does it, A answers for it, C is consulted, I is informed");
        page.section("K6:P6", "Is it clear?");
        Raci.draw(draft, page, "Raci", PEOPLE, TASKS);
        draft.check(
                "Tasks, and those for which exactly one answers",
                "=ROWS(Raci[Task])",
                "=COUNTIFS('Roles'!$M$8:$M$31,1,'Roles'!$K$8:$K$31,\"<>Clean %\")");
        page.freeze(2, 7).print("A1:Q26", PaperSize.A4_PAPER, true, 0);
    }
}
