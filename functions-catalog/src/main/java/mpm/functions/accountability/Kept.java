package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Others;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.link.Direction;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Sums;
import mpm.method.statistics.Wilson;

@WorksheetFunction(
        name = "KEPT",
        question = "Do we do what we promised?",
        stage = EXECUTE,
        method = "Due commitments whose actual meets the promise within its tolerance, divided by all that are "
                + "due. Low and High are Wilson's interval; Brier is the mean squared distance of the promised "
                + "confidence from what came.",
        source = "Wilson, 1927; Brier, 1950.",
        caution =
                "Three promises kept of three is 100 % with a lower bound of 44 %. A low Brier needs honest confidence, not"
                        + " easy promises.",
        related = "SCORECARD")
@Example(
        formula =
                "=MPM.KEPT({\"Id\",\"Owner\",\"Due\",\"Committed\",\"Actual\",\"Confidence\";\"1\",\"Demand EMEA\",46000,10,11,0.9;"
                        + "\"2\",\"Demand AMER\",46000,10,9,0.6;\"3\",\"Demand EMEA\",46000,10,10,0.8},46100,,FALSE)",
        shows = "{\"ALL\",3,3,2,1,0,0.66666666667,0.2076596008,0.93850805528,1,0.13666666667}")
@Example(
        formula =
                "=MPM.KEPT({\"Id\",\"Owner\",\"Due\",\"Committed\",\"Actual\";\"1\",\"EMEA\",46000,10,11;\"2\",\"AMER\",46000,10,\"\";"
                        + "\"3\",\"EMEA\",46200,10,\"\"},46000,\"Owner\",FALSE)",
        shows = "{\"EMEA\",2,1,1,0,1,1,0.20654931438,1,1.1,\"\";\"AMER\",1,1,0,1,0,0,0,0.79345068562,\"\",\"\";"
                + "\"ALL\",3,2,1,1,1,0.5,0.094531205734,0.90546879427,1.1,\"\"}",
        because = "What is due today and not disclosed counts as missed.")
@Example(
        formula = "=MPM.KEPT({\"Id\",\"Owner\",\"Committed\",\"Actual\";\"1\",\"EMEA\",10,11},46000)",
        shows = "#VALUE!",
        because = "Without a column Due nobody knows what is due.")
