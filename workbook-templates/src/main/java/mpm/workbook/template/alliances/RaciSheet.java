package mpm.workbook.template.alliances;

import java.util.List;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Raci;
import mpm.workbook.template.Raci.Task;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Tasks and roles: one answers for each task, at least one does it. */
final class RaciSheet implements Sheet.Design {

    private static final List<String> ROLES = List.of(
            "CMO",
            "Partner Marketing Lead",
            "Demand Lead",
            "Revenue Operations",
            "Sales Leader",
            "Finance Partner",
            "Partner's manager");

    private static final List<Task> TASKS = List.of(
            new Task("Choose partners", "ARC-CI-"),
            new Task("Agree joint goals", "AR--C-R"),
            new Task("Grant funds", "IRI-CAI"),
            new Task("Co-write content", "-ARI--R"),
            new Task("Run joint campaigns", "IARC--R"),
            new Task("Register joint leads", "-CIA--R"),
            new Task("Hand leads to sales", "--RAI-I"),
            new Task("Accept leads within 48 hours", "-IICR-I"),
            new Task("Send back unfit leads", "-ICAA-I"),
            new Task("Approve claims", "-R-I-AC"),
            new Task("Share pipeline figures", "IAICI-R"),
            new Task("Review partners each quarter", "ARCICIC"));

    private final Draft draft;
    private final Page page;

    RaciSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 30, 13, 13, 13, 13, 13, 13, 13, 3, 30, 7, 7, 7, 7, 17, 2);
        draft.head(page, "RACI", "P", "B", "C", "D", "E", "F", "G", "H", "I", "K");
        page.height(6, 22)
                .put(
                        "B6",
                        "R does it, A answers for it (one for each task), C is consulted, I is informed. Add roles as columns.",
                        Looks.NOTE);
        Raci.draw(draft, page, "RaciMatrix", ROLES, TASKS);
        page.put("K6", "NO A: nobody answers. MULTIPLE A: more than one does, so nobody.", Looks.NOTE);
        page.freeze(2, 7).print("A1:Q22", PaperSize.A4_PAPER, true, 0);
    }
}
