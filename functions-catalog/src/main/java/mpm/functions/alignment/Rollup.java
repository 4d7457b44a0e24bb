package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import mpm.cell.Table;
import mpm.functions.alignment.Tree.Node;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "ROLLUP",
        question = "What do the plans of the teams add up to at each level?",
        stage = PLAN,
        method = "Each node combines the values of the leaves beneath it by the chosen rule. A sum also counts "
                + "what was entered at the nodes between; an average needs weights.",
        caution = "Averages need a Weight; an average of averages without weights misleads.",
        related = {"CASCADE.TREE", "CASCADE.GAP"})
@Example(
        formula = "=MPM.ROLLUP({\"Node\",\"Parent\";\"Marketing\",\"\";\"EMEA\",\"Marketing\";\"AMER\",\"Marketing\";"
                + "\"Demand EMEA\",\"EMEA\";\"Brand EMEA\",\"EMEA\"}, {\"Node\",\"Value\";\"Demand EMEA\",5600;"
                + "\"Brand EMEA\",4000;\"AMER\",6250})",
        shows = "{\"Node\",\"Parent\",\"Level\",\"Value\";\"Marketing\",\"\",1,15850;\"EMEA\",\"Marketing\",2,9600;"
                + "\"Demand EMEA\",\"EMEA\",3,5600;\"Brand EMEA\",\"EMEA\",3,4000;\"AMER\",\"Marketing\",2,6250}",
        because = "The teams plan 15,850 leads.")
@Example(
        formula = "=MPM.ROLLUP({\"Node\",\"Parent\";\"Marketing\",\"\";\"EMEA\",\"Marketing\";\"AMER\",\"Marketing\"}, "
                + "{\"Node\",\"Value\",\"Weight\";\"EMEA\",0.88,600;\"AMER\",0.61,400}, \"AVG\", FALSE)",
        shows = "{\"Marketing\",\"\",1,0.772;\"EMEA\",\"Marketing\",2,0.88;\"AMER\",\"Marketing\",2,0.61}",
        because = "Handoffs within the agreed time, weighted by their number.")
@Example(
        formula =
                "=MPM.ROLLUP({\"Node\",\"Parent\";\"Marketing\",\"\";\"EMEA\",\"Marketing\"}, {\"Node\",\"Value\";\"APAC\",100})",
        shows = "#N/A",
        because = "APAC is not in the tree.")
public record Rollup(
        @Argument("One row for each unit: its name and the unit above it; several roots are allowed.")
        Rows<Unit> tree,

        @Argument("The values of the units; a unit may have several rows.")
        Rows<Entry> values,

        @Argument(
                value = "SUM, AVG (by Weight), MIN, MAX, LAST or COUNT of the values beneath a unit.",
                otherwise = "SUM")
        Aggregation aggregation)
        implements Alignment, Computed<Table<Rollup.Line>> {

    /** A unit of the organisation. */
    public record Unit(
            @Column(value = "Node", meaning = "The unit's name, once.")
            Cell node,

            @Column(value = "Parent", meaning = "The unit above it; blank for a root.")
            Cell parent) {}

    /** A value of a unit. */
    public record Entry(
            @Column(value = "Node", meaning = "The unit that the value belongs to.")
            Cell node,

            @Column(value = "Value", meaning = "The value; blank while it is missing.")
            Optional<Double> value,

            @Column(
                    value = "Weight",
                    meaning =
                            "What it counts in an average, 0 or more; blank is 0, without the column all count the same.",
                    optional = true,
                    otherwise = "0")
            double weight) {}

    /** A unit with its value. */
    public record Line(
            @Column(value = "Node", meaning = "The unit.") Cell node,

            @Column(value = "Parent", meaning = "The unit above it.")
            Cell parent,

            @Column(value = "Level", meaning = "1 for a root.")
            int level,

            @Column(value = "Value", meaning = "The values beneath it taken together; blank if there are none.")
            Cell value) {}

    /** How many values become one. */
    public enum Aggregation {
        SUM,
        AVG,
        MIN,
        MAX,
        LAST,
        COUNT
    }

    /** A value that is there. */
    private record Weighted(double value, double weight) {}

    @Override
    public Table<Line> value() {
        Tree<Unit> units = Tree.of(tree, Unit::node, Unit::parent);
        Map<Node<Unit>, List<Row<Entry>>> entries = units.byNode(values, Entry::node);
        for (Row<Entry> row : values) {
            if (row.value().weight() < 0) {
                throw row.refused(CellError.NUM, "has a negative Weight: weights are 0 or more.");
            }
        }
        Table<Line> table = Table.of(
                Line.class,
                units.nodes().stream().map(unit -> line(unit, units, entries)).toList());
        return aggregation == Aggregation.SUM
                ? table
                : units.nodes().stream()
                        .filter(unit -> !unit.isLeaf() && entries.containsKey(unit))
                        .findFirst()
                        .map(unit -> table.noting(
                                "Values of units with others beneath them, such as “%s”, are left out: only SUM adds them."
                                        .formatted(Names.text(unit.name()))))
                        .orElse(table);
    }

    private Line line(Node<Unit> unit, Tree<Unit> units, Map<Node<Unit>, List<Row<Entry>>> entries) {
        List<Weighted> beneath = units.branch(unit)
                .filter(each -> aggregation == Aggregation.SUM || each.isLeaf())
                .flatMap(each -> entries.getOrDefault(each, List.of()).stream())
                .flatMap(row -> weighted(row.value()))
                .toList();
        return new Line(
                unit.name(), unit.parent().map(Node::name).orElse(Cell.blank()), unit.level(), aggregated(beneath));
    }

    private Stream<Weighted> weighted(Entry entry) {
        return entry.value().map(value -> new Weighted(value, values.has("Weight") ? entry.weight() : 1)).stream();
    }

    private Cell aggregated(List<Weighted> beneath) {
        double[] numbers = beneath.stream().mapToDouble(Weighted::value).toArray();
        if (numbers.length == 0 && aggregation != Aggregation.COUNT) {
            return Cell.blank();
        }
        return Cell.computed(() -> switch (aggregation) {
            case SUM -> Sums.of(numbers);
            case AVG ->
                average(numbers, beneath.stream().mapToDouble(Weighted::weight).toArray());
            case MIN -> Arrays.stream(numbers).min().orElseThrow();
            case MAX -> Arrays.stream(numbers).max().orElseThrow();
            case LAST -> numbers[numbers.length - 1];
            case COUNT -> numbers.length;
        });
    }

    private static double average(double[] numbers, double[] weights) {
        double weight = Sums.of(weights);
        if (weight == 0) {
            throw CellError.DIV0.because("The weights add up to 0, so there is no average: give a Weight.");
        }
        return Sums.ofProducts(numbers, weights) / weight;
    }
}
