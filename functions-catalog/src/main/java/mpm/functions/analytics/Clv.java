package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import mpm.method.Deadline;
import mpm.method.customerbase.History;
import mpm.method.customerbase.PurchaseModel;
import mpm.method.customerbase.SpendModel;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "CLV",
        question = "What will each customer buy and be worth?",
        stage = MEASURE,
        method =
                "From the purchases of each customer and the way all of them buy follow the chance that they still buy, how "
                        + "often, and for how much; what comes later is discounted.",
        source =
                "Fader, Hardie and Lee, “Counting Your Customers” the Easy Way, 2005; Fader and Hardie, The Gamma-Gamma "
                        + "Model of Monetary Value, 2013.",
        caution =
                "Sums over many customers are sound, the value of a single one is a guess; what it costs to keep them is "
                        + "not in it.",
        related = {"CLV.FIT", "LTV", "RFM"})
@Example(
        formula = "=MPM.CLV({\"Customer\",\"Frequency\",\"Recency\",\"T\",\"Monetary\";\"Halden Lab\",2,30.43,38.86,50;"
                + "\"Trent University\",0,0,38.86,\"\"}, {0.243,4.414,0.793,2.426,6.25,3.74,15.44}, 39, 0.002, 0.6)",
        shows = "{\"Customer\",\"P(alive)\",\"Expected purchases\",\"Expected value\",\"CLV\";"
                + "\"Halden Lab\",0.7265785701,1.226028175,58.043263,33.54443967;"
                + "\"Trent University\",1,0.195098052,6.871154022,3.96781457}",
        because = "Who has bought again will: 39 weeks bring six times as many purchases.")
@Example(
        formula =
                "=MPM.CLV({\"Frequency\",\"Recency\",\"T\";5,20,25}, {\"Param\",\"Estimate\";\"r\",0.2426;\"alpha\",4.4136;"
                        + "\"a\",0.7929;\"b\",2.4259;\"LogLik\",-9582.4;\"p\",\"\";\"q\",\"\";\"v\",\"\"}, 39)",
        shows = "{\"Customer\",\"P(alive)\",\"Expected purchases\",\"Expected value\",\"CLV\";"
                + "1,0.753173587,3.906514442,\"\",\"\"}",
        because = "The table of CLV.FIT may be given whole; without p, q and v there is no value.")
@Example(
        formula = "=MPM.CLV({\"Frequency\",\"Recency\",\"T\";5,20,25}, {0.2426,4.4136,0.7929}, 39)",
        shows = "#VALUE!",
        because = "Four parameters describe how customers buy.")
public record Clv(
        @Argument("A row for each customer.") Rows<Customer> customers,

        @Argument("r, alpha, a, b, and p, q, v if the value is wanted, in this order, or the table of CLV.FIT.")
        CustomerParameters params,

        @Argument("How far to look ahead, above 0, in the unit of T.")
        double horizon,

        @Argument(value = "Rate per unit of T by which later purchases count less, above -1.", otherwise = "0")
        double discount,

        @Argument(value = "What part of a purchase is earned.", otherwise = "1")
        double margin)
        implements Analytics, Computed<Table<Clv.Line>> {

    /** A customer. */
    public record Customer(
            @Column(value = "Customer", meaning = "Who.", optional = true)
            Cell name,

            @Column(value = "Frequency", meaning = "Repeat purchases: how many followed the first.")
            Optional<Double> frequency,

            @Column(value = "Recency", meaning = "Time from the first purchase to the last; 0 without a repeat.")
            Optional<Double> recency,

            @Column(value = "T", meaning = "Time from the first purchase to now, in the same unit.")
            Optional<Double> age,

            @Column(value = "Monetary", meaning = "Mean value of the repeat purchases.", optional = true)
            Optional<Double> monetary) {}

    /** A customer with what is to be expected. */
    public record Line(
            @Column(value = "Customer", meaning = "Who; the number of the row without names.")
            Cell customer,

            @Column(value = "P(alive)", meaning = "Probability that the customer has not dropped out.")
            double alive,

            @Column(value = "Expected purchases", meaning = "Purchases up to the horizon.")
            double purchases,

            @Column(value = "Expected value", meaning = "What they bring, before margin and discount.")
            Cell value,

            @Column(value = "CLV", meaning = "What is earned on them, discounted to today.")
            Cell lifetimeValue) {}

    /** What is to be expected of all customers of one history. */
    private record Outlook(double alive, double purchases, double discounted) {}

    @Override
    public Table<Line> value() {
        PurchaseModel buying = params.buying();
        Optional<SpendModel> spending = params.spending();
        require(horizon > 0, "horizon is above 0.");
        require(discount > -1, "discount is above -1.");
        Map<History, Outlook> outlooks = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Row<Customer> row : customers) {
            Customer customer = row.value();
            History history = Customers.history(row, customer.frequency(), customer.recency(), customer.age());
            Outlook outlook = outlooks.computeIfAbsent(history, each -> outlook(buying, each));
            lines.add(line(row, history, outlook, spending.filter(model -> customers.has("Monetary"))));
        }
        return Table.of(Line.class, lines);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }

    private Outlook outlook(PurchaseModel buying, History history) {
        Deadline.check();
        double purchases = buying.expected(history, horizon);
        return new Outlook(
                buying.alive(history), purchases, discount == 0 ? purchases : discounted(buying, history, purchases));
    }

    /** The purchases of each unit of time, the last one perhaps broken off, discounted from its end. */
    private double discounted(PurchaseModel buying, History history, double purchases) {
        Sums.Running sum = new Sums.Running();
        double before = 0;
        for (double end = 1; end < horizon; end++) {
            Deadline.check();
            double until = buying.expected(history, end);
            sum.add((until - before) / StrictMath.pow(1 + discount, end));
            before = until;
        }
        sum.add((purchases - before) / StrictMath.pow(1 + discount, horizon));
        return sum.value();
    }

    private Line line(Row<Customer> row, History history, Outlook outlook, Optional<SpendModel> spending) {
        Customer customer = row.value();
        Cell name = customers.has("Customer") ? customer.name() : Cell.of(row.number());
        if (spending.isEmpty()) {
            return new Line(name, outlook.alive(), outlook.purchases(), Cell.blank(), Cell.blank());
        }
        double mean = customer.monetary().orElse(0.0);
        if (history.repeats() > 0 && !(mean > 0)) {
            Cell unknown = Cell.of(row.refused(
                    CellError.NUM, "of customers has repeat purchases, so its Monetary must be above 0: fill it in."));
            return new Line(name, outlook.alive(), outlook.purchases(), unknown, unknown);
        }
        double each = spending.get().expected(history.repeats(), mean);
        return new Line(
                name,
                outlook.alive(),
                outlook.purchases(),
                Cell.of(outlook.purchases() * each),
                Cell.of(margin * each * outlook.discounted()));
    }
}
