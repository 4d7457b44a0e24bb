package mpm.functions.alignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.method.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, or any hierarchy that a table lists as nodes and their parents.
 *
 * @param <R> the record of a row
 */
final class Tree<R extends Record> {

    /** Deeper than any organisation; without a limit the paths of one long chain would fill the memory. */
    private static final int MOST_LEVELS = 256;

    private final List<Node<R>> roots;
    private final List<Node<R>> nodes;
    private final Map<String, Node<R>> byName;

    private Tree(List<Node<R>> roots, List<Node<R>> nodes, Map<String, Node<R>> byName) {
        this.roots = roots;
        this.nodes = nodes;
        this.byName = byName;
    }

    /**
     * Builds the tree of a table.
     *
     * @param node the cell that names a row's node
     * @param parent the cell that names its parent; blank for a root
     * @throws mpm.cell.CellException #VALUE!, naming the node, for a blank or repeated node, an unknown parent, a cycle, or
     *     no root
     */
    static <R extends Record> Tree<R> of(Rows<R> rows, Function<R, Cell> node, Function<R, Cell> parent) {
        Map<String, Node<R>> byName = new LinkedHashMap<>();
        for (Row<R> row : rows) {
            Cell name = node.apply(row.value());
            if (name.isBlank()) {
                throw row.refused(CellError.VALUE, "has no Node: name it.");
            }
            if (byName.putIfAbsent(Names.key(name), new Node<>(row.value(), name)) != null) {
                throw row.refused(
                        CellError.VALUE, "repeats the node “%s”: each node stands once.".formatted(name.shown()));
            }
        }
        List<Node<R>> roots = new ArrayList<>();
        for (Node<R> each : byName.values()) {
            Cell above = parent.apply(each.row());
            if (above.isBlank()) {
                roots.add(each);
            } else {
                Optional.ofNullable(byName.get(Names.key(above)))
                        .orElseThrow(() -> CellError.VALUE.because("The parent “%s” of “%s” is no Node of the table."
                                .formatted(above.shown(), each.name().shown())))
                        .adopt(each);
            }
        }
        List<Node<R>> reached = depthFirst(roots);
        if (reached.size() < byName.size()) {
            byName.values().removeAll(reached);
            throw CellError.VALUE.because(
                    "“%s” lies on a cycle: its chain of parents never reaches a root (a blank Parent)."
                            .formatted(byName.values().iterator().next().name().shown()));
        }
        return new Tree<>(roots, reached, byName);
    }

    /**
     * The only root.
     *
     * @throws mpm.cell.CellException #VALUE! where there are several
     */
    Node<R> root() {
        if (roots.size() > 1) {
            throw CellError.VALUE.because(
                    "The tree has %d roots, “%s” and “%s” among them: leave one Parent blank only."
                            .formatted(
                                    roots.size(),
                                    roots.get(0).name().shown(),
                                    roots.get(1).name().shown()));
        }
        return roots.get(0);
    }

    /** Every node, a parent before its children, children in the order of their rows. */
    List<Node<R>> nodes() {
        return nodes;
    }

    /**
     * The rows of another table by the node that they name, in their order; nodes without a row are not there.
     *
     * @param node the cell that names a row's node
     * @throws mpm.cell.CellException #N/A for a row whose node is not in the tree
     */
    <V extends Record> Map<Node<R>, List<Row<V>>> byNode(Rows<V> rows, Function<V, Cell> node) {
        Map<Node<R>, List<Row<V>>> byNode = new HashMap<>();
        for (Row<V> row : rows) {
            Cell name = node.apply(row.value());
            Node<R> found = byName.get(Names.key(name));
            if (found == null) {
                throw row.refused(
                        CellError.NA, "names the node “%s”, which is not in the tree.".formatted(Names.text(name)));
            }
            byNode.computeIfAbsent(found, first -> new ArrayList<>()).add(row);
        }
        return byNode;
    }

    /** A node and all beneath it, in the order of {@link #nodes}. */
    Stream<Node<R>> branch(Node<R> top) {
        Deadline.check();
        return nodes.subList(top.place, top.end).stream();
    }

    private static <R extends Record> List<Node<R>> depthFirst(List<Node<R>> roots) {
        List<Node<R>> order = new ArrayList<>();
        Deque<Node<R>> open = new ArrayDeque<>();
        pushReversed(open, roots);
        while (!open.isEmpty()) {
            Deadline.check();
            Node<R> next = open.pop();
            if (next.level() > MOST_LEVELS) {
                throw CellError.VALUE.because("The tree is deeper than %d levels at “%s”."
                        .formatted(MOST_LEVELS, next.name().shown()));
            }
            next.place = order.size();
            order.add(next);
            pushReversed(open, next.children());
        }
        for (int place = order.size() - 1; place >= 0; place--) {
            Node<R> node = order.get(place);
            node.end = node.children.isEmpty() ? place + 1 : node.children.get(node.children.size() - 1).end;
        }
        return order;
    }

    private static <R extends Record> void pushReversed(Deque<Node<R>> open, List<Node<R>> nodes) {
        for (int place = nodes.size() - 1; place >= 0; place--) {
            open.push(nodes.get(place));
        }
    }

    /** A node with what lies above and beneath it. */
    static final class Node<R extends Record> {

        private final R row;
        private final Cell name;
        private final List<Node<R>> children = new ArrayList<>();
        private @Nullable Node<R> parent;

        /** Where the node stands in the order of the tree, and where the next one stands that is not beneath it. */
        private int place;

        private int end;

        Node(R row, Cell name) {
            this.row = row;
            this.name = name;
        }

        private void adopt(Node<R> child) {
            children.add(child);
            child.parent = this;
        }

        R row() {
            return row;
        }

        Cell name() {
            return name;
        }

        Optional<Node<R>> parent() {
            return Optional.ofNullable(parent);
        }

        List<Node<R>> children() {
            return Collections.unmodifiableList(children);
        }

        boolean isLeaf() {
            return children.isEmpty();
        }

        /** 1 for a root. */
        int level() {
            int level = 1;
            for (Node<R> above = parent; above != null; above = above.parent) {
                level++;
            }
            return level;
        }

        /** The names from the root down. */
        String path() {
            Deque<String> names = new ArrayDeque<>();
            names.push(Names.text(name));
            for (Node<R> above = parent; above != null; above = above.parent) {
                names.push(Names.text(above.name));
            }
            return String.join(" > ", names);
        }
    }
}
