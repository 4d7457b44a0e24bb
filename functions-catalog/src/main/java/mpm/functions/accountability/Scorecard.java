package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.link.Direction;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "SCORECARD",
        question = "How does every metric stand against plan, on one page with one total?",
        stage = EXECUTE,
        method = "Each metric's share of its plan reached, counted up to 150 %, times its weight, divided "
                + "by the weights of all metrics that have both figures.",
        caution =
                "A GREY row does not lower the total: look at the total Weight before praising it. Attainment below 0 is"
                        + " not cut.",
        related = {"VARIANCE", "ATTAIN", "RAG"})
@Example(
        formula =
                "=MPM.SCORECARD({\"Metric\",\"Actual\",\"Plan\",\"Weight\",\"Direction\";\"Leads\",9420,10133,0.5,\"\";"
                        + "\"Cost per lead\",155,150,0.3,\"LOWER\";\"Retention\",\"\",0.92,0.2,\"\"})",
        shows =
                "{\"Metric\",\"Actual\",\"Plan\",\"Variance\",\"Variance %\",\"Attainment\",\"RAG\",\"Weight\",\"Weighted\";"
                        + "\"Leads\",9420,10133,-713,-0.07036415672,0.9296358433,\"AMBER\",0.5,0.581022402;"
                        + "\"Cost per lead\",155,150,-5,-0.03333333333,0.9677419355,\"GREEN\",0.3,0.3629032258;"
                        + "\"Retention\",\"\",0.92,\"\",\"\",\"\",\"GREY\",0.2,\"\";"
                        + "\"TOTAL\",\"\",\"\",\"\",\"\",\"\",\"\",0.8,0.9439256279}",
        because = "Retention has no actual yet: it is GREY and leaves the total.")
@Example(
        formula = "=MPM.SCORECARD({\"Metric\",\"Actual\",\"Plan\",\"Category\";\"Revenue\",6310000,6200000,\"Outcome\";"
                + "\"Webinars\",12,6,\"Activity\"},FALSE)",
        shows = "{\"Revenue\",6310000,6200000,110000,0.01774193548,1.017741935,\"GREEN\",1,1.017741935;"
                + "\"Webinars\",12,6,6,1,2,\"GREEN\",0,0;\"TOTAL\",\"\",\"\",\"\",\"\",\"\",\"\",1,1.017741935}",
        because = "With a category and no weights, performance is outcome.")
@Example(
        formula = "=MPM.SCORECARD({\"Metric\",\"Plan\";\"Leads\",10133})",
        shows = "#VALUE!",
        because = "The table has no column Actual.")
