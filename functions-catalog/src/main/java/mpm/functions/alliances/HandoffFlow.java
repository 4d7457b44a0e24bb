package mpm.functions.alliances;

import static java.util.Comparator.comparing;
import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import mpm.method.calendar.WorkingTime;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "HANDOFF.FLOW",
        question = "Where does work get stuck or come back?",
        stage = EXECUTE,
        caution = "Hours are clock hours, nights and weekends included. With few items a yield is an anecdote.",
        method =
                "First-pass yield is the share of items that pass a step on their first visit; the rolled yield is the product of"
                        + " these. Little check is the time of all items in the process by that of the finished ones: above 1 work"
                        + " piles up.",
        related = {"HANDOFF.SLA", "RACI.CHECK"})
@Example(
        formula =
                "=MPM.HANDOFF.FLOW({\"Item\",\"Step\",\"Enter\",\"Exit\",\"Result\";\"L1\",\"Qualify\",46000,46000.5,\"PASS\";"
                        + "\"L1\",\"Contact\",46001,46001.25,\"PASS\";\"L2\",\"Qualify\",46000.25,46000.75,\"REWORK\";"
                        + "\"L2\",\"Qualify\",46002,46002.25,\"PASS\";\"L2\",\"Contact\",46003,46003.5,\"REJECT\";"
                        + "\"L3\",\"Qualify\",46003,\"\",\"\"}, 46004)",
        shows = "{\"Step\",\"n\",\"First-pass yield\",\"Rework %\",\"Reject %\",\"Touch hours\",\"Wait hours\";"
                + "\"Qualify\",2,0.5,0.5,0,10,20;\"Contact\",2,0.5,0,0.5,9,\"\";"
                + "\"Rolled throughput yield\",0.25,\"\",\"\",\"\",\"\",\"\";\"Flow efficiency\",0.4444444444,\"\",\"\",\"\",\"\",\"\";"
                + "\"WIP\",1,\"\",\"\",\"\",\"\",\"\";\"Little check\",1.2222222222,\"\",\"\",\"\",\"\",\"\"}",
        because = "One of four leads goes through without coming back, and more than half of the time they wait.")
@Example(
        formula =
                "=MPM.HANDOFF.FLOW({\"Item\",\"Step\",\"Enter\",\"Exit\",\"Result\";\"L1\",\"Qualify\",46000,46000.5,\"PASS\"}, , FALSE)",
        shows =
                "{\"Qualify\",1,1,0,0,12,\"\";\"Rolled throughput yield\",1,\"\",\"\",\"\",\"\",\"\";\"Flow efficiency\",1,\"\",\"\",\"\",\"\",\"\";"
                        + "\"WIP\",0,\"\",\"\",\"\",\"\",\"\";\"Little check\",1,\"\",\"\",\"\",\"\",\"\"}")
@Example(
        formula =
                "=MPM.HANDOFF.FLOW({\"Item\",\"Step\",\"Enter\",\"Exit\",\"Result\";\"L1\",\"Qualify\",46000,46000.5,\"\"})",
        shows = "#VALUE!",
        because = "What left a step left it with a result.")
