package mpm.functions.alignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.functions.alignment.AlignCoverage.Link;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;
import org.jspecify.annotations.Nullable;

/** Items, what they serve, and the goals that they reach so; unlike in a {@link Tree} an item may serve several others. */
final class LineOfSight {

    private static final String ACTIVITY = "ACTIVITY";
    private static final double SHARES_TOLERANCE = 1e-6;

    private final Map<String, Item> items = new LinkedHashMap<>();

    private LineOfSight() {}

    /**
     * Builds the graph of a table.
     *
     * @param top the type of the goals
     * @throws mpm.cell.CellException #VALUE! for a blank item, a repeated link, an item with two types or two spends, or a
     *     cycle; #NUM! for a negative spend or share, or shares of an item that do not add up to 1
     */
    static LineOfSight of(Rows<Link> links, String top) {
        LineOfSight sight = new LineOfSight();
        for (Row<Link> row : links) {
            sight.addItem(row, top.strip());
        }
        for (Row<Link> row : links) {
            sight.addLink(row);
        }
        List<Item> parentsFirst = sight.parentsFirst();
        for (Row<Link> row : links) {
            requireNonNegative(row);
        }
        parentsFirst.forEach(Item::cover);
        return sight;
    }

    private void addItem(Row<Link> row, String top) {
        Link link = row.value();
        if (link.item().isBlank()) {
            throw row.refused(CellError.VALUE, "has no Item: name it.");
        }
        Item item = items.computeIfAbsent(Names.key(link.item()), key -> new Item(link.item(), items.size()));
        Optional<String> type = link.type().map(String::strip);
        if (type.isPresent() && item.type.isPresent() && !type.get().equalsIgnoreCase(item.type.get())) {
            throw row.refused(
                    CellError.VALUE,
                    "gives “%s” another Type than before: each item has one.".formatted(Names.text(item.name)));
        }
        if (link.spend().isPresent() && item.spend.isPresent() && !link.spend().equals(item.spend)) {
            throw row.refused(
                    CellError.VALUE,
                    "gives “%s” another Spend than before: give it once for each item."
                            .formatted(Names.text(item.name)));
        }
        item.type = item.type.or(() -> type);
        item.spend = item.spend.or(link::spend);
        item.isTop = item.hasType(top);
    }

    private void addLink(Row<Link> row) {
        Link link = row.value();
        if (link.parent().isBlank()) {
            return;
        }
        Item item = item(link.item());
        String parent = Names.key(link.parent());
        if (item.links.putIfAbsent(parent, new Upward(items.get(parent), link.share())) != null) {
            throw row.refused(
                    CellError.VALUE,
                    "repeats the link from “%s” to “%s”: each link stands once."
                            .formatted(Names.text(item.name), Names.text(link.parent())));
        }
    }

    private Item item(Cell name) {
        return Optional.ofNullable(items.get(Names.key(name))).orElseThrow();
    }

    private static void requireNonNegative(Row<Link> row) {
        if (row.value().spend().orElse(0.0) < 0) {
            throw row.refused(CellError.NUM, "has a negative Spend: give 0 or more.");
        } else if (row.value().share().orElse(0.0) < 0) {
            throw row.refused(CellError.NUM, "has a negative Share: give 0 or more.");
        }
    }

    /** Every item after all that it serves. */
    private List<Item> parentsFirst() {
        List<Item> order = new ArrayList<>();
        Set<Item> done = new HashSet<>();
        Deque<Item> open = new ArrayDeque<>(items.values());
        Set<Item> entered = new HashSet<>();
        while (!open.isEmpty()) {
            Deadline.check();
            Item item = open.peek();
            if (entered.add(item)) {
                for (Item parent : item.parents()) {
                    if (!entered.contains(parent)) {
                        open.push(parent);
                    } else if (!done.contains(parent)) {
                        throw CellError.VALUE.because(
                                "“%s” leads back to itself by way of “%s”: take one link of the circle out."
                                        .formatted(Names.text(parent.name), Names.text(item.name)));
                    }
                }
            } else {
                open.pop();
                if (done.add(item)) {
                    order.add(item);
                }
            }
        }
        return order;
    }

