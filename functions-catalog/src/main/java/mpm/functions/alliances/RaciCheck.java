package mpm.functions.alliances;

import static mpm.catalogue.Stage.PLAN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Others;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Table;

@WorksheetFunction(
        name = "RACI.CHECK",
        question = "Is it clear who does and who answers for each task?",
        stage = PLAN,
        method = "A task is clean if exactly one person answers for it, at least one does it, nobody holds "
                + "a second letter beside R or A, and only the letters R, A, C and I occur.",
        caution = "A clean matrix says that roles are written down, not that people agree to them.",
        related = "HANDOFF.SLA")
@Example(
        formula = "=MPM.RACI.CHECK({\"Task\",\"CMO\",\"Marketing Operations\",\"Finance Partner\";"
                + "\"Publish planning calendar\",\"A\",\"R\",\"I\";\"Lock plan version\",\"C\",\"R\",\"R\"})",
        shows = "{\"Task\",\"R\",\"A\",\"C\",\"I\",\"Problem\";\"Publish planning calendar\",1,1,0,1,\"\";"
                + "\"Lock plan version\",2,0,1,0,\"NO A\";\"Clean %\",3,1,1,1,0.5}",
        because = "Nobody answers for the lock.")
@Example(
        formula = "=MPM.RACI.CHECK({\"Task\",\"CMO\",\"Analytics Lead\";\"Set alert rules\",\"A\",\"A/R\"},FALSE)",
        shows = "{\"Set alert rules\",1,2,0,0,\"MULTIPLE A\";\"Clean %\",1,2,0,0,0}",
        because = "Two people answer for one task, so nobody does.")
@Example(
        formula = "=MPM.RACI.CHECK({\"Task\";\"Set alert rules\"})",
        shows = "#VALUE!",
        because = "The table has no column for a person.")
public record RaciCheck(
        @Argument("A row for each task and a column for each person, with the letters R, A, C and I.")
        Rows<Task> matrix)
        implements Alliances, Computed<Table<RaciCheck.Line>> {

    private static final String SEPARATORS = "/,+;&| \t\u00a0";

    /** What a person has to do with a task. */
    private enum Letter {
        R,
        A,
        C,
        I
    }

    /** A task and who has to do with it. */
    public record Task(
            @Column(value = "Task", meaning = "What is to be done.")
            Cell task,

            @Others(
                    value = "person",
                    meaning = "R does it, A answers for it, C is consulted, I is informed.",
                    required = true)
            Map<String, Cell> persons) {}

    /** A line of the check. */
    public record Line(
            @Column(value = "Task", meaning = "The task, or Clean %.")
            Cell task,

            @Column(value = "R", meaning = "How many persons do it.")
            int responsible,

            @Column(value = "A", meaning = "How many persons answer for it.")
            int accountable,

            @Column(value = "C", meaning = "How many persons are consulted.")
            int consulted,

            @Column(value = "I", meaning = "How many persons are informed.")
            int informed,

            @Column(
                    value = "Problem",
                    meaning =
                            "NO A, MULTIPLE A, NO R, REDUNDANT, BAD LETTER, or nothing for a clean task; in the last row"
                                    + " the share of clean tasks.")
            Cell problem) {}

    @Override
    public Table<Line> value() {
        List<Line> lines =
                new ArrayList<>(matrix.values().stream().map(RaciCheck::line).toList());
        int tasks = lines.size();
        long clean = lines.stream().filter(line -> line.problem().isBlank()).count();
        lines.add(new Line(
                Cell.of("Clean %"),
                lines.stream().mapToInt(Line::responsible).sum(),
                lines.stream().mapToInt(Line::accountable).sum(),
                lines.stream().mapToInt(Line::consulted).sum(),
                lines.stream().mapToInt(Line::informed).sum(),
                Cell.of((double) clean / tasks)));
        return Table.of(Line.class, lines);
    }

    private static Line line(Task task) {
        List<Set<Letter>> held =
                task.persons().values().stream().map(RaciCheck::letters).toList();
        int accountable = holders(held, Letter.A);
        int responsible = holders(held, Letter.R);
        List<String> problems = new ArrayList<>();
        if (accountable == 0) {
            problems.add("NO A");
        }
        if (accountable > 1) {
            problems.add("MULTIPLE A");
        }
        if (responsible == 0) {
            problems.add("NO R");
        }
        if (held.stream().anyMatch(RaciCheck::isRedundant)) {
            problems.add("REDUNDANT");
        }
        if (task.persons().values().stream().anyMatch(RaciCheck::hasBadLetter)) {
            problems.add("BAD LETTER");
        }
        return new Line(
                task.task(),
                responsible,
                accountable,
                holders(held, Letter.C),
                holders(held, Letter.I),
                Cell.of(String.join(", ", problems)));
    }

    private static int holders(List<Set<Letter>> held, Letter letter) {
        return (int) held.stream().filter(letters -> letters.contains(letter)).count();
    }

    /** Whoever does a task or answers for it is consulted and informed already; whoever is consulted is informed. */
    private static boolean isRedundant(Set<Letter> letters) {
        boolean acts = letters.contains(Letter.R) || letters.contains(Letter.A);
        boolean hears = letters.contains(Letter.C) || letters.contains(Letter.I);
        return (acts && hears) || (letters.contains(Letter.C) && letters.contains(Letter.I));
    }

    private static Set<Letter> letters(Cell cell) {
        return characters(cell)
                .filter(character -> "RACI".indexOf(character) >= 0)
                .mapToObj(character -> Letter.valueOf(Character.toString(character)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Letter.class)));
    }

    private static boolean hasBadLetter(Cell cell) {
        boolean isText = cell.isBlank() || cell instanceof Cell.Text;
        return !isText || characters(cell).anyMatch(character -> ("RACI" + SEPARATORS).indexOf(character) < 0);
    }

    private static IntStream characters(Cell cell) {
        return cell instanceof Cell.Text text ? text.value().chars().map(Character::toUpperCase) : IntStream.empty();
    }
}
