package mpm.workbook.template.alliances;

import static java.util.stream.Collectors.joining;
import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
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

    /** A letter for each role; a dash for none. */
    private record Task(String name, String letters) {}

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

    private static final int FIRST = 8;
    private static final int ROOM = 24;

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
        Table<Task> matrix = page.<Task>table("RaciMatrix", "B7").input("Task", 30, Looks.TEXT.bold(), Task::name);
        for (int place = 0; place < ROLES.size(); place++) {
            int letter = place;
            matrix.choice(
                    ROLES.get(place),
                    13,
                    Looks.WORD.bold(),
                    AllianceScorecard.LETTERS.name(),
                    task -> task.letters().charAt(letter) == '-'
                            ? null
                            : task.letters().substring(letter, letter + 1));
        }
        matrix.rows(TASKS, Looks.HEADER, 22);
        page.height(7, 42);
        String letters = matrix.cells(ROLES.get(0), ROLES.get(ROLES.size() - 1));
        page.when(letters, "C8=\"A\"", Hue.NAVY, Hue.NAVY.tint(0.85));
        page.when(letters, "C8=\"R\"", Hue.NAVY, Hue.TINT.tint(-0.1));
        String rows = page.spill(
                "K7",
                formula("=MPM.RACI.CHECK(RaciMatrix[#All])"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.bold().format("0%").rule(Hue.LINE));
        page.when(rows, "$K%s=\"Clean %%\"".formatted(FIRST), Hue.NAVY, Hue.MIST);
        page.when(
                "P%s:P%s".formatted(FIRST, FIRST + ROOM - 1),
                "ISTEXT($P%1$s)*(LEN($P%1$s)>0)".formatted(FIRST),
                Hue.CORAL,
                Hue.CORAL.tint(0.9));
        page.put("K6", "NO A: nobody answers. MULTIPLE A: more than one does, so nobody.", Looks.NOTE);
        draft.check(
                "Letters of the matrix, and those that were counted",
                "=COUNTA(RaciMatrix[#Data])-ROWS(RaciMatrix[Task])",
                IntStream.rangeClosed('L', 'O')
                        .mapToObj(column ->
                                "SUMIFS('RACI'!$%1$c$8:$%1$c$31,'RACI'!$K$8:$K$31,\"Clean %%\")".formatted(column))
                        .collect(joining("+", "=", "")));
        page.freeze(2, 7).print("A1:Q22", PaperSize.A4_PAPER, true, 0);
    }
}