    /** Every item, goals included, in the order of first appearance. */
    Collection<Item> items() {
        return items.values();
    }

    /** What an item reaches; a goal reaches nothing beyond itself. */
    Sight from(Item item) {
        return search(item.isTop ? List.of() : List.of(item));
    }

    /** The goals that activities reach; where the table has no activity, that any item reaches. */
    Set<Item> reachedByActivities() {
        List<Item> below = items.values().stream().filter(item -> !item.isTop).toList();
        List<Item> activities =
                below.stream().filter(item -> item.hasType(ACTIVITY)).toList();
        return Set.copyOf(search(activities.isEmpty() ? below : activities).reached());
    }

    /** Breadth first, parents in the order of their rows; a way ends at the first goal. */
    private static Sight search(List<Item> from) {
        Map<Item, Optional<Item>> cameFrom = new LinkedHashMap<>();
        from.forEach(item -> cameFrom.put(item, Optional.empty()));
        List<Item> reached = new ArrayList<>();
        Deque<Item> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Deadline.check();
            Item item = open.remove();
            for (Item parent : item.parents()) {
                if (cameFrom.putIfAbsent(parent, Optional.of(item)) == null) {
                    (parent.isTop ? reached : open).add(parent);
                }
            }
        }
        Deque<Item> path = new ArrayDeque<>();
        Optional<Item> step = reached.stream().findFirst();
        while (step.isPresent()) {
            path.addFirst(step.get());
            step = cameFrom.getOrDefault(step.get(), Optional.empty());
        }
        reached.sort(Comparator.comparingInt(item -> item.place));
        return new Sight(reached, List.copyOf(path));
    }

    /**
     * What is seen from an item.
     *
     * @param reached the goals, in the order of first appearance
     * @param path the shortest way to a goal, both ends included; empty without one
     */
    record Sight(List<Item> reached, List<Item> path) {

        boolean reachesAny() {
            return !reached.isEmpty();
        }

        /** The links of the path. */
        int length() {
            return path.size() - 1;
        }
    }

    /** A link to what an item serves; a parent that is no item leads nowhere. */
    private record Upward(@Nullable Item parent, Optional<Double> share) {}

    /** An activity, a programme, a goal. */
    static final class Item {

        private final Cell name;
        private final int place;
        private final Map<String, Upward> links = new LinkedHashMap<>();
        private Optional<String> type = Optional.empty();
        private Optional<Double> spend = Optional.empty();
        private boolean isTop;
        private double coveredPart;

        private Item(Cell name, int place) {
            this.name = name;
            this.place = place;
        }

        Cell name() {
            return name;
        }

        Optional<Double> spend() {
            return spend;
        }

        /** Whether it is one of the goals. */
        boolean isTop() {
            return isTop;
        }

        /** The part of its spend that reaches goals, once all that it serves knows its own. */
        double coveredPart() {
            return coveredPart;
        }

        private boolean hasType(String wanted) {
            return type.orElse("").equalsIgnoreCase(wanted);
        }

        private List<Item> parents() {
            return links.values().stream()
                    .map(Upward::parent)
                    .flatMap(parent -> Optional.ofNullable(parent).stream())
                    .toList();
        }

        private void cover() {
            double[] shares = shares();
            double[] covered = links.values().stream()
                    .mapToDouble(link -> link.parent() == null ? 0 : link.parent().coveredPart)
                    .toArray();
            coveredPart = isTop ? 1 : Sums.ofProducts(shares, covered);
        }

        /** The part of the spend for each link: as given, blank is 0; where none is given, equal parts. */
        private double[] shares() {
            if (links.values().stream().allMatch(link -> link.share().isEmpty())) {
                return links.values().stream()
                        .mapToDouble(link -> 1.0 / links.size())
                        .toArray();
            }
            double[] shares = links.values().stream()
                    .mapToDouble(link -> link.share().orElse(0.0))
                    .toArray();
            double sum = Sums.of(shares);
            if (!(Math.abs(sum - 1) <= SHARES_TOLERANCE)) {
                throw CellError.NUM.because("The shares of “%s” add up to %s instead of 1."
                        .formatted(Names.text(name), Cell.of(sum).shown()));
            }
            return shares;
        }
    }
}
