package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

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
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.customerbase.Fit;
import mpm.method.customerbase.History;
import mpm.method.customerbase.PurchaseModel;
import mpm.method.customerbase.SpendModel;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.Pairs;

/**
 * Where no correlation can be told, because all bought equally often or for the same, its cell is blank: an error would keep
 * CLV from reading the table.
 */
@WorksheetFunction(
        name = "CLV.FIT",
        question = "How do my customers buy and drop out?",
        stage = MEASURE,
        method =
                "The BG/NBD model lets each customer have a rate of buying and a chance of dropping out of their own, and "
                        + "finds how both are spread by maximum likelihood; the gamma-gamma model does the same for what they spend.",
        source =
                "Fader, Hardie and Lee, “Counting Your Customers” the Easy Way, 2005; Fader and Hardie, The Gamma-Gamma "
                        + "Model of Monetary Value, 2013.",
        caution = "p, q and v hold only where those who buy more often do not spend more each time: Corr is less than "
                + "about 0.3, up or down.",
        related = {"CLV", "RFM", "RETENTION"})
@Example(
        formula =
                "=MPM.CLV.FIT({\"Frequency\",\"Recency\",\"T\";2,9.5,42;1,13,38;4,13,47;9,33,35;3,27,29;4,22,26;0,0,42;1,15,32;"
                        + "1,24,29;4,5.5,51;0,0,30;11,25,50;1,2,34}, 0.01)",
        shows = "{\"Param\",\"Estimate\";\"r\",0.8559078365;\"alpha\",4.572912292;\"a\",0.6000369804;"
                + "\"b\",1.571099596;\"LogLik\",-126.750018;\"p\",\"\";\"q\",\"\";\"v\",\"\";"
                + "\"LogLik GG\",\"\";\"Corr\",\"\";\"Converged\",TRUE}",
        because = "Thirteen customers tell little: a penalty steadies the parameters.")
@Example(
        formula =
                "=MPM.CLV.FIT({\"Frequency\",\"Recency\",\"T\",\"Monetary\";2,9.5,42,30;1,13,38,64;4,13,47,29;9,33,35,43;"
                        + "3,27,29,41;4,22,26,35;0,0,42,\"\";1,15,32,22;1,24,29,80;4,5.5,51,38;0,0,30,\"\";11,25,50,33;1,2,34,25}, 0.001)",
        shows = "{\"Param\",\"Estimate\";\"r\",0.9307842808;\"alpha\",5.161785554;\"a\",1.097272548;"
                + "\"b\",3.758661428;\"LogLik\",-126.2586978;\"p\",5.98376732;\"q\",9.34213768;"
                + "\"v\",57.37382406;\"LogLik GG\",-43.69345839;\"Corr\",-0.1834921503;"
                + "\"Converged\",TRUE}",
        because = "With the mean value of the repeat purchases it is known what they spend as well.")
@Example(
        formula = "=MPM.CLV.FIT({\"Frequency\",\"Recency\",\"T\";2,9.5,42;1,13,38})",
        shows = "#NUM!",
        because = "Two customers are too few.")
public record ClvFit(
        @Argument("A row for each customer.") Rows<Customer> customers,

        @Argument(value = "How strongly the parameters are held towards 0; 0 for not at all.", otherwise = "0")
        double penalty)
        implements Analytics, Computed<Table<ClvFit.Line>> {

    private static final int FEWEST = 10;
    private static final int FEWEST_REPEATING = 2;

    /** A customer. */
    public record Customer(
            @Column(value = "Frequency", meaning = "Repeat purchases: how many followed the first.")
            Optional<Double> frequency,

            @Column(value = "Recency", meaning = "Time from the first purchase to the last; 0 without a repeat.")
            Optional<Double> recency,

            @Column(value = "T", meaning = "Time from the first purchase to now, in the same unit.")
            Optional<Double> age,

            @Column(value = "Monetary", meaning = "Mean value of the repeat purchases.", optional = true)
            Optional<Double> monetary) {}

    /** A parameter. */
    public record Line(
            @Column(
                    value = "Param",
                    meaning =
                            "r, alpha: rate of buying; a, b: dropping out; p, q, v: spend; LogLik, LogLik GG: fit of the two.")
            String parameter,

            @Column(value = "Estimate", meaning = "Its estimate; p to Corr are blank without Monetary.")
            Cell estimate) {}

    @Override
    public Table<Line> value() {
        List<History> histories = new ArrayList<>();
        List<Double> repeats = new ArrayList<>();
        List<Double> spends = new ArrayList<>();
        boolean hasMonetary = customers.has("Monetary");
        for (Row<Customer> row : customers) {
            Customer customer = row.value();
            History history = Customers.history(row, customer.frequency(), customer.recency(), customer.age());
            histories.add(history);
            if (history.repeats() > 0) {
                double spend = customer.monetary().orElse(0.0);
                Customers.require(
                        row, !hasMonetary || spend > 0, "Monetary is above 0 where there are repeat purchases.");
                repeats.add(history.repeats());
                spends.add(spend);
            }
        }
        if (histories.size() < FEWEST || repeats.size() < FEWEST_REPEATING) {
            throw CellError.NUM.because(
                    "%d customers, %d of them with repeat purchases, are too few: give at least %d and %d."
                            .formatted(histories.size(), repeats.size(), FEWEST, FEWEST_REPEATING));
        }
        if (penalty < 0) {
            throw CellError.NUM.because("penalty is 0 or more.");
        }
        Fit<PurchaseModel> buying = PurchaseModel.fit(histories, penalty);
        List<Line> lines = new ArrayList<>(List.of(
                line("r", buying.model().r()),
                line("alpha", buying.model().alpha()),
                line("a", buying.model().a()),
                line("b", buying.model().b()),
                line("LogLik", buying.logLikelihood())));
        if (hasMonetary) {
            double[] x = numbers(repeats);
            double[] m = numbers(spends);
            Fit<SpendModel> spending = SpendModel.fit(x, m, penalty);
            lines.add(line("p", spending.model().p()));
            lines.add(line("q", spending.model().q()));
            lines.add(line("v", spending.model().v()));
            lines.add(line("LogLik GG", spending.logLikelihood()));
            lines.add(new Line("Corr", correlation(x, m)));
            lines.add(new Line("Converged", Cell.of(buying.isConverged() && spending.isConverged())));
        } else {
            List.of("p", "q", "v", "LogLik GG", "Corr").forEach(name -> lines.add(new Line(name, Cell.blank())));
            lines.add(new Line("Converged", Cell.of(buying.isConverged())));
        }
        return Table.of(Line.class, lines);
    }

    private static Line line(String parameter, double estimate) {
        return new Line(parameter, Cell.of(estimate));
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    private static Cell correlation(double[] x, double[] m) {
        Cell correlation = Cell.computed(
                () -> CorrelationMethod.PEARSON.coefficient(Pairs.of(Series.column(x), Series.column(m))));
        return correlation instanceof Cell.Numeric ? correlation : Cell.blank();
    }
}
