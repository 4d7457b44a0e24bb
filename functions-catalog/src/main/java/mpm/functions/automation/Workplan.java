package mpm.functions.automation;

import static mpm.catalogue.Stage.PLAN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.calendar.Holidays;

@WorksheetFunction(
        name = "WORKPLAN",
        question = "When can the launch be, and which tasks must not slip?",
        stage = PLAN,
        caution = "It knows no people: two tasks of one owner may fall on the same days.",
        method =
                "The critical path over working days: each task starts when all it waits for are finished, and may slip as long"
                        + " as the end stays.",
        source = "Kelley and Walker, Critical-Path Planning and Scheduling, 1959.",
        related = {"CHECKLIST.DUE", "CHECKLIST.PROGRESS"})
@Example(
        formula =
                "=MPM.WORKPLAN({\"Id\",\"Days\",\"After\";\"Brief\",3,\"\";\"Landing page\",2,\"Brief\";\"Video\",4,\"Brief\";"
                        + "\"Launch\",1,\"Landing page;Video\"}, DATE(2027,1,4))",
        shows = "{\"Id\",\"Early start\",\"Early finish\",\"Late start\",\"Late finish\",\"Slack\",\"Critical\";"
                + "\"Brief\",46391,46393,46391,46393,0,TRUE;\"Landing page\",46394,46395,46398,46399,2,FALSE;"
                + "\"Video\",46394,46399,46394,46399,0,TRUE;\"Launch\",46400,46400,46400,46400,0,TRUE}",
        because = "The video decides: the landing page may slip by two days.")
@Example(
        formula =
                "=MPM.WORKPLAN({\"Id\",\"Days\",\"After\";\"Brief\",3,\"\";\"Approved\",0,\"Brief\"}, DATE(2027,1,4), 46392, FALSE)",
        shows = "{\"Brief\",46391,46394,46391,46394,0,TRUE;\"Approved\",46394,46394,46394,46394,0,TRUE}",
        because = "A task of 0 days is a milestone: it shows the day on which what it waits for is finished.")
@Example(
        formula = "=MPM.WORKPLAN({\"Id\",\"Days\",\"After\";\"A\",1,\"B\";\"B\",1,\"A\"}, DATE(2027,1,4))",
        shows = "#VALUE!",
        because = "Each waits for the other.")
