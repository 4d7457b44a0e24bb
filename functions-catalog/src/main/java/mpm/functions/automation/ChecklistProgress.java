package mpm.functions.automation;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.calendar.Occurrence;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "CHECKLIST.PROGRESS",
        question = "How far is the plan work, and what is overdue?",
        stage = EXECUTE,
        method = "Done and all tasks are summed by weight; a task due before as_of and not done is overdue.",
        caution = "A task that is only marked TRUE cannot be judged for punctuality: it stays out of On-time %.",
        related = {"CHECKLIST", "CHECKLIST.DUE"})
@Example(
        formula =
                "=MPM.CHECKLIST.PROGRESS({\"Due\",\"Done\";46206,46205;46213,TRUE;46220,\"\";46241,FALSE}, DATE(2026,7,20))",
        shows = "{\"Group\",\"Tasks\",\"Done\",\"Done %\",\"Due\",\"Overdue\",\"On-time %\",\"Next due\";"
                + "\"ALL\",4,2,0.5,3,1,0.5,46241}",
        because = "One task was done in time and one is overdue; of the one marked TRUE the day is not known.")
@Example(
        formula = "=MPM.CHECKLIST.PROGRESS({\"Phase\",\"Due\",\"Done\",\"Weight\";\"4 Commit\",46169,46171,3;"
                + "\"4 Commit\",46176,46176,1;\"5 Launch\",46190,\"\",2}, DATE(2026,6,15), FALSE)",
        shows =
                "{\"4 Commit\",2,2,1,2,0,0.5,\"\";\"5 Launch\",1,0,0,0,0,\"\",46190;\"ALL\",3,2,0.6666666667,2,0,0.5,46190}",
        because = "Two thirds of the work by weight is done.")
@Example(
        formula = "=MPM.CHECKLIST.PROGRESS({\"Due\",\"Done\";46206,\"yes\"}, DATE(2026,7,20))",
        shows = "#VALUE!",
        because = "Done holds a date, TRUE or nothing.")
public record ChecklistProgress(
        @Argument("One row for each task, with the day on which it is due and the day on which it was done.")
        Rows<Task> tasks,

        @Argument("The day for which progress is shown.") Moment asOf)
        implements Automation, Computed<Table<ChecklistProgress.Line>> {

    /** Something to be done. */
    public record Task(
            @Column(value = "Due", meaning = "The day on which it is due; blank if there is none.")
            Optional<Moment> due,

            @Column(
                    value = "Done",
                    meaning = "The day on which it was done, or TRUE; blank, FALSE or 0 while it is open.")
            Optional<Occurrence> done,

            @Column(
                    value = "Weight",
                    meaning = "Its part in Done %, 0 or more; blank is 1.",
                    optional = true,
                    otherwise = "1")
            double weight,

            @Column(value = "Phase", meaning = "The phase it belongs to: each has a line.", optional = true)
            Optional<String> phase) {}

    /** How far a phase is. */
    public record Line(
            @Column(value = "Group", meaning = "The phase, or ALL.")
            String group,

            @Column(value = "Tasks", meaning = "How many tasks there are.")
            int tasks,

            @Column(value = "Done", meaning = "How many are done.")
            int done,

            @Column(value = "Done %", meaning = "Share of the work that is done, by weight.")
            Cell donePercent,

            @Column(value = "Due", meaning = "How many are due by now, done or not.")
            int due,

            @Column(value = "Overdue", meaning = "How many were due before today and are open.")
            int overdue,

            @Column(
                    value = "On-time %",
                    meaning = "Share done by the due day, of those due whose punctuality is known.")
            Cell onTimePercent,

            @Column(value = "Next due", meaning = "The next due day of an open task.")
            Cell nextDue) {}

    /** A task as it stands on the day of judgement. */
    private record Standing(Task task, long today) {

        boolean isDone() {
            return task.done().map(Occurrence::happened).orElse(false)
                    && doneOn().map(day -> day <= today).orElse(true);
        }

        Optional<Long> doneOn() {
            return task.done().flatMap(Occurrence::at).map(Moment::day);
        }

        boolean isDue() {
            return task.due().isPresent() && task.due().get().day() <= today;
        }

        boolean isOverdue() {
            return !isDone() && isDue() && task.due().orElseThrow().day() < today;
        }

        boolean isPunctualityKnown() {
            return isOverdue() || (isDue() && isDone() && doneOn().isPresent());
        }

        boolean isOnTime() {
            return isPunctualityKnown()
                    && isDone()
                    && doneOn().orElseThrow() <= task.due().orElseThrow().day();
        }

        boolean isAhead() {
            return !isDone() && task.due().isPresent() && task.due().get().day() >= today;
        }
    }

    @Override
    public Table<Line> value() {
        for (Row<Task> row : tasks) {
            if (row.value().weight() < 0) {
                throw row.refused(CellError.NUM, "has a negative Weight: weights are 0 or more.");
            }
        }
        List<Standing> all = tasks.values().stream()
                .map(task -> new Standing(task, asOf.day()))
                .toList();
        List<Line> lines = new ArrayList<>();
        if (tasks.has("Phase")) {
            Labels.groups(all, each -> each.task().phase())
                    .forEach(phase -> lines.add(line(phase.label(), phase.members())));
        }
        lines.add(line("ALL", all));
        return Table.of(Line.class, lines);
    }

    private static Line line(String group, List<Standing> tasks) {
        int judged = count(tasks, Standing::isPunctualityKnown);
        return new Line(
                group,
                tasks.size(),
                count(tasks, Standing::isDone),
                Cell.computed(() -> shareDone(tasks)),
                count(tasks, Standing::isDue),
                count(tasks, Standing::isOverdue),
                judged == 0 ? Cell.blank() : Cell.of((double) count(tasks, Standing::isOnTime) / judged),
                tasks.stream()
                        .filter(Standing::isAhead)
                        .map(each -> new Moment(each.task().due().orElseThrow().day()))
                        .min(Comparator.naturalOrder())
                        .map(Cell::of)
                        .orElse(Cell.blank()));
    }

    private static double shareDone(List<Standing> tasks) {
        double all = weight(tasks, each -> true);
        if (all == 0) {
            throw CellError.DIV0.because("No task has a weight, so there is no share: give at least one a Weight.");
        }
        return weight(tasks, Standing::isDone) / all;
    }

    private static double weight(List<Standing> tasks, Predicate<Standing> which) {
        return Sums.of(tasks.stream()
                .filter(which)
                .mapToDouble(each -> each.task().weight())
                .toArray());
    }

    private static int count(List<Standing> tasks, Predicate<Standing> which) {
        return (int) tasks.stream().filter(which).count();
    }
}
