package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import java.time.LocalDate;
import java.util.Set;
import mpm.functions.automation.AnnualChecklist;
import mpm.functions.automation.AnnualChecklist.Item;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** The annual planning checklist, to be ticked off. */
final class ChecklistSheet implements Sheet.Design {

    /** The sample company stands at C41, which is overdue; C45 is still ahead. */
    private static final Set<String> OPEN = Set.of("C41", "C45");

    private final Draft draft;
    private final Page page;

    ChecklistSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        LocalDate fiscalYearStart = draft.parameters().fiscalYearStart();
        page.widths(2);
        draft.head(page, "Annual planning checklist", "N", "B", "D", "E", "F", "H", "I", "K");
        Table<Item> tasks = page.<Item>table("Checklist", "B7")
                .check("Tick", 8, item -> !OPEN.contains(item.id()))
                .fixed("Id", 7, Looks.WORD, Item::id)
                .input("Task", 66, Looks.TEXT, Item::task)
                .input("Owner", 26, Looks.TEXT, Item::owner)
                .calculated("Due", 13, Looks.DAY, "=MPM.CHECKLIST.DUE(p_Start,[@Week])")
                .calculated(
                        "State",
                        11,
                        Looks.WORD.bold(),
                        "=IF([@Tick]=TRUE,\"Done\",IF([@Due]<p_AsOf,\"Overdue\",IF([@Due]<=p_AsOf+28,\"Next\",\"Ahead\")))")
                .input("Done on", 13, Looks.DAY, item -> doneOn(item, fiscalYearStart))
                .input("Deliverable", 40, Looks.TEXT.indent(1), Item::deliverable)
                .choice("Factor", 14, Looks.TEXT, "Factors", Item::factor)
                .choice("Stage", 10, Looks.TEXT, "Stages", Item::stage)
                .fixed("Phase", 12, Look.PLAIN, Item::phase)
                .input("Week", 8, Looks.COUNT, Item::week)
                .calculated(
                        "Done",
                        13,
                        Looks.DAY.format("[>1]d mmm yyyy;;").ink(Hue.MUTED),
                        "=IF([@Tick]=TRUE,IF([@[Done on]]=\"\",TRUE,[@[Done on]]),FALSE)")
                .rows(AnnualChecklist.ITEMS, Looks.HEADER, 16);
        headline();
        draft.check("Tasks of the checklist without a due date", "=ROWS(Checklist[Due])-COUNT(Checklist[Due])", "=0");
        page.height(7, 24);
        page.dates(tasks.cells("Done on"));
        page.when(tasks.cells("State"), "$G8=\"Overdue\"", Hue.CORAL, Hue.CORAL.tint(0.88));
        page.when(tasks.cells("State"), "$G8=\"Next\"", Hue.AMBER, Hue.AMBER.tint(0.88));
        page.when(tasks.cells("State"), "$G8=\"Done\"", Hue.TEAL, null);
        page.freeze(4, 7).print("A1:O52", PaperSize.A3_PAPER, true, 7);
    }

    private void headline() {
        Look figure = Look.PLAIN.bold().ink(Hue.NAVY).left();
        page.height(6, 22);
        page.put(
                "B6",
                formula("=COUNTIF(Checklist[Tick],TRUE)/ROWS(Checklist[Tick])"),
                Look.PLAIN.heading(13).ink(Hue.TEAL).format("0%").left());
        page.put("D6", "done. Tick a task when its deliverable exists, and enter the day.", Looks.NOTE);
        page.put("F6", formula("=COUNTIF(Checklist[State],\"Overdue\")"), figure.format("0 \"overdue\""));
        page.put("G6", formula("=COUNTIF(Checklist[State],\"Next\")"), figure.format("0 \"next\""));
    }

    /** A few days before its week is over, or after: as it goes. */
    private static @Nullable LocalDate doneOn(Item item, LocalDate fiscalYearStart) {
        if (OPEN.contains(item.id())) {
            return null;
        }
        int days = Math.floorMod(item.task().length(), 7) - 5;
        return fiscalYearStart.plusWeeks(item.week()).plusDays(days);
    }
}
