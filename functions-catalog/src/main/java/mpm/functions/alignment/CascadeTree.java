package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.ShortestDecimal;
import mpm.cell.Table;
import mpm.functions.alignment.Tree.Node;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.apportionment.Unit;
import org.jspecify.annotations.Nullable;

@WorksheetFunction(
        name = "CASCADE.TREE",
        question =
                "How do I take the enterprise goal down to every business unit, department and team without a rounding"
                        + " gap?",
        stage = PLAN,
        method = "Every unit's target is split over the units directly below it as CASCADE does, from the "
                + "root down, so that the units below always add up to the one above.",
        source = "Hamilton's method of largest remainders: Balinski and Young, Fair Representation, 1982.",
        caution =
                "Locks, floors and caps act only among the units of one parent; they do not raise the parent's target.",
        related = {"CASCADE", "ROLLUP", "CASCADE.GAP"})
@Example(
        formula = "=MPM.CASCADE.TREE({\"Node\",\"Parent\",\"Weight\";\"Marketing\",\"\",\"\";\"EMEA\",\"Marketing\",60;"
                + "\"AMER\",\"Marketing\",40;\"Demand EMEA\",\"EMEA\",2;\"Brand EMEA\",\"EMEA\",1}, 100)",
        shows = "{\"Node\",\"Parent\",\"Level\",\"Path\",\"Share\",\"Target\";\"Marketing\",\"\",1,\"Marketing\",1,100;"
                + "\"EMEA\",\"Marketing\",2,\"Marketing > EMEA\",0.6,60;"
                + "\"Demand EMEA\",\"EMEA\",3,\"Marketing > EMEA > Demand EMEA\",0.6666666667,40;"
                + "\"Brand EMEA\",\"EMEA\",3,\"Marketing > EMEA > Brand EMEA\",0.3333333333,20;"
                + "\"AMER\",\"Marketing\",2,\"Marketing > AMER\",0.4,40}")
@Example(
        formula = "=MPM.CASCADE.TREE({\"Node\",\"Parent\",\"Weight\",\"Locked\";\"EMEA\",\"\",\"\",\"\";"
                + "\"Demand\",\"EMEA\",1,\"\";\"Brand\",\"EMEA\",1,300}, 1000, 0, FALSE)",
        shows = "{\"EMEA\",\"\",1,\"EMEA\",1,1000;\"Demand\",\"EMEA\",2,\"EMEA > Demand\",0.7,700;"
                + "\"Brand\",\"EMEA\",2,\"EMEA > Brand\",0.3,300}",
        because = "What is locked leaves the rest to the others.")
@Example(
        formula = "=MPM.CASCADE.TREE({\"Node\",\"Parent\",\"Weight\";\"EMEA\",\"AMER\",1;\"AMER\",\"EMEA\",1}, 1000)",
        shows = "#VALUE!",
        because = "Each lies beneath the other, so there is no root.")
public record CascadeTree(
        @Argument("One row for each unit: its name, the unit above it, and its weight beside its siblings.")
        Rows<Branch> tree,

        @Argument("The target of the root, of either sign.") double total,

        @Argument(value = "Decimals of the targets, -6 to 8: 2 for cents, -3 for thousands.", otherwise = "2")
        int decimals)
        implements Alignment, Computed<Table<CascadeTree.Leaf>> {

    /** A unit of the organisation. */
    public record Branch(
            @Column(value = "Node", meaning = "The unit's name, once.")
            Cell node,

            @Column(value = "Parent", meaning = "The unit above it; blank for the root.")
            Cell parent,

            @Column(value = "Weight", meaning = "What it attracts of its parent's target, 0 or more; blank is 0.")
            Optional<Double> weight,

            @Column(value = "Floor", meaning = "The least it gets, as a size.", optional = true)
            Optional<Double> floor,

            @Column(value = "Cap", meaning = "The most it gets, as a size.", optional = true)
            Optional<Double> cap,

            @Column(value = "Locked", meaning = "A target that is fixed already.", optional = true)
            Optional<Double> locked) {

        private Unit unit() {
            return Unit.of(
                    weight.orElse(0.0), floor.orElse(Double.NaN), cap.orElse(Double.NaN), locked.orElse(Double.NaN));
        }
    }

    /** A unit with its target. */
    public record Leaf(
            @Column(value = "Node", meaning = "The unit.") Cell node,

            @Column(value = "Parent", meaning = "The unit above it.")
            Cell parent,

            @Column(value = "Level", meaning = "1 for the root.")
            int level,

            @Column(value = "Path", meaning = "The names from the root down.")
            String path,

            @Column(value = "Share", meaning = "The target as a share of the parent's.")
            Cell share,

            @Column(value = "Target", meaning = "The unit's target; those of one parent add up to the parent's.")
            double target) {}

    @Override
    public Table<Leaf> value() {
        Tree<Branch> units = Tree.of(tree, Branch::node, Branch::parent);
        Quantum quantum = new Quantum(decimals);
        Map<Node<Branch>, BigDecimal> targets = new HashMap<>();
        targets.put(units.root(), rootTarget(units.root(), quantum));
        for (Node<Branch> unit : units.nodes()) {
            List<@Nullable BigDecimal> parts = parts(unit, at(targets, unit), quantum);
            for (int place = 0; place < parts.size(); place++) {
                targets.put(unit.children().get(place), parts.get(place));
            }
        }
        return Table.of(
                Leaf.class,
                units.nodes().stream().map(unit -> leaf(unit, targets)).toList());
    }

    private BigDecimal rootTarget(Node<Branch> root, Quantum quantum) {
        BigDecimal target = quantum.rounded(total);
        root.row().locked().map(ShortestDecimal::of).ifPresent(locked -> {
            if (locked.compareTo(target) != 0) {
                throw CellError.NUM.because(
                        "The root “%s” is locked at %s, but the total is %s: unlock it or change the total."
                                .formatted(root.name().shown(), locked.toPlainString(), target.toPlainString()));
            }
        });
        return target;
    }

    private static List<@Nullable BigDecimal> parts(Node<Branch> unit, BigDecimal target, Quantum quantum) {
        if (unit.isLeaf()) {
            return List.of();
        }
        try {
            return Apportionment.cascade(
                    target,
                    unit.children().stream().map(child -> child.row().unit()).toList(),
                    quantum);
        } catch (CellException e) {
            throw e.error().because("Below “%s”: %s".formatted(unit.name().shown(), e.reason()));
        }
    }

    private static Leaf leaf(Node<Branch> unit, Map<Node<Branch>, BigDecimal> targets) {
        double target = at(targets, unit).doubleValue();
        return new Leaf(
                unit.name(),
                unit.parent().map(Node::name).orElse(Cell.blank()),
                unit.level(),
                unit.path(),
                unit.parent()
                        .map(parent -> share(target, at(targets, parent).doubleValue()))
                        .orElse(Cell.of(1)),
                target);
    }

    private static BigDecimal at(Map<Node<Branch>, BigDecimal> targets, Node<Branch> unit) {
        return Optional.ofNullable(targets.get(unit)).orElseThrow();
    }

    private static Cell share(double target, double parent) {
        return parent == 0
                ? Cell.of(CellError.DIV0.because("The parent's target is 0, so there is no share of it."))
                : Cell.of(target / parent);
    }
}
