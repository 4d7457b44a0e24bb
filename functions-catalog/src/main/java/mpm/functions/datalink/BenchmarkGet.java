package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Shape;
import mpm.cell.Spill;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.BenchmarkSet;
import mpm.plan.BenchmarkSet.Form;
import mpm.plan.BenchmarkSet.Point;
import mpm.plan.Metric;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.StoredBenchmarks;

@WorksheetFunction(
        name = "BENCHMARK.GET",
        question = "Which values of a metric are published for our peers?",
        stage = MEASURE,
        method = "Unless a set is named, the newest one that is licensed and dated by the end of the period.",
        caution = "Published values are of those who reported: ask who they are before you call them peers.",
        related = {"BENCHMARK.PERCENTILE", "BENCHMARK.TABLE"},
        table = BenchmarkGet.Line.class)
@Example(
        formula = "=MPM.BENCHMARK.GET(\"NPS\")",
        shows = "{\"p\",\"Value\",\"n\",\"Source\",\"Date\";0.25,24,40,\"Illustrative percentiles\",46387;"
                + "0.5,36,40,\"Illustrative percentiles\",46387;0.75,47,40,\"Illustrative percentiles\",46387}")
@Example(
        formula = "=MPM.BENCHMARK.GET(\"COST_PER_LEAD\", , , , \"VALUES\")",
        shows = "{118;131;139;146;149;166;176;183;191;198;205;228}",
        because = "The peers' figures alone, for the functions that compare.")
@Example(
        formula = "=MPM.BENCHMARK.GET(\"NPS\", , , , \"POINTS\")",
        shows = "{0.25,24;0.5,36;0.75,47}",
        because = "Percentiles, for BENCHMARK.PERCENTILE with POINTS.")
@Example(formula = "=MPM.BENCHMARK.GET(\"LEADS\")", shows = "#N/A", because = "Nothing is published of leads.")
public record BenchmarkGet(
        @Argument("The metric, by its code or name.") String metric,

        @Argument("The set, by its code or name; left out, the newest.")
        Optional<String> set,

        @Argument(value = "Which peers; ALL for all of them.", otherwise = "ALL")
        String segment,

        @Argument("Published by the end of which period; left out, the latest.")
        Optional<PeriodAddress> period,

        @Argument(
                value = "TABLE; POINTS for percentiles with their values; VALUES for the peers' figures alone.",
                otherwise = "TABLE")
        Output output)
        implements DataLink, ReadsPlan<Answer> {

    /** What is wanted. */
    public enum Output {
        TABLE,
        POINTS,
        VALUES
    }

    /** A published value. */
    public record Line(
            @Column(value = "p", meaning = "The share of peers below it, or the peer.")
            Cell p,

            @Column(value = "Value", meaning = "The value.") double value,

            @Column(value = "n", meaning = "How many peers stand behind it.")
            int n,

            @Column(value = "Source", meaning = "Who published it.")
            String source,

            @Column(value = "Date", meaning = "When.") Moment date) {}

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of(stored(plan));
    }

    @Override
    public Answer value(PlanView plan, Found found) {
        BenchmarkSet chosen = chosen(found.at(stored(plan)).orElse(List.of()), plan);
        List<Point> points = chosen.points().stream()
                .sorted(Comparator.comparing((Point point) -> point.percentile().orElse(0.0))
                        .thenComparing(Point::value))
                .toList();
        return switch (output) {
            case TABLE ->
                Table.of(
                        Line.class,
                        points.stream().map(point -> line(point, chosen)).toList());
            case POINTS -> {
                require(chosen.form() == Form.PERCENTILES, "No points: this set is of peers, so ask for VALUES.");
                yield Spill.of(
                        new Shape(points.size(), 2),
                        place -> Cell.of(
                                place % 2 == 0
                                        ? points.get(place / 2).percentile().orElseThrow()
                                        : points.get(place / 2).value()));
            }
            case VALUES -> {
                require(chosen.form() == Form.PEERS, "No peer values: this set is of percentiles, so ask for POINTS.");
                yield Spill.of(
                        new Shape(points.size(), 1),
                        place -> Cell.of(points.get(place).value()));
            }
        };
    }

    private static Line line(Point point, BenchmarkSet from) {
        return new Line(
                point.percentile().map(Cell::of).orElseGet(() -> Cell.of(point.peer())),
                point.value(),
                point.n(),
                from.source(),
                from.date());
    }

    private static void require(boolean isThere, String otherwise) {
        if (!isThere) {
            throw CellError.NA.because(otherwise);
        }
    }

    private BenchmarkSet chosen(List<BenchmarkSet> sets, PlanView plan) {
        List<BenchmarkSet> fitting = set.map(label -> named(label, sets)).orElse(sets).stream()
                .filter(each -> Labels.key(each.segment()).equals(Labels.key(segment)))
                .filter(each -> period.map(
                                address -> Moment.of(plan.span(address).last().last()))
                        .map(end -> each.date().day() <= end.day())
                        .orElse(true))
                .filter(each -> !each.points().isEmpty())
                .toList();
        if (fitting.isEmpty()) {
            throw Missing.noData();
        }
        return fitting.stream()
                .filter(BenchmarkSet::isLicensed)
                .max(Comparator.comparing(BenchmarkSet::date))
                .orElseThrow(() -> CellError.NA.because(
                        "Not permitted: the organisation has no licence for these values, so ask for one."));
    }

    /** The sets of a label: a code, or else a name. */
    private static List<BenchmarkSet> named(String label, List<BenchmarkSet> sets) {
        List<BenchmarkSet> coded = sets.stream()
                .filter(each -> Labels.key(each.code()).equals(Labels.key(label)))
                .toList();
        List<BenchmarkSet> named = coded.isEmpty()
                ? sets.stream()
                        .filter(each -> Labels.key(each.name()).equals(Labels.key(label)))
                        .toList()
                : coded;
        require(
                !named.isEmpty(),
                "Unknown set “%s”: leave set out for the newest one of this metric.".formatted(label.strip()));
        return named;
    }

    private StoredBenchmarks stored(PlanView plan) {
        Metric measured = plan.metric(metric);
        period.ifPresent(plan::span);
        PlanView.require(plan.mayRead(measured));
        return new StoredBenchmarks(measured.code());
    }
}
