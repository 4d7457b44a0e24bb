package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import mpm.link.Direction;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "CASCADE.GAP",
        question = "Where does the bottom-up plan miss the top-down target?",
        stage = PLAN,
        method = "The teams' plans are added up to each node and held against the target set there.",
        caution =
                "Gap shares of one level add up to 1 only if the targets of that level add up to the root's and every unit"
                        + " has a plan.",
        related = {"CASCADE.TREE", "ROLLUP"})
@Example(
        formula =
                "=MPM.CASCADE.GAP({\"Node\",\"Parent\";\"Marketing\",\"\";\"EMEA\",\"Marketing\";\"AMER\",\"Marketing\"}, "
                        + "{\"Node\",\"Value\";\"Marketing\",16000;\"EMEA\",9600;\"AMER\",6400}, "
                        + "{\"Node\",\"Value\";\"EMEA\",9800;\"AMER\",4000;\"AMER\",1700})",
        shows = "{\"Node\",\"Level\",\"Top-down\",\"Bottom-up\",\"Gap\",\"Gap %\",\"Status\",\"Gap share\";"
                + "\"Marketing\",1,16000,15500,-500,-0.03125,\"SHORT\",1;\"EMEA\",2,9600,9800,200,0.02083333333,\"COVERED\",-0.4;"
                + "\"AMER\",2,6400,5700,-700,-0.109375,\"SHORT\",1.4}",
        because = "AMER plans 700 leads less than its target; EMEA covers 200 of them.")
@Example(
        formula =
                "=MPM.CASCADE.GAP({\"Node\",\"Parent\";\"Marketing\",\"\";\"EMEA\",\"Marketing\";\"AMER\",\"Marketing\"}, "
                        + "{\"Node\",\"Value\";\"Marketing\",2400000}, {\"Node\",\"Value\";\"EMEA\",1500000}, \"LOWER\", FALSE)",
        shows =
                "{\"Marketing\",1,2400000,1500000,900000,0.375,\"COVERED\",1;\"EMEA\",2,\"\",1500000,\"\",\"\",\"NO TARGET\",\"\";"
                        + "\"AMER\",2,\"\",\"\",\"\",\"\",\"NO PLAN\",\"\"}",
        because = "A cost below its target is covered, but AMER has not planned yet.")
@Example(
        formula = "=MPM.CASCADE.GAP({\"Node\",\"Parent\";\"Marketing\",\"\"}, {\"Node\",\"Value\";\"Marketing\",1}, "
                + "{\"Node\",\"Value\";\"APAC\",1})",
        shows = "#N/A",
        because = "APAC is not in the tree.")
