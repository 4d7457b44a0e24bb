package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.method.statistics.Ranks;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "SWOT",
        question = "What does our SWOT add up to?",
        stage = MEASURE,
        caution =
                "The scores are opinions: what is not on the list weighs nothing, and a long list weighs more than a short one.",
        method =
                "Score is impact times rating times weight. Internal is strengths less weaknesses by their sum, External"
                        + " opportunities less threats by theirs.",
        related = {"MATURITY", "COMPOSITE"})
@Example(
        formula =
                "=MPM.SWOT({\"Type\",\"Item\",\"Impact\",\"Rating\";\"S\",\"Service programme\",4,5;\"W\",\"Handoffs in AMER\",3,4;"
                        + "\"O\",\"Laboratory automation\",5,3;\"T\",\"Price war\",4,4})",
        shows =
                "{\"Type\",\"Item\",\"Score\",\"Rank\";\"S\",\"Service programme\",20,1;\"W\",\"Handoffs in AMER\",12,1;"
                        + "\"O\",\"Laboratory automation\",15,1;\"T\",\"Price war\",16,1;\"Internal\",\"\",0.25,\"\";"
                        + "\"External\",\"\",-0.03225806452,\"\";\"Position\",\"DIVERSIFY\",\"\",\"\";"
                        + "\"Best S×O\",\"Service programme + Laboratory automation\",300,\"\";"
                        + "\"Worst W×T\",\"Handoffs in AMER + Price war\",192,\"\"}",
        because = "Strong within, under pressure from without.")
@Example(
        formula =
                "=MPM.SWOT({\"Type\",\"Item\",\"Impact\",\"Likelihood\";\"Opportunity\",\"New segment\",5,3;\"Weakness\",\"Thin data\",2,\"\"},FALSE)",
        shows =
                "{\"W\",\"Thin data\",#N/A,\"\";\"O\",\"New segment\",15,1;\"Internal\",\"\",#DIV/0!,\"\";\"External\",\"\",1,\"\";"
                        + "\"Position\",\"\",\"\",\"\";\"Best S×O\",\"\",\"\",\"\";\"Worst W×T\",\"\",\"\",\"\"}",
        because = "An item without a rating stands last and does not count.")
@Example(
        formula = "=MPM.SWOT({\"Type\",\"Item\",\"Impact\",\"Rating\";\"Risk\",\"Price war\",4,4})",
        shows = "#VALUE!",
        because = "A risk is no type: it is a threat.")
