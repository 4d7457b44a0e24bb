package mpm.functions.automation;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.Sums;
import mpm.method.survival.Durations;
import mpm.method.survival.Durations.Duration;

@WorksheetFunction(
        name = "CYCLETIME",
        question = "How long is it from learning something to acting on it, and is it getting shorter?",
        stage = EXECUTE,
        caution =
                "Median, P90 and Mean days see only what is finished and flatter a young backlog; KM median does not. p takes the"
                        + " items as independent and followed up alike.",
        method =
                "KM median is that of Kaplan and Meier, what is open counting for as long as it has been open. p is Gehan's test of"
                        + " the current items against those of the baseline.",
        source = "Kaplan and Meier, 1958; Gehan, Biometrika 52, 1965; Mantel, Biometrics 23, 1967.",
        related = {"HANDOFF.SLA", "CHECKLIST.PROGRESS"})
@Example(
        formula =
                "=MPM.CYCLETIME({\"Learned\",\"Executed\";46000,46009;46000,46015;46000,46020;46000,46011;46000,46014;46000,46025;"
                        + "46000,46008;46100,46112;46100,46130;46100,46145;46100,46118;46100,46127;46100,46160;46100,46122}, 46050)",
        shows =
                "{\"Group\",\"n\",\"Open\",\"Median days\",\"P90 days\",\"Mean days\",\"KM median\",\"Baseline median\",\"Change %\",\"p\";"
                        + "\"ALL\",7,0,27,51,30.5714285714,27,14,0.9285714286,0.02984206442}",
        because = "It takes twice as long as before the baseline date, and that is more than chance.")
@Example(
        formula =
                "=MPM.CYCLETIME({\"Learned\",\"Executed\",\"Group\";46000,46012,\"Email\";46003,46010,\"Email\";46010,\"\",\"Email\";"
                        + "46005,46040,\"Web\"}, , 46050, FALSE)",
        shows = "{\"Email\",3,1,9.5,11.5,9.5,12,\"\",\"\",\"\";\"Web\",1,0,35,35,35,35,\"\",\"\",\"\";"
                + "\"ALL\",4,1,12,30.4,18,23.5,\"\",\"\",\"\"}",
        because = "What is still open counts for the forty days that it has waited.")
@Example(
        formula = "=MPM.CYCLETIME({\"Learned\";46000})",
        shows = "#VALUE!",
        because = "The table has no column Executed.")
