package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "PVM",
        question = "Why did revenue differ: volume, mix or price?",
        stage = MEASURE,
        method = "Volume is the change of the whole quantity at the planned mix and prices, mix the shift "
                + "between items at planned prices, price the difference in price on what was sold. The three "
                + "add up to the change.",
        source = "The price, volume and mix analysis of management accounting.",
        caution =
                "An accounting identity, not the effect of a price change on demand; the quantities must share a unit.",
        related = {"VARIANCE", "SCORECARD"})
@Example(
        formula =
                "=MPM.PVM({\"Item\",\"PlanQty\",\"PlanPrice\",\"ActualQty\",\"ActualPrice\";\"Spectrometers\",100,10,120,9;"
                        + "\"Balances\",50,20,40,22})",
        shows = "{\"Item\",\"Volume\",\"Mix\",\"Price\",\"Total\";"
                + "\"Spectrometers\",66.666666667,133.33333333,-120,80;"
                + "\"Balances\",66.666666667,-266.66666667,80,-120;"
                + "\"TOTAL\",133.33333333,-133.33333333,-40,-40}")
@Example(
        formula =
                "=MPM.PVM({\"Item\",\"PlanQty\",\"PlanPrice\",\"ActualQty\",\"ActualPrice\";\"Balances\",100,10,80,10;"
                        + "\"Burettes\",50,20,0,\"\";\"Titrators\",\"\",\"\",40,30},FALSE)",
        shows = "{\"Balances\",-200,0,0,-200;\"Burettes\",-200,-800,0,-1000;\"Titrators\",0,1200,0,1200;"
                + "\"TOTAL\",-400,400,0,0}",
        because = "A dropped and a new item are mix; the smaller quantity at the average plan price is volume.")
@Example(
        formula =
                "=MPM.PVM({\"Item\",\"PlanQty\",\"PlanPrice\",\"ActualQty\",\"ActualPrice\";\"Titrators\",0,\"\",5,7})",
        shows = "#DIV/0!",
        because = "Without any planned quantity there is no planned mix.")
public record Pvm(
        @Argument("One row for each item, with quantities of one unit.")
        Rows<Item> items) implements Accountability, Computed<Table<Pvm.Line>> {

    /** An item. */
    public record Item(
            @Column(value = "Item", meaning = "What is sold.")
            Cell item,

            @Column(value = "PlanQty", meaning = "The planned quantity; blank for a new item.", otherwise = "0")
            double planQuantity,

            @Column(value = "PlanPrice", meaning = "The planned price; may be blank without a planned quantity.")
            Optional<Double> planPrice,

            @Column(value = "ActualQty", meaning = "The quantity sold; blank for a dropped item.", otherwise = "0")
            double actualQuantity,

            @Column(value = "ActualPrice", meaning = "The price obtained; may be blank if nothing was sold.")
            Optional<Double> actualPrice) {}

    /** An item's parts of the difference in revenue. */
    public record Line(
            @Column(value = "Item", meaning = "The item, or TOTAL.")
            Cell item,

            @Column(value = "Volume", meaning = "More or less of everything, in the planned mix and at planned prices.")
            double volume,

            @Column(value = "Mix", meaning = "More or less of this item than of the rest, at planned prices.")
            double mix,

            @Column(value = "Price", meaning = "What was sold, at the price obtained instead of the planned one.")
            double price,

            @Column(value = "Total", meaning = "Actual less planned revenue.")
            double total) {}

    @Override
    public Table<Line> value() {
        items.forEach(Pvm::requirePrices);
        double planned = sum(Item::planQuantity);
        double sold = sum(Item::actualQuantity);
        if (planned == 0) {
            throw CellError.DIV0.because("The planned quantities sum to 0, so there is no planned mix.");
        }
        List<Line> lines = new ArrayList<>();
        items.values().forEach(item -> lines.add(line(item, planned, sold)));
        lines.add(new Line(
                Cell.of("TOTAL"),
                total(lines, Line::volume),
                total(lines, Line::mix),
                total(lines, Line::price),
                total(lines, Line::total)));
        return Table.of(Line.class, lines);
    }

    private static void requirePrices(Row<Item> row) {
        Item item = row.value();
        if (item.planQuantity() != 0 && item.planPrice().isEmpty()) {
            throw row.refused(CellError.VALUE, "has a PlanQty and no PlanPrice: fill it in.");
        }
        if (item.actualQuantity() != 0 && item.actualPrice().isEmpty()) {
            throw row.refused(CellError.VALUE, "has an ActualQty and no ActualPrice: fill it in.");
        }
    }

    private static Line line(Item item, double planned, double sold) {
        double obtained = item.actualQuantity() == 0 ? 0 : item.actualPrice().orElseThrow();
        // A new item has no planned price: at the one obtained, all its revenue is mix.
        double price = item.planQuantity() == 0 ? obtained : item.planPrice().orElseThrow();
        double share = item.planQuantity() / planned;
        return new Line(
                item.item(),
                (sold - planned) * share * price,
                (item.actualQuantity() - sold * share) * price,
                (obtained - price) * item.actualQuantity(),
                obtained * item.actualQuantity() - price * item.planQuantity());
    }

    private double sum(ToDoubleFunction<Item> quantity) {
        return Sums.of(items.values().stream().mapToDouble(quantity).toArray());
    }

    private static double total(List<Line> lines, ToDoubleFunction<Line> column) {
        return Sums.of(lines.stream().mapToDouble(column).toArray());
    }
}
