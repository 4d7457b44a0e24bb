package mpm.functions.automation;

import static mpm.catalogue.Stage.PLAN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.Linked;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.functions.automation.AnnualChecklist.Item;
import mpm.link.ChecklistInstance;
import mpm.link.Found;
import mpm.link.Need;
import mpm.link.StoredChecklist;
import mpm.method.calendar.DueDates;
import mpm.method.calendar.Holidays;
import mpm.method.calendar.Roll;

@WorksheetFunction(
        name = "CHECKLIST",
        question = "What has to be done when, for the annual plan?",
        stage = PLAN,
        method = "A task is due its number of weeks before or after the first day of the fiscal year, "
                + "moved back to a working day where it falls on none.",
        caution = "Without a stored checklist, PASSED means that the date has passed, not that the task is undone.",
        related = "RACI.CHECK")
@Example(
        formula = "=MPM.CHECKLIST(DATE(2027,1,1), , \"Owner=Controller\")",
        shows = "{\"Id\",\"Phase\",\"Task\",\"Owner\",\"Due\",\"Deliverable\",\"Factor\",\"Stage\",\"Status\";"
                + "\"C36\",\"4 Commit\",\"Lock PLAN version; open FORECAST\",\"Controller\",46367,"
                + "\"Locked version + hash\",\"Accountability\",\"Plan\",\"\"}",
        because = "Three weeks before the year begins: Friday, 11 December 2026.")
@Example(
        formula = "=MPM.CHECKLIST(DATE(2026,7,1), DATE(2027,2,28), \"Phase=5\", , , FALSE)",
        shows = "{\"C38\",\"5 Launch\",\"Brief teams, agencies, partners; publish who-sees-what\",\"CMO\",46190,"
                + "\"Kick-off, TRANSPARENCY ≥ .9\",\"Alliances\",\"Execute\",\"PASSED\";"
                + "\"C39\",\"5 Launch\",\"Raise POs/commitments for first-quarter activity\",\"Program Owners\",46197,"
                + "\"COMMITTED loaded\",\"Automation\",\"Execute\",\"PASSED\";"
                + "\"C40\",\"5 Launch\",\"First data load and pacing check\",\"Marketing Operations\",46218,\"PACE board\","
                + "\"Automation\",\"Execute\",\"PASSED\"}")
@Example(
        formula = "=MPM.CHECKLIST(DATE(2026,7,1), , \"Owner=Nobody\")",
        shows = "#N/A",
        because = "No task has this owner.")
public record Checklist(
        @Argument("The first day of the fiscal year.") Moment fyStart,

        @Argument("The day for which the status is shown; without it there is none.")
        Optional<Moment> asOf,

        @Argument(
                value =
                        "Keeps the tasks of an owner, phase, factor or stage: Finance Partner, Measure, Owner=CMO, Stage=Plan.",
                otherwise = "")
        String filter,

        @Argument(
                value = "ANNUAL, or the code of a checklist that the service keeps, with its done tasks.",
                otherwise = "ANNUAL")
        String list,

        @Argument("Days off: a task that is due on one moves to the working day before.")
        Optional<Holidays> holidays)
        implements Automation, Linked<Table<Checklist.Task>> {

    private static final String ANNUAL = "ANNUAL";
    private static final int WEEK = 7;

    /** A task of the plan. */
    public record Task(
            @Column(value = "Id", meaning = "The task's id, C01 to C45.")
            String id,

            @Column(value = "Phase", meaning = "The phase of planning, with its number.")
            String phase,

            @Column(value = "Task", meaning = "What is to be done.")
            String task,

            @Column(value = "Owner", meaning = "The role that owns it.")
            String owner,

            @Column(value = "Due", meaning = "The working day on which it is due.")
            Moment due,

            @Column(value = "Deliverable", meaning = "What is there when it is done.")
            String deliverable,

            @Column(value = "Factor", meaning = "The success factor that it serves.")
            String factor,

            @Column(value = "Stage", meaning = "Measure, Plan or Execute.")
            String stage,

            @Column(
                    value = "Status",
                    meaning = "PASSED, THIS WEEK or AHEAD; of a stored checklist DONE, OVERDUE, THIS WEEK or AHEAD.")
            String status) {}

    /** A field of a task that a filter can name, with what a task shows in it. */
    private enum Field {
        OWNER {
            @Override
            boolean matches(Item item, String wanted) {
                return same(item.owner(), wanted)
                        || Arrays.stream(item.owner().split("\\+", -1)).anyMatch(name -> same(name, wanted));
            }
        },
        PHASE {
            @Override
            boolean matches(Item item, String wanted) {
                String[] numberAndName = item.phase().split(" ", 2);
                return same(item.phase(), wanted) || same(numberAndName[0], wanted) || same(numberAndName[1], wanted);
            }
        },
        FACTOR {
            @Override
            boolean matches(Item item, String wanted) {
                return same(item.factor(), wanted);
            }
        },
        STAGE {
            @Override
            boolean matches(Item item, String wanted) {
                return same(item.stage(), wanted);
            }
        };

        abstract boolean matches(Item item, String wanted);
    }

    @Override
    public Set<Need<?>> needs(Found found) {
        return isAnnual() ? Set.of() : Set.of(stored());
    }

    @Override
    public Table<Task> value(Found found) {
        Optional<ChecklistInstance> instance = isAnnual()
                ? Optional.empty()
                : Optional.of(found.at(stored())
                        .orElseThrow(() -> CellError.NA.because(
                                "Unknown checklist “%s”: write ANNUAL, or the code of a stored checklist."
                                        .formatted(list.strip()))));
        List<Task> tasks = AnnualChecklist.ITEMS.stream()
                .filter(this::isWanted)
                .map(item -> task(item, instance))
                .toList();
        if (tasks.isEmpty()) {
            throw CellError.NA.because(
                    "No tasks match “%s”: filter by an owner, a phase, a factor or a stage.".formatted(filter.strip()));
        }
        return Table.of(Task.class, tasks);
    }

    private boolean isAnnual() {
        return same(list, ANNUAL);
    }

    private StoredChecklist stored() {
        return new StoredChecklist(list.strip().toUpperCase(Locale.ROOT));
    }

    private boolean isWanted(Item item) {
        if (filter.isBlank()) {
            return true;
        }
        return Arrays.stream(Field.values())
                .filter(field -> filter.strip().toUpperCase(Locale.ROOT).startsWith(field.name() + "="))
                .findFirst()
                .map(field -> field.matches(item, filter.substring(filter.indexOf('=') + 1)))
                .orElseGet(() -> Arrays.stream(Field.values()).anyMatch(field -> field.matches(item, filter)));
    }

    private Task task(Item item, Optional<ChecklistInstance> instance) {
        Moment due = DueDates.due(fyStart, item.week(), Roll.PREV, holidays.orElse(Holidays.NONE));
        return new Task(
                item.id(),
                item.phase(),
                item.task(),
                item.owner(),
                due,
                item.deliverable(),
                item.factor(),
                item.stage(),
                status(item, due, instance));
    }

    private String status(Item item, Moment due, Optional<ChecklistInstance> instance) {
        Optional<Moment> done = instance.flatMap(kept -> kept.doneOn(item.id()));
        if (done.isPresent() && asOf.map(day -> done.get().day() <= day.day()).orElse(true)) {
            return "DONE";
        }
        return asOf.map(day -> due.day() < day.day()
                        ? instance.isPresent() ? "OVERDUE" : "PASSED"
                        : due.day() < day.day() + WEEK ? "THIS WEEK" : "AHEAD")
                .orElse("");
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