public record Swot(
        @Argument("One row for each item, with what it would mean and how sure it is.")
        Rows<Item> items) implements Assessment, Computed<Table<Swot.Line>> {

    /** The four kinds of item. */
    public enum Type {
        S,
        W,
        O,
        T;

        /**
         * Reads a type by its first letter.
         *
         * @throws mpm.cell.CellException #VALUE! for another letter
         */
        static Type from(Cell cell) {
            String written = cell.shown().strip().toUpperCase(Locale.ROOT);
            for (Type type : values()) {
                if (written.startsWith(type.name())) {
                    return type;
                }
            }
            throw CellError.VALUE.because(
                    "“%s” is no type: write strength, weakness, opportunity or threat, or S, W, O, T."
                            .formatted(cell.shown()));
        }
    }

    /** Something in favour or against. */
    public record Item(
            @Column(value = "Type", meaning = "Strength, weakness, opportunity or threat; the first letter will do.")
            Type type,

            @Column(value = "Item", meaning = "What it is.") Cell item,

            @Column(value = "Impact", meaning = "What it would mean, 1 to 5.")
            Optional<Double> impact,

            @Column(value = "Rating", alias = "Likelihood", meaning = "How strong or how likely it is, 1 to 5.")
            Optional<Double> rating,

            @Column(
                    value = "Weight",
                    meaning = "What it counts, 0 or more; blank is 1.",
                    optional = true,
                    otherwise = "1")
            double weight) {

        private double score() {
            if (impact.isEmpty() || rating.isEmpty()) {
                throw CellError.NA.because("An Impact or a Rating is blank: give both, 1 to 5.");
            }
            if (isOutside(impact.get()) || isOutside(rating.get()) || weight < 0) {
                throw CellError.NUM.because("Impact and Rating run from 1 to 5, and a Weight is 0 or more.");
            }
            return impact.get() * rating.get() * weight;
        }

        private static boolean isOutside(double figure) {
            return figure < 1 || figure > 5;
        }
    }

    /** An item, or a figure of all. */
    public record Line(
            @Column(value = "Type", meaning = "S, W, O or T; then the name of a figure.")
            String type,

            @Column(value = "Item", meaning = "The item; the position; the pair.")
            Cell item,

            @Column(value = "Score", meaning = "Impact times rating times weight; the figure.")
            Cell score,

            @Column(value = "Rank", meaning = "Place among the items of its type.")
            Cell rank) {}

    /** An item with its score, or the error that it ends in. */
    private record Scored(Item item, Cell cell) {

        boolean isValid() {
            return cell instanceof Cell.Numeric;
        }

        double score() {
            return cell instanceof Cell.Numeric number ? number.value() : 0;
        }
    }

    @Override
    public Table<Line> value() {
        List<Line> lines = new ArrayList<>();
        for (Type type : Type.values()) {
            List<Scored> own = of(type);
            double[] scores = own.stream()
                    .filter(Scored::isValid)
                    .mapToDouble(Scored::score)
                    .toArray();
            own.forEach(each -> lines.add(new Line(
                    type.name(),
                    each.item().item(),
                    each.cell(),
                    each.isValid() ? Cell.of(Ranks.descending(each.score(), scores)) : Cell.blank())));
        }
        Cell within = Cell.computed(() -> balance(Type.S, Type.W));
        Cell without = Cell.computed(() -> balance(Type.O, Type.T));
        Cell blank = Cell.blank();
        lines.add(new Line("Internal", blank, within, blank));
        lines.add(new Line("External", blank, without, blank));
        lines.add(new Line("Position", Cell.of(position(within, without)), blank, blank));
        lines.add(pair("Best S×O", Type.S, Type.O));
        lines.add(pair("Worst W×T", Type.W, Type.T));
        return Table.of(Line.class, lines);
    }

    /** The items of a type, the highest score first; those in error keep their order at the end. */
    private List<Scored> of(Type type) {
        return items.values().stream()
                .filter(item -> item.type() == type)
                .map(item -> new Scored(item, Cell.computed(item::score)))
                .sorted(Comparator.comparing(Scored::isValid)
                        .thenComparingDouble(Scored::score)
                        .reversed())
                .toList();
    }

    private double balance(Type good, Type bad) {
        double plus = sum(good);
        double minus = sum(bad);
        if (plus + minus == 0) {
            throw CellError.DIV0.because("There is no score on either side, so there is no balance.");
        }
        return (plus - minus) / (plus + minus);
    }

    private double sum(Type type) {
        return Sums.of(of(type).stream().mapToDouble(Scored::score).toArray());
    }

    private static String position(Cell within, Cell without) {
        if (within instanceof Cell.Numeric internal && without instanceof Cell.Numeric external) {
            if (internal.value() >= 0) {
                return external.value() >= 0 ? "GROW" : "DIVERSIFY";
            }
            return external.value() >= 0 ? "TURNAROUND" : "DEFEND";
        }
        return "";
    }

    private Line pair(String name, Type one, Type other) {
        List<Scored> first = of(one);
        List<Scored> second = of(other);
        if (first.isEmpty()
                || second.isEmpty()
                || !first.get(0).isValid()
                || !second.get(0).isValid()) {
            return new Line(name, Cell.blank(), Cell.blank(), Cell.blank());
        }
        return new Line(
                name,
                Cell.of(first.get(0).item().item().shown() + " + "
                        + second.get(0).item().item().shown()),
                Cell.of(first.get(0).score() * second.get(0).score()),
                Cell.blank());
    }
}
