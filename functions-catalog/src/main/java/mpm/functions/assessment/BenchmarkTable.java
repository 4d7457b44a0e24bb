package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
import mpm.cell.Grid;
import mpm.cell.Labels;
import mpm.cell.Shape;
import mpm.cell.Table;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "BENCHMARK.TABLE",
        question = "How do all our metrics stand against the peers at once?",
        stage = MEASURE,
        caution = "A THIN score rests on fewer than five peers: an anecdote, not a benchmark.",
        method =
                "Each metric beside the column of its name among the peers; the composite is the weighted mean of the scores there are.",
        related = {"BENCHMARK.PERCENTILE", "BENCHMARK.SCORE", "COMPOSITE"})
@Example(
        formula =
                "=MPM.BENCHMARK.TABLE({\"Metric\",\"Value\",\"Direction\";\"Cost per lead\",155,\"LOWER\";\"Retention\",0.931,\"\"},"
                        + "{\"Peer\",\"Cost per lead\",\"Retention\";\"P1\",149,0.9;\"P2\",166,0.94;\"P3\",176,0.88;\"P4\",191,\"\";\"P5\",131,0.91})",
        shows =
                "{\"Metric\",\"Value\",\"Median\",\"Best\",\"Percentile\",\"z\",\"Gap to top quartile\",\"Score\",\"n\",\"Problem\";"
                        + "\"Cost per lead\",155,166,131,0.6,0.3254586686,-6,60,5,\"\";"
                        + "\"Retention\",0.931,0.905,0.94,0.75,0.94,0.0135,75,4,\"THIN\";"
                        + "\"COMPOSITE\",\"\",\"\",\"\",\"\",\"\",\"\",67.5,2,\"\"}",
        because = "Leads are cheaper than at three of five peers, and retention is among the best quarter.")
@Example(
        formula =
                "=MPM.BENCHMARK.TABLE({\"Metric\",\"Value\";\"WIN_RATE\",0.28}, {\"Win rate\";0.22;0.31;0.25}, \"MINMAX\", FALSE)",
        shows = "{\"WIN_RATE\",0.28,0.25,0.31,0.6666666667,0.436435780472,0,66.6666666667,3,\"THIN\";"
                + "\"COMPOSITE\",\"\",\"\",\"\",\"\",\"\",\"\",66.6666666667,1,\"\"}",
        because = "Captions match without regard to case, spaces and underscores; three peers are few.")
@Example(
        formula =
                "=MPM.BENCHMARK.TABLE({\"Metric\",\"Value\",\"Weight\";\"Retention\",0.931,-1}, {\"Retention\";0.9;0.94})",
        shows = "#NUM!",
        because = "A weight is 0 or more.")