public record Kept(
        @Argument("The promises, one a row.") Rows<Commitment> commitments,

        @Argument("The day of judgement; what is due on it is due.")
        Moment asOf,

        @Argument(value = "ALL, or the caption of the column by which to group, such as Owner.", otherwise = "ALL")
        String by)
        implements Accountability, Computed<Table<Kept.Line>> {

    private static final String ALL = "ALL";

    /** A promise. */
    public record Commitment(
            @Column(value = "Id", meaning = "Names the promise.")
            Cell id,

            @Column(value = "Owner", meaning = "Who promised, by role.")
            Cell owner,

            @Column(value = "Due", meaning = "The day on which it is to be kept.")
            Moment due,

            @Column(value = "Committed", meaning = "What was promised.")
            double committed,

            @Column(value = "Actual", meaning = "What was done; blank while it is not disclosed.")
            Optional<Double> actual,

            @Column(
                    value = "Direction",
                    meaning = "HIGHER, LOWER or TARGET is better, or a metric's id.",
                    optional = true,
                    otherwise = "HIGHER")
            Direction direction,

            @Column(
                    value = "Tolerance",
                    meaning = "The share of what was promised that may be missing.",
                    optional = true,
                    otherwise = "0")
            double tolerance,

            @Column(value = "Weight", meaning = "What it counts for, 0 or more.", optional = true, otherwise = "1")
            double weight,

            @Column(value = "Confidence", meaning = "How probable the owner thought it, 0 to 1.", optional = true)
            Optional<Double> confidence,

            @Others(value = "group", meaning = "Anything else by which to group.")
            Map<String, Cell> others) {

        private boolean isDue(Moment asOf) {
            return due.day() <= asOf.day();
        }

        private boolean isKept() {
            return actual.isPresent() && direction.isKept(actual.get(), committed, tolerance);
        }

        /** The share reached; nothing where it is not disclosed or has no meaning. */
        private Optional<Double> attainment() {
            return actual.map(done -> Cell.computed(new Performance(done, committed, direction)::attainment))
                    .flatMap(cell ->
                            cell instanceof Cell.Numeric number ? Optional.of(number.value()) : Optional.empty());
        }
    }

    /** The promises of a group. */
    public record Line(
            @Column(value = "Group", meaning = "The group, or ALL.")
            Cell group,

            @Column(value = "Made", meaning = "How many were made.")
            int made,

            @Column(value = "Due", meaning = "How many of them are due.")
            int due,

            @Column(value = "Kept", meaning = "How many due ones were kept.")
            int kept,

            @Column(value = "Missed", meaning = "How many due ones were not, or are not disclosed.")
            int missed,

            @Column(value = "Open", meaning = "How many are not due yet.")
            int open,

            @Column(value = "Kept %", meaning = "The weight of those kept as a share of those due.")
            Cell keptShare,

            @Column(value = "Low", meaning = "Lower end of its 95 % interval.")
            Cell low,

            @Column(value = "High", meaning = "Upper end of its 95 % interval.")
            Cell high,

            @Column(value = "Mean attainment", meaning = "Weighted mean of what was reached of each promise.")
            Cell attainment,

            @Column(
                    value = "Brier",
                    meaning = "Mean squared distance of the owners' confidence from what came; 0 is clairvoyance.")
            Cell brier) {}

    @Override
    public Table<Line> value() {
        commitments.forEach(Kept::check);
        List<Line> lines = new ArrayList<>();
        if (!by.strip().equalsIgnoreCase(ALL)) {
            groups().forEach((group, members) -> lines.add(line(members.get(0).label(), members)));
        }
        List<Member> everyone = commitments.values().stream()
                .map(each -> new Member(Cell.of(ALL), each))
                .toList();
        lines.add(line(Cell.of(ALL), everyone));
        return Table.of(Line.class, lines);
    }

    private static void check(Row<Commitment> row) {
        Commitment promise = row.value();
        if (promise.tolerance() < 0 || promise.weight() < 0) {
            throw row.refused(CellError.NUM, "has a negative Tolerance or Weight: both are 0 or more.");
        }
        double confidence = promise.confidence().orElse(0.0);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw row.refused(CellError.NUM, "has a Confidence that is no probability: give 0 to 1.");
        }
    }

    /** A promise with what its group is called. */
    private record Member(Cell label, Commitment promise) {}

    private Map<String, List<Member>> groups() {
        Function<Commitment, Cell> column = column();
        Map<String, List<Member>> groups = new LinkedHashMap<>();
        for (Commitment promise : commitments.values()) {
            Cell cell = column.apply(promise);
            Cell label = cell.isBlank()
                    ? Cell.of("(blank)")
                    : cell instanceof Cell.Text text ? Cell.of(text.value().strip()) : cell;
            groups.computeIfAbsent(Labels.key(label.shown()), key -> new ArrayList<>())
                    .add(new Member(label, promise));
        }
        return groups;
    }

    private Function<Commitment, Cell> column() {
        String wanted = Labels.captionKey(by);
        Map<String, Function<Commitment, Cell>> known = new LinkedHashMap<>();
        known.put("Id", Commitment::id);
        known.put("Owner", Commitment::owner);
        known.put("Due", promise -> Cell.of(promise.due()));
        known.put("Committed", promise -> Cell.of(promise.committed()));
        known.put("Actual", promise -> cell(promise.actual()));
        known.put("Direction", promise -> Cell.of(promise.direction().name()));
        known.put("Tolerance", promise -> Cell.of(promise.tolerance()));
        known.put("Weight", promise -> Cell.of(promise.weight()));
        known.put("Confidence", promise -> cell(promise.confidence()));
        commitments
                .values()
                .get(0)
                .others()
                .keySet()
                .forEach(caption ->
                        known.put(caption, promise -> promise.others().getOrDefault(caption, Cell.blank())));
        return known.entrySet().stream()
                .filter(each -> Labels.captionKey(each.getKey()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> CellError.VALUE.because(
                        "commitments has no column “%s”: group by one that it has, or by ALL.".formatted(by.strip())))
                .getValue();
    }

    private Line line(Cell group, List<Member> members) {
        List<Commitment> all = members.stream().map(Member::promise).toList();
        List<Commitment> due = all.stream().filter(each -> each.isDue(asOf)).toList();
        List<Commitment> kept = due.stream().filter(Commitment::isKept).toList();
        return new Line(
                group,
                all.size(),
                due.size(),
                kept.size(),
                due.size() - kept.size(),
                all.size() - due.size(),
                ofDue(due, () -> keptShare(kept, due)),
                ofDue(due, () -> interval(kept, due).low()),
                ofDue(due, () -> interval(kept, due).high()),
                attainment(due),
                brier(due));
    }

    private static Cell ofDue(List<Commitment> due, DoubleSupplier figure) {
        return due.isEmpty() ? Cell.blank() : Cell.computed(figure);
    }

    private static double keptShare(List<Commitment> kept, List<Commitment> due) {
        return share(sum(kept, Commitment::weight), sum(due, Commitment::weight));
    }

    private static double share(double part, double whole) {
        if (whole == 0) {
            throw CellError.DIV0.because("The promises that are due have no weight, so there is no share of them.");
        }
        return part / whole;
    }

    /** With unequal weights there are fewer promises to learn from than there are rows. */
    private static Interval interval(List<Commitment> kept, List<Commitment> due) {
        double share = keptShare(kept, due);
        double weight = sum(due, Commitment::weight);
        double count = weight * weight / sum(due, each -> each.weight() * each.weight());
        return Wilson.interval(share * count, count);
    }

    private static Cell attainment(List<Commitment> due) {
        List<Commitment> measured =
                due.stream().filter(each -> each.attainment().isPresent()).toList();
        return measured.isEmpty()
                ? Cell.blank()
                : Cell.computed(() -> share(
                        sum(measured, each -> each.weight() * each.attainment().orElseThrow()),
                        sum(measured, Commitment::weight)));
    }

    private static Cell brier(List<Commitment> due) {
        double[] misses = due.stream()
                .filter(each -> each.confidence().isPresent())
                .mapToDouble(each -> each.confidence().orElseThrow() - (each.isKept() ? 1 : 0))
                .toArray();
        return misses.length == 0 ? Cell.blank() : Cell.of(Sums.ofProducts(misses, misses) / misses.length);
    }

    private static double sum(List<Commitment> promises, ToDoubleFunction<Commitment> figure) {
        return Sums.of(promises.stream().mapToDouble(figure).toArray());
    }

    private static Cell cell(Optional<Double> value) {
        return value.map(Cell::of).orElse(Cell.blank());
    }
}