public record Cycletime(
        @Argument("One row for each insight, with the moment it was learned and the moment it was acted on.")
        Rows<Item> items,

        @Argument("Items learned up to this day are the baseline; left out, there is none.")
        Optional<Moment> baselineUntil,

        @Argument("The moment for which it is judged; left out, the latest in the table.")
        Optional<Moment> asOf)
        implements Automation, Computed<Table<Cycletime.Line>> {

    /** Something learned. */
    public record Item(
            @Column(value = "Learned", meaning = "When it was learned.")
            Optional<Moment> learned,

            @Column(value = "Executed", meaning = "When it was acted on; blank while it is open.")
            Optional<Moment> executed,

            @Column(value = "Group", meaning = "What it belongs to: each has a line.", optional = true)
            Optional<String> group) {}

    /** A group. */
    public record Line(
            @Column(value = "Group", meaning = "The group, or ALL.")
            String group,

            @Column(value = "n", meaning = "How many items there are after the baseline.")
            int n,

            @Column(value = "Open", meaning = "How many of them are not acted on yet.")
            int open,

            @Column(value = "Median days", meaning = "Half of the finished ones took no longer.")
            Cell medianDays,

            @Column(value = "P90 days", meaning = "Nine in ten of the finished ones took no longer.")
            Cell p90Days,

            @Column(value = "Mean days", meaning = "Mean of the finished ones.")
            Cell meanDays,

            @Column(value = "KM median", meaning = "The time by which half are done, those that are open counted in.")
            Cell kaplanMeierMedian,

            @Column(value = "Baseline median", meaning = "The same of the baseline.")
            Cell baselineMedian,

            @Column(value = "Change %", meaning = "How much longer it takes now, as a share; negative is shorter.")
            Cell changePercent,

            @Column(value = "p", meaning = "Chance of such a change without one.")
            Cell p) {}

    /** An item as it stands at the moment of judgement. */
    private record Standing(Item item, boolean isBaseline, Duration duration) {

        boolean isBackwards() {
            return duration.time() < 0;
        }
    }

    @Override
    public Table<Line> value() {
        Moment now = asOf.orElseGet(this::latest);
        List<Standing> all = items.values().stream()
                .filter(item -> item.learned()
                        .filter(learned -> learned.compareTo(now) <= 0)
                        .isPresent())
                .map(item -> standing(item, now))
                .toList();
        if (all.isEmpty()) {
            throw CellError.NA.because("There is no data: nothing was learned by the moment of judgement.");
        }
        List<Line> lines = new ArrayList<>();
        if (items.has("Group")) {
            Labels.groups(all, each -> each.item().group())
                    .forEach(group -> lines.add(line(group.label(), group.members())));
        }
        lines.add(line("ALL", all));
        return Table.of(Line.class, lines);
    }

    private Moment latest() {
        return items.values().stream()
                .flatMap(item -> Stream.concat(item.learned().stream(), item.executed().stream()))
                .max(Moment::compareTo)
                .orElseThrow(() -> CellError.NA.because("There is no data: the table holds no date."));
    }

    private Standing standing(Item item, Moment now) {
        Moment learned = item.learned().orElseThrow();
        Optional<Moment> executed = item.executed().filter(moment -> moment.compareTo(now) <= 0);
        double days = (double) (executed.orElse(now).milliseconds() - learned.milliseconds()) / Moment.DAY;
        boolean isBaseline =
                baselineUntil.filter(until -> learned.day() <= until.day()).isPresent();
        return new Standing(item, isBaseline, new Duration(days, executed.isPresent()));
    }

    private static Line line(String group, List<Standing> all) {
        Durations current = durations(all, each -> !each.isBaseline());
        Durations baseline = durations(all, Standing::isBaseline);
        if (all.stream().anyMatch(Standing::isBackwards)) {
            Cell failure =
                    Cell.of(CellError.NUM.because("Something was acted on before it was learned: mend its dates."));
            return new Line(
                    group,
                    current.count(),
                    current.open(),
                    failure,
                    failure,
                    failure,
                    failure,
                    failure,
                    failure,
                    failure);
        }
        double[] finished = current.finished();
        OptionalDouble now = current.median();
        OptionalDouble before = baseline.median();
        boolean isEmpty = finished.length == 0;
        return new Line(
                group,
                current.count(),
                current.open(),
                isEmpty ? Cell.blank() : Cell.of(Quantiles.of(finished).median()),
                isEmpty ? Cell.blank() : Cell.of(Quantiles.of(finished).at(.9)),
                isEmpty ? Cell.blank() : Cell.of(Sums.mean(finished)),
                cell(now),
                cell(before),
                now.isPresent() && before.isPresent()
                        ? Cell.computed(() -> change(now.getAsDouble(), before.getAsDouble()))
                        : Cell.blank(),
                cell(current.differenceP(baseline)));
    }

    private static Durations durations(List<Standing> all, Predicate<Standing> which) {
        return Durations.of(all.stream().filter(which).map(Standing::duration).toList());
    }

    private static double change(double now, double before) {
        if (before == 0) {
            throw CellError.DIV0.because("The median of the baseline is 0 days, so the change has no percentage.");
        }
        return now / before - 1;
    }

    private static Cell cell(OptionalDouble figure) {
        return figure.isPresent() ? Cell.of(figure.getAsDouble()) : Cell.blank();
    }
}
