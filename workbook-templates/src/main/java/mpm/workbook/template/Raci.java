package mpm.workbook.template;

import static java.util.stream.Collectors.joining;
import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Who does, answers for, is consulted on and is informed of each task: a matrix for a planner to fill, and whether it is clear. */
public final class Raci {

    /** The list from which the letters are chosen: a workbook with a matrix has it among its lists. */
    public static final Words LETTERS = Words.of("Letters", "RACI", "R", "A", "C", "I");

    private static final int FIRST = 8;
    private static final int ROOM = 24;

    private Raci() {}

    /**
     * A task.
     *
     * @param letters one for each role, a dash for none
     */
    public record Task(String name, String letters) {

        private @Nullable String letter(int role) {
            return letters.charAt(role) == '-' ? null : letters.substring(role, role + 1);
        }
    }

    /**
     * Writes the matrix from B7 on, and beside it, after a column's gap, six columns that judge it.
     *
     * @param table the name of the matrix
     */
    public static void draw(Draft draft, Page page, String table, List<String> roles, List<Task> tasks) {
        Table<Task> matrix = page.<Task>table(table, "B7").input("Task", 30, Looks.TEXT.bold(), Task::name);
        for (int place = 0; place < roles.size(); place++) {
            int role = place;
            matrix.choice(roles.get(place), 13, Looks.WORD.bold(), LETTERS.name(), task -> task.letter(role));
        }
        matrix.rows(tasks, Looks.HEADER, 22);
        page.height(7, 42);
        String letters = matrix.cells(roles.get(0), roles.get(roles.size() - 1));
        page.when(letters, "C8=\"A\"", Hue.NAVY, Hue.NAVY.tint(0.85));
        page.when(letters, "C8=\"R\"", Hue.NAVY, Hue.TINT.tint(-0.1));
        judge(draft, page, table, roles.size() + 3);
    }

    private static void judge(Draft draft, Page page, String table, int first) {
        String task = CellReference.convertNumToColString(first);
        String rows = page.spill(
                task + 7,
                formula("=MPM.RACI.CHECK(%s[#All])".formatted(table)),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.WORD.bold().format("0%").rule(Hue.LINE));
        page.when(rows, "$%s%s=\"Clean %%\"".formatted(task, FIRST), Hue.NAVY, Hue.MIST);
        String issue = CellReference.convertNumToColString(first + 5);
        page.when(
                "%1$s%2$s:%1$s%3$s".formatted(issue, FIRST, FIRST + ROOM - 1),
                "ISTEXT($%1$s%2$s)*(LEN($%1$s%2$s)>0)".formatted(issue, FIRST),
                Hue.CORAL,
                Hue.CORAL.tint(0.9));
        draft.check(
                "Letters of the matrix, and those that were counted",
                "=COUNTA(%1$s[#Data])-ROWS(%1$s[Task])".formatted(table),
                IntStream.rangeClosed(first + 1, first + 4)
                        .mapToObj(CellReference::convertNumToColString)
                        .map(column -> "SUMIFS('%1$s'!$%2$s$%3$s:$%2$s$%4$s,'%1$s'!$%5$s$%3$s:$%5$s$%4$s,\"Clean %%\")"
                                .formatted(page.name(), column, FIRST, FIRST + ROOM - 1, task))
                        .collect(joining("+", "=", "")));
    }
}