public record Scorecard(
        @Argument("One row for each metric, its captions in the first row.")
        Rows<Metric> metrics) implements Accountability, Computed<Table<Scorecard.Line>> {

    /** Attainment above this counts as this in the total, so that one metric cannot hide the others. */
    private static final double MOST_ATTAINMENT = 1.5;

    /** A metric beside its plan. */
    public record Metric(
            @Column(value = "Metric", meaning = "What is measured.")
            Cell metric,

            @Column(value = "Actual", meaning = "What happened; blank while it is not known.")
            Optional<Double> actual,

            @Column(value = "Plan", meaning = "What was planned; blank if nothing was.")
            Optional<Double> plan,

            @Column(
                    value = "Weight",
                    meaning =
                            "Its part in the total, 0 or more. Without this column: 1 for an outcome and 0 for the rest if"
                                    + " there is a Category, else 1.",
                    optional = true,
                    otherwise = "0")
            double weight,

            @Column(
                    value = "Direction",
                    meaning = "HIGHER, LOWER or TARGET is better, or a metric's id.",
                    optional = true,
                    otherwise = "HIGHER")
            Direction direction,

            @Column(value = "Category", meaning = "OUTCOME marks what counts in the total.", optional = true)
            Optional<String> category,

            @Column(
                    value = "Amber",
                    meaning = "The adverse share of plan up to which the light is green.",
                    optional = true,
                    otherwise = "0.05")
            double amber,

            @Column(
                    value = "Red",
                    meaning = "The adverse share of plan up to which the light is amber.",
                    optional = true,
                    otherwise = "0.1")
            double red) {

        private Optional<Performance> performance() {
            return actual.flatMap(happened -> plan.map(planned -> new Performance(happened, planned, direction)));
        }
    }

    /** A line of the scorecard. */
    public record Line(
            @Column(value = "Metric", meaning = "The metric, or TOTAL.")
            Cell metric,

            @Column(value = "Actual", meaning = "What happened.")
            Cell actual,

            @Column(value = "Plan", meaning = "What was planned.")
            Cell plan,

            @Column(value = "Variance", meaning = "Distance from plan; positive is favourable.")
            Cell variance,

            @Column(value = "Variance %", meaning = "The variance as a share of the plan's size.")
            Cell variancePercent,

            @Column(
                    value = "Attainment",
                    meaning = "Share of the plan reached; plan over actual where lower is better.")
            Cell attainment,

            @Column(value = "RAG", meaning = "GREEN, AMBER, RED, or GREY while a figure is missing.")
            Cell rag,

            @Column(
                    value = "Weight",
                    meaning = "Part in the total; in the last row the weight of the metrics that count.")
            double weight,

            @Column(value = "Weighted", meaning = "What the metric adds to the total attainment, counted up to 150 %.")
            Cell weighted) {}

    /** A metric with what its attainment turns out to be: a number, an error, or blank without both figures. */
    private record Judged(Metric metric, double weight, Cell attainment) {

        /** Whether the metric counts in the total. */
        boolean isInPool() {
            return attainment instanceof Cell.Numeric;
        }

        /** What the metric brings to the total before it is divided by the weight of the pool. */
        double contribution() {
            return attainment instanceof Cell.Numeric attained
                    ? weight * Math.min(attained.value(), MOST_ATTAINMENT)
                    : 0;
        }
    }

    @Override
    public Table<Line> value() {
        List<Judged> judged = metrics.stream().map(this::judged).toList();
        double poolWeight = Sums.of(judged.stream()
                .filter(Judged::isInPool)
                .mapToDouble(Judged::weight)
                .toArray());
        double poolContribution =
                Sums.of(judged.stream().mapToDouble(Judged::contribution).toArray());
        List<Line> lines = new ArrayList<>();
        judged.forEach(each -> lines.add(line(each, poolWeight)));
        lines.add(total(poolWeight, share(poolContribution, poolWeight)));
        Table<Line> table = Table.of(Line.class, lines);
        for (Judged each : judged) {
            if (each.attainment() instanceof Cell.Failure failure) {
                table = table.noting("%s is left out of the total: %s"
                        .formatted(each.metric().metric().shown(), failure.reason()));
            }
        }
        return table;
    }

    private Judged judged(Row<Metric> row) {
        Metric metric = row.value();
        if (metric.weight() < 0) {
            throw row.refused(CellError.NUM, "has a negative Weight: weights are 0 or more.");
        }
        if (metric.amber() < 0 || metric.amber() > metric.red()) {
            throw row.refused(CellError.NUM, "needs 0 ≤ Amber ≤ Red.");
        }
        Cell attainment = metric.performance()
                .map(performance -> Cell.computed(performance::attainment))
                .orElse(Cell.blank());
        return new Judged(metric, weight(metric), attainment);
    }

    /** The weight as given; where none is, performance is outcome. */
    private double weight(Metric metric) {
        if (metrics.has("Weight")) {
            return metric.weight();
        }
        return !metrics.has("Category") || metric.category().orElse("").strip().equalsIgnoreCase("OUTCOME") ? 1 : 0;
    }

    private static Line line(Judged judged, double poolWeight) {
        Metric metric = judged.metric();
        Optional<Performance> performance = metric.performance();
        return new Line(
                metric.metric(),
                cell(metric.actual()),
                cell(metric.plan()),
                performance.map(each -> Cell.of(each.variance())).orElse(Cell.blank()),
                performance.map(each -> Cell.computed(each::varianceShare)).orElse(Cell.blank()),
                judged.attainment(),
                performance.map(each -> light(each, metric)).orElse(Cell.of("GREY")),
                judged.weight(),
                judged.isInPool() ? share(judged.contribution(), poolWeight) : judged.attainment());
    }

    private static Line total(double poolWeight, Cell weighted) {
        Cell blank = Cell.blank();
        return new Line(Cell.of("TOTAL"), blank, blank, blank, blank, blank, blank, poolWeight, weighted);
    }

    private static Cell share(double contribution, double poolWeight) {
        return poolWeight == 0
                ? Cell.of(CellError.DIV0.because("No metric with a weight has both figures, so there is no total."))
                : Cell.of(contribution / poolWeight);
    }

    private static Cell light(Performance performance, Metric metric) {
        try {
            return Cell.of(performance.light(metric.amber(), metric.red()));
        } catch (CellException e) {
            return Cell.of(e);
        }
    }

    private static Cell cell(Optional<Double> value) {
        return value.map(Cell::of).orElse(Cell.blank());
    }
}