public record BenchmarkTable(
        @Argument("One row for each metric, with our figure.")
        Rows<Metric> metrics,

        @Argument("One row for each peer, a column for each metric, headed like it.")
        Rows<Peer> peers,

        @Argument(
                value =
                        "How a score is made. PERCENTILE: share of peers beaten. Z: the same of a normal field. MINMAX: from the"
                                + " worst to the best peer.",
                otherwise = "PERCENTILE")
        Method method)
        implements Assessment, Computed<Table<BenchmarkTable.Line>> {

    private static final int FEWEST_FOR_A_BENCHMARK = 5;

    /** How a figure becomes a score. */
    public enum Method {
        PERCENTILE,
        Z,
        MINMAX
    }

    /** A metric of ours. */
    public record Metric(
            @Column(value = "Metric", meaning = "What is measured, as the peers' column is headed.")
            String metric,

            @Column(value = "Value", meaning = "Our figure; blank if we have none.")
            Optional<Double> value,

            @Column(value = "Direction", meaning = "HIGHER or LOWER is better.", optional = true, otherwise = "HIGHER")
            Aim direction,

            @Column(
                    value = "Weight",
                    meaning = "What it counts in the composite, 0 or more; blank is 1.",
                    optional = true,
                    otherwise = "1")
            double weight) {}

    /** A peer. */
    public record Peer(
            @Others(value = "metric", meaning = "The peer's figure; text and blanks are left out.")
            Map<String, Cell> figures) {}

    /** A metric beside the field. */
    public record Line(
            @Column(value = "Metric", meaning = "The metric, or COMPOSITE.")
            String metric,

            @Column(value = "Value", meaning = "Our figure.")
            Cell value,

            @Column(value = "Median", meaning = "The middle of the peers.")
            Cell median,

            @Column(value = "Best", meaning = "The best peer.")
            Cell best,

            @Column(value = "Percentile", meaning = "Share of the peers that we beat.")
            Cell percentile,

            @Column(value = "z", meaning = "Standard deviations by which we are better than the mean.")
            Cell z,

            @Column(
                    value = "Gap to top quartile",
                    meaning = "How far we are from the best quarter; 0 or more is in it.")
            Cell gap,

            @Column(value = "Score", meaning = "Our standing, 0 to 100; in the last row the weighted mean.")
            Cell score,

            @Column(value = "n", meaning = "How many peers there are; in the last row how many scores.")
            int n,

            @Column(value = "Problem", meaning = "THIN for fewer than 5 peers, NO VALUE, NO PEERS, or nothing.")
            String problem) {}

    @Override
    public Table<Line> value() {
        for (Row<Metric> row : metrics) {
            if (row.value().weight() < 0) {
                throw row.refused(CellError.NUM, "has a negative Weight: weights are 0 or more.");
            }
        }
        Map<String, List<Cell>> columns = peers.values().stream()
                .flatMap(peer -> peer.figures().entrySet().stream())
                .collect(Collectors.groupingBy(
                        figure -> Labels.captionKey(figure.getKey()),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<Line> lines = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (Metric metric : metrics.values()) {
            List<Cell> column = columns.getOrDefault(Labels.captionKey(metric.metric()), List.of(Cell.blank()));
            Line line = line(metric, Peers.from(Grid.of(new Shape(column.size(), 1), column.toArray(Cell[]::new))));
            lines.add(line);
            if (line.score() instanceof Cell.Numeric score) {
                weights.add(metric.weight());
                scores.add(score.value());
            }
        }
        Cell blank = Cell.blank();
        lines.add(new Line(
                "COMPOSITE", blank, blank, blank, blank, blank, blank, composite(scores, weights), scores.size(), ""));
        return Table.of(Line.class, lines);
    }

    private Line line(Metric metric, Peers field) {
        Aim aim = metric.direction();
        boolean hasPeers = field.count() > 0;
        return new Line(
                metric.metric().strip(),
                metric.value().map(Cell::of).orElse(Cell.blank()),
                hasPeers ? Cell.of(field.quantile(.5)) : Cell.blank(),
                hasPeers ? Cell.of(field.best(aim)) : Cell.blank(),
                figure(metric, field, value -> field.percentile(value, aim)),
                figure(metric, field, value -> field.z(value, aim)),
                figure(metric, field, value -> aim.favourable(value, field.topQuartile(aim))),
                figure(metric, field, value -> score(value, field, aim)),
                field.count(),
                problem(metric, field));
    }

    private static Cell figure(Metric metric, Peers field, ToDoubleFunction<Double> figure) {
        return metric.value().isEmpty() || field.count() == 0
                ? Cell.blank()
                : Cell.computed(() -> figure.applyAsDouble(metric.value().get()));
    }

    private double score(double value, Peers field, Aim aim) {
        return switch (method) {
            case PERCENTILE -> 100 * field.percentile(value, aim);
            case Z -> field.zScore(value, aim);
            case MINMAX -> field.place(value, aim);
        };
    }

    private static String problem(Metric metric, Peers field) {
        if (field.count() == 0) {
            return "NO PEERS";
        } else if (metric.value().isEmpty()) {
            return "NO VALUE";
        }
        return field.count() < FEWEST_FOR_A_BENCHMARK ? "THIN" : "";
    }

    private static Cell composite(List<Double> scores, List<Double> weights) {
        if (scores.isEmpty()) {
            return Cell.blank();
        }
        double[] weight = weights.stream().mapToDouble(each -> each).toArray();
        double all = Sums.of(weight);
        return all == 0
                ? Cell.of(CellError.DIV0.because("No metric with a score has a weight: give at least one a Weight."))
                : Cell.of(Sums.ofProducts(
                                weight,
                                scores.stream().mapToDouble(each -> each).toArray())
                        / all);
    }
}