public record Workplan(
        @Argument("One row for each task, with its working days and the tasks it waits for.")
        Rows<Task> tasks,

        @Argument("The first day on which work can begin.") Moment start,

        @Argument("Days off besides Saturday and Sunday.") Optional<Holidays> holidays)
        implements Automation, Computed<Table<Workplan.Line>> {

    /** Something to be done. */
    public record Task(
            @Column(value = "Id", meaning = "By which other tasks name it.")
            String id,

            @Column(value = "Days", meaning = "Working days it takes; 0 for a milestone.")
            Optional<Integer> days,

            @Column(value = "After", meaning = "The tasks it waits for, separated by ; or ,.", optional = true)
            Optional<String> after,

            @Column(value = "Owner", meaning = "Who does it; it is not used.", optional = true)
            Optional<String> owner) {}

    /** When a task is done. */
    public record Line(
            @Column(value = "Id", meaning = "The task.") String id,

            @Column(value = "Early start", meaning = "The first day on which it can begin.")
            Moment earlyStart,

            @Column(value = "Early finish", meaning = "The day on which it is then finished.")
            Moment earlyFinish,

            @Column(value = "Late start", meaning = "The last day on which it can begin without moving the end.")
            Moment lateStart,

            @Column(value = "Late finish", meaning = "The day by which it must be finished.")
            Moment lateFinish,

            @Column(value = "Slack", meaning = "Working days by which it may slip.")
            double slack,

            @Column(value = "Critical", meaning = "TRUE if it must not slip.")
            boolean critical) {}

    @Override
    public Table<Line> value() {
        int count = tasks.size();
        int[] days = new int[count];
        for (int place = 0; place < count; place++) {
            days[place] = days(tasks.list().get(place));
        }
        List<List<Integer>> before = predecessors();
        int[] order = order(before);
        long[] finish = new long[count];
        long[] begin = new long[count];
        for (int place : order) {
            begin[place] = before.get(place).stream()
                    .mapToLong(each -> finish[each])
                    .max()
                    .orElse(0);
            finish[place] = begin[place] + days[place];
        }
        long[] latest = new long[count];
        Arrays.fill(latest, Arrays.stream(finish).max().orElse(0));
        for (int i = count - 1; i >= 0; i--) {
            int place = order[i];
            before.get(place).forEach(each -> latest[each] = Math.min(latest[each], latest[place] - days[place]));
        }
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            long late = latest[place] - days[place];
            lines.add(new Line(
                    tasks.list().get(place).value().id().strip(),
                    first(begin[place], days[place]),
                    last(begin[place], days[place]),
                    first(late, days[place]),
                    last(late, days[place]),
                    late - begin[place],
                    late == begin[place]));
        }
        return Table.of(Line.class, lines);
    }

    private static int days(Row<Task> row) {
        int days = row.value()
                .days()
                .orElseThrow(() -> row.refused(CellError.VALUE, "has no Days: give 0 for a milestone."));
        if (days < 0) {
            throw row.refused(CellError.NUM, "has negative Days: give 0 or more.");
        }
        return days;
    }

    /** The places of the tasks that each task waits for. */
    private List<List<Integer>> predecessors() {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < tasks.size(); place++) {
            Row<Task> row = tasks.list().get(place);
            if (places.putIfAbsent(Labels.key(row.value().id()), place) != null) {
                throw row.refused(
                        CellError.VALUE,
                        "has the Id “%s” again: give each task its own."
                                .formatted(row.value().id().strip()));
            }
        }
        List<List<Integer>> before = new ArrayList<>();
        for (Row<Task> row : tasks) {
            before.add(Arrays.stream(row.value().after().orElse("").split("[;,]", -1))
                    .filter(id -> !id.isBlank())
                    .map(id -> Optional.ofNullable(places.get(Labels.key(id)))
                            .orElseThrow(() -> row.refused(
                                    CellError.VALUE,
                                    "waits for “%s”, which is no Id of the table.".formatted(id.strip()))))
                    .distinct()
                    .toList());
        }
        return before;
    }

    /** The tasks in an order in which each comes after all it waits for. */
    private int[] order(List<List<Integer>> before) {
        int count = before.size();
        int[] waiting = new int[count];
        List<List<Integer>> after = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            after.add(new ArrayList<>());
            waiting[place] = before.get(place).size();
        }
        Deque<Integer> ready = new ArrayDeque<>();
        for (int place = 0; place < count; place++) {
            int own = place;
            before.get(place).forEach(each -> after.get(each).add(own));
            if (waiting[place] == 0) {
                ready.add(place);
            }
        }
        int[] order = new int[count];
        int done = 0;
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order[done++] = next;
            for (int each : after.get(next)) {
                if (--waiting[each] == 0) {
                    ready.add(each);
                }
            }
        }
        if (done < count) {
            int stuck = 0;
            while (waiting[stuck] == 0) {
                stuck++;
            }
            throw CellError.VALUE.because(
                    "“%s” waits for itself, directly or through others: break the circle in After."
                            .formatted(tasks.list().get(stuck).value().id().strip()));
        }
        return order;
    }

    /** A milestone shows the day on which the last task before it is finished. */
    private Moment first(long begin, int days) {
        return day(days == 0 ? Math.max(begin - 1, 0) : begin);
    }

    private Moment last(long begin, int days) {
        return day(days == 0 ? Math.max(begin - 1, 0) : begin + days - 1);
    }

    private Moment day(long place) {
        return new Moment(holidays.orElse(Holidays.NONE).workingDay(start.day(), place));
    }
}