public record HandoffFlow(
        @Argument("One row for each visit of an item to a step, the steps in the order of the process.")
        Rows<Visit> events,

        @Argument("The moment for which it is judged; left out, the latest in the table.")
        Optional<Moment> asOf)
        implements Alliances, Computed<Table<HandoffFlow.Line>> {

    /** How a visit ends. */
    public enum Result {
        PASS,
        REWORK,
        REJECT
    }

    /** An item at a step. */
    public record Visit(
            @Column(value = "Item", meaning = "What passes through the process, such as a lead.")
            String item,

            @Column(value = "Step", meaning = "Where it is.")
            String step,

            @Column(value = "Enter", meaning = "When it came.")
            Optional<Moment> enter,

            @Column(value = "Exit", meaning = "When it left; blank while it is there.")
            Optional<Moment> exit,

            @Column(value = "Result", meaning = "PASS, REWORK or REJECT, once it has left.")
            Optional<Result> result) {

        private Moment entered() {
            return enter.orElseThrow();
        }

        private boolean isCompleted() {
            return exit.isPresent();
        }

        private boolean isBackwards() {
            return exit.isPresent() && exit.get().compareTo(entered()) < 0;
        }

        private boolean ends(Result with) {
            return isCompleted() && result.equals(Optional.of(with));
        }

        /** The visit as it is known at a moment. */
        private Visit knownBy(Moment asOf) {
            return new Visit(item, step, enter, exit.filter(left -> left.compareTo(asOf) <= 0), result);
        }
    }

    /** A step. */
    public record Line(
            @Column(value = "Step", meaning = "The step; then the figures of the whole process.")
            String step,

            @Column(value = "n", meaning = "How many items completed their first visit; below, the figure.")
            int n,

            @Column(value = "First-pass yield", meaning = "Share of them that passed on the first visit.")
            Cell firstPassYield,

            @Column(value = "Rework %", meaning = "Share of them sent back for rework at least once.")
            Cell reworkPercent,

            @Column(value = "Reject %", meaning = "Share of them rejected at least once.")
            Cell rejectPercent,

            @Column(value = "Touch hours", meaning = "Mean time of a completed visit.")
            Cell touchHours,

            @Column(value = "Wait hours", meaning = "Mean time from there to the next visit.")
            Cell waitHours) {}

    /** An item on its way, its visits in the order of their entering. */
    private record Journey(List<Visit> visits) {

        Visit first() {
            return visits.get(0);
        }

        Visit last() {
            return visits.get(visits.size() - 1);
        }

        boolean isFinished(String lastStep) {
            return last().ends(Result.REJECT) || (last().ends(Result.PASS) && isAt(last(), lastStep));
        }

        /** From the first entering to the last exit, or to the moment of judgement. */
        double hours(boolean isFinished, Moment asOf) {
            return HandoffFlow.hours(
                    first().entered(), isFinished ? last().exit().orElseThrow() : asOf);
        }

        Stream<Double> touches(Predicate<Visit> which) {
            return visits.stream()
                    .filter(which)
                    .filter(Visit::isCompleted)
                    .map(visit ->
                            HandoffFlow.hours(visit.entered(), visit.exit().orElseThrow()));
        }

        Stream<Double> waits(Predicate<Visit> which) {
            List<Double> waits = new ArrayList<>();
            for (int place = 0; place + 1 < visits.size(); place++) {
                Visit visit = visits.get(place);
                if (which.test(visit) && visit.isCompleted()) {
                    waits.add(Math.max(
                            0,
                            HandoffFlow.hours(
                                    visit.exit().orElseThrow(),
                                    visits.get(place + 1).entered())));
                }
            }
            return waits.stream();
        }
    }

    @Override
    public Table<Line> value() {
        for (Row<Visit> row : events) {
            if (row.value().enter().isEmpty()) {
                throw row.refused(CellError.VALUE, "has no Enter: give the moment at which the item came.");
            }
            if (row.value().exit().isPresent() && row.value().result().isEmpty()) {
                throw row.refused(CellError.VALUE, "has an Exit without a Result: give PASS, REWORK or REJECT.");
            }
        }
        Moment now = asOf.orElseGet(this::latest);
        List<String> steps = Labels.groups(events.values(), visit -> Optional.of(visit.step())).stream()
                .map(Labels.Group::label)
                .toList();
        List<Visit> known = events.values().stream()
                .filter(visit -> visit.entered().compareTo(now) <= 0)
                .map(visit -> visit.knownBy(now))
                .sorted(comparing(Visit::entered))
                .toList();
        List<Journey> journeys = Labels.groups(known, visit -> Optional.of(visit.item())).stream()
                .map(group -> new Journey(group.members()))
                .toList();
        List<Line> lines = steps.stream().map(step -> line(step, journeys)).toList();
        String lastStep = steps.get(steps.size() - 1);
        boolean isBackwards = known.stream().anyMatch(Visit::isBackwards);
        return Table.of(Line.class, lines)
                .footer("Rolled throughput yield", rolledYield(lines))
                .footer("Flow efficiency", isBackwards ? backwards() : efficiency(journeys))
                .footer("WIP", (int) journeys.stream()
                        .filter(journey -> !journey.isFinished(lastStep))
                        .count())
                .footer("Little check", isBackwards ? backwards() : littleCheck(journeys, lastStep, now));
    }

    private Moment latest() {
        return events.values().stream()
                .flatMap(visit -> Stream.concat(visit.enter().stream(), visit.exit().stream()))
                .max(Moment::compareTo)
                .orElseThrow();
    }

    private static Line line(String step, List<Journey> journeys) {
        Predicate<Visit> here = visit -> isAt(visit, step);
        List<Journey> through = journeys.stream()
                .filter(journey ->
                        firstAt(journey, here).filter(Visit::isCompleted).isPresent())
                .toList();
        boolean isBackwards = journeys.stream()
                .flatMap(journey -> journey.visits().stream())
                .filter(here)
                .anyMatch(Visit::isBackwards);
        return new Line(
                step,
                through.size(),
                share(through, journey -> firstAt(journey, here).orElseThrow().ends(Result.PASS)),
                share(
                        through,
                        journey -> journey.visits().stream().filter(here).anyMatch(visit -> visit.ends(Result.REWORK))),
                share(
                        through,
                        journey -> journey.visits().stream().filter(here).anyMatch(visit -> visit.ends(Result.REJECT))),
                isBackwards ? backwards() : mean(journeys.stream().flatMap(journey -> journey.touches(here))),
                isBackwards ? backwards() : mean(journeys.stream().flatMap(journey -> journey.waits(here))));
    }

    private static boolean isAt(Visit visit, String step) {
        return Labels.key(visit.step()).equals(Labels.key(step));
    }

    private static Optional<Visit> firstAt(Journey journey, Predicate<Visit> here) {
        return journey.visits().stream().filter(here).findFirst();
    }

    private static Cell share(List<Journey> journeys, Predicate<Journey> which) {
        return journeys.isEmpty()
                ? Cell.blank()
                : Cell.of((double) journeys.stream().filter(which).count() / journeys.size());
    }

    private static Cell mean(Stream<Double> hours) {
        double[] all = hours.mapToDouble(each -> each).toArray();
        return all.length == 0 ? Cell.blank() : Cell.of(Sums.mean(all));
    }

    private static Cell rolledYield(List<Line> lines) {
        double[] yields = lines.stream()
                .filter(line -> line.firstPassYield() instanceof Cell.Numeric)
                .mapToDouble(line -> ((Cell.Numeric) line.firstPassYield()).value())
                .toArray();
        return yields.length == 0
                ? Cell.blank()
                : Cell.of(Arrays.stream(yields).reduce(1, (one, other) -> one * other));
    }

    private static Cell efficiency(List<Journey> journeys) {
        double touch = sum(journeys.stream().flatMap(journey -> journey.touches(visit -> true)));
        double wait = sum(journeys.stream().flatMap(journey -> journey.waits(visit -> true)));
        return touch + wait == 0 ? Cell.blank() : Cell.of(touch / (touch + wait));
    }

    private static Cell littleCheck(List<Journey> journeys, String lastStep, Moment now) {
        double finished = sum(journeys.stream()
                .filter(journey -> journey.isFinished(lastStep))
                .map(journey -> journey.hours(true, now)));
        double all = sum(journeys.stream().map(journey -> journey.hours(journey.isFinished(lastStep), now)));
        return finished == 0 ? Cell.blank() : Cell.of(all / finished);
    }

    private static Cell backwards() {
        return Cell.of(CellError.NUM.because("An item left a step before it came: mend its dates."));
    }

    private static double sum(Stream<Double> hours) {
        return Sums.of(hours.mapToDouble(each -> each).toArray());
    }

    private static double hours(Moment from, Moment to) {
        return WorkingTime.aroundTheClock().hours(from, to);
    }
}
