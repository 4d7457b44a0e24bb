package mpm.workbook.template.admincalendar;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Who does what in the planning year, and whether that is clear. */
final class RolesSheet implements Sheet.Design {

    private static final int ROOM = 18;

    private static final List<String> PEOPLE = List.of(
            "CMO",
            "Marketing Operations",
            "Finance Partner",
            "Demand Lead",
            "Brand Lead",
            "Revenue Operations",
            "Analytics Lead");

    /** A task, and a letter for each of the people. */
    private record Task(String name, String letters) {}

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
        page.widths(2, 34, 13, 13, 13, 13, 13, 13, 13, 2, 32, 6, 6, 6, 6, 16, 2);
        draft.head(page, "Roles", "P", "B", "C", "D", "E", "F", "G", "H", "I");
        page.section("B6:I6", "R does it, A answers for it, C is consulted, I is informed");
        Table<Task> tasks = page.<Task>table("Raci", "B7").input("Task", 34, Looks.TEXT.bold(), Task::name);
        for (int person = 0; person < PEOPLE.size(); person++) {
            int place = person;
            tasks.input(PEOPLE.get(person), 13, Looks.WORD, task -> letter(task, place));
        }
        tasks.rows(TASKS, Looks.HEADER, 18);
        page.height(7, 34);
        String letters = tasks.cells(PEOPLE.get(0), PEOPLE.get(PEOPLE.size() - 1));
        page.when(letters, "C8=\"A\"", Hue.PAPER, Hue.NAVY);
        page.when(letters, "C8=\"R\"", Hue.PAPER, Hue.TEAL);
        page.section("K6:P6", "Is it clear?");
        String rows = page.spill(
                "K7",
                formula("=MPM.RACI.CHECK(Raci[#All])"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.PERCENT.format("0%").bold().left().indent(1).rule(Hue.LINE));
        page.when(rows, "AND(ISTEXT($P8),LEN($P8)>0)", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(rows, "$K8=\"Clean %\"", Hue.NAVY, Hue.MIST);
        draft.check(
                "Tasks, and those for which exactly one answers",
                "=ROWS(Raci[Task])",
                "=COUNTIFS('Roles'!M8:M25,1,'Roles'!K8:K25,\"<>Clean %\")");
        page.freeze(2, 7).print("A1:Q26", PaperSize.A4_PAPER, true, 0);
    }

    private static String letter(Task task, int person) {
        String letter = String.valueOf(task.letters().charAt(person));
        return letter.equals("-") ? "" : letter;
    }
}