public record CascadeGap(
        @Argument("One row for each unit: its name and the unit above it; one root.")
        Rows<Rollup.Unit> tree,

        @Argument("The targets, one row for each unit that has one.")
        Rows<Amount> topDown,

        @Argument("The plans of the units; several rows of a unit add up, and so do the units beneath another.")
        Rows<Amount> bottomUp,

        @Argument(value = "HIGHER, LOWER or TARGET is better.", otherwise = "HIGHER")
        Direction direction)
        implements Alignment, Computed<Table<CascadeGap.Line>> {

    /** What a plan may miss its target by and still meet it, as a share. */
    private static final double ROUNDING = 1e-9;

    /** An amount of a unit. */
    public record Amount(
            @Column(value = "Node", meaning = "The unit.") Cell node,

            @Column(value = "Value", meaning = "Its amount; blank while it is missing.")
            Optional<Double> value) {}

    /** A unit with its target and its plan. */
    public record Line(
            @Column(value = "Node", meaning = "The unit.") Cell node,

            @Column(value = "Level", meaning = "1 for the root.")
            int level,

            @Column(value = "Top-down", meaning = "Its target.")
            Cell topDown,

            @Column(value = "Bottom-up", meaning = "What it and the units beneath it plan.")
            Cell bottomUp,

            @Column(value = "Gap", meaning = "How far the plan is on the good side of the target; negative is short.")
            Cell gap,

            @Column(value = "Gap %", meaning = "The gap as a share of the target's size.")
            Cell gapPercent,

            @Column(value = "Status", meaning = "COVERED, SHORT, NO PLAN or NO TARGET.")
            String status,

            @Column(value = "Gap share", meaning = "The gap as a share of the root's.")
            Cell gapShare) {}

    /** What is known of a unit. */
    private record Pair(Optional<Double> topDown, Optional<Double> bottomUp, Direction direction) {

        Optional<Double> gap() {
            return topDown.flatMap(target -> bottomUp.map(plan -> {
                double distance = plan - target;
                boolean meets = Math.abs(distance) <= ROUNDING * Math.max(1, Math.abs(target));
                return meets ? 0 : direction.favourable(plan, target);
            }));
        }

        Cell gapPercent() {
            return gap().map(gap -> Cell.computed(() -> {
                        double target = Math.abs(topDown.orElseThrow());
                        if (target == 0 && gap != 0) {
                            throw CellError.DIV0.because("The target is 0, so the gap has no percentage.");
                        }
                        return gap == 0 ? 0 : gap / target;
                    }))
                    .orElse(Cell.blank());
        }

        String status() {
            if (bottomUp.isEmpty()) {
                return "NO PLAN";
            }
            return gap().map(gap -> gap < 0 ? "SHORT" : "COVERED").orElse("NO TARGET");
        }
    }

    @Override
    public Table<Line> value() {
        Tree<Rollup.Unit> units = Tree.of(tree, Rollup.Unit::node, Rollup.Unit::parent);
        Node<Rollup.Unit> root = units.root();
        requireOnce(topDown);
        Map<Node<Rollup.Unit>, List<Row<Amount>>> targets = units.byNode(topDown, Amount::node);
        Map<Node<Rollup.Unit>, List<Row<Amount>>> plans = units.byNode(bottomUp, Amount::node);
        Optional<Double> rootGap = pair(root, units, targets, plans).gap();
        return Table.of(
                Line.class,
                units.nodes().stream()
                        .map(unit -> line(unit, pair(unit, units, targets, plans), rootGap))
                        .toList());
    }

    private static void requireOnce(Rows<Amount> amounts) {
        Set<String> seen = new HashSet<>();
        for (Row<Amount> row : amounts) {
            if (!seen.add(Names.key(row.value().node()))) {
                throw row.refused(
                        CellError.VALUE,
                        "of top_down repeats the node “%s”: a unit has one target."
                                .formatted(Names.text(row.value().node())));
            }
        }
    }

    private Pair pair(
            Node<Rollup.Unit> unit,
            Tree<Rollup.Unit> units,
            Map<Node<Rollup.Unit>, List<Row<Amount>>> targets,
            Map<Node<Rollup.Unit>, List<Row<Amount>>> plans) {
        double[] planned = units.branch(unit)
                .flatMap(each -> plans.getOrDefault(each, List.of()).stream())
                .flatMap(row -> row.value().value().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Pair(
                targets.getOrDefault(unit, List.of()).stream()
                        .findFirst()
                        .flatMap(row -> row.value().value()),
                planned.length == 0 ? Optional.empty() : Optional.of(Sums.of(planned)),
                direction);
    }

    private Line line(Node<Rollup.Unit> unit, Pair pair, Optional<Double> rootGap) {
        return new Line(
                unit.name(),
                unit.level(),
                cell(pair.topDown()),
                cell(pair.bottomUp()),
                cell(pair.gap()),
                pair.gapPercent(),
                pair.status(),
                cell(pair.gap()
                        .flatMap(gap -> rootGap.filter(whole -> whole != 0 && direction != Direction.TARGET)
                                .map(whole -> gap / whole))));
    }

    private static Cell cell(Optional<Double> number) {
        return number.map(Cell::of).orElse(Cell.blank());
    }
}
