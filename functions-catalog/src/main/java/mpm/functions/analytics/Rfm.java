package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.statistics.MidRanks;
import mpm.method.statistics.Sums;

/** The segments are those that practitioners read off the grid of recency against the mean of frequency and value. */
@WorksheetFunction(
        name = "RFM",
        question = "Which customers are recent, frequent, valuable?",
        stage = MEASURE,
        method =
                "Customers are ranked by the last purchase, the number of purchases and their value; each rank becomes a "
                        + "digit up to the number of bins, and the digits name the segment.",
        source = "Hughes, Strategic Database Marketing, 1994.",
        caution = "Scores compare these customers with each other: a 5 among poor customers is still a poor customer.",
        related = {"CLV.FIT", "PARETO"})
@Example(
        formula = "=MPM.RFM({\"Customer\",\"Date\",\"Amount\";\"Halden Lab\",46230,18000;\"Osmond Clinic\",46390,52000;"
                + "\"Halden Lab\",46400,24000;\"Trent University\",46010,9000;\"Osmond Clinic\",46440,41000}, 46446)",
        shows = "{\"Customer\",\"Recency\",\"Frequency\",\"Monetary\",\"R\",\"F\",\"M\",\"Score\",\"Segment\";"
                + "\"Halden Lab\",46,2,42000,4,5,4,454,\"Loyal Customers\";"
                + "\"Osmond Clinic\",6,2,93000,5,5,5,555,\"Champions\";"
                + "\"Trent University\",436,1,9000,2,2,2,222,\"Hibernating\"}",
        because = "Trent University has not bought for more than a year.")
@Example(
        formula =
                "=MPM.RFM({\"Customer\",\"Date\",\"Amount\";\"A\",46000,10;\"B\",46010,20;\"A\",46020,30;\"C\",46040,5}, 46030, 3, FALSE)",
        shows = "{\"A\",10,2,40,3,3,3,333,\"Champions\";\"B\",20,1,20,2,2,2,222,\"Loyal Customers\"}",
        because = "What C bought lies after the day of judgement.")
@Example(
        formula = "=MPM.RFM({\"Customer\",\"Date\";\"A\",46000}, 46030)",
        shows = "#VALUE!",
        because = "The column Amount is missing.")
public record Rfm(
        @Argument("A row for each purchase; incomplete rows and those after as_of are left out.")
        Rows<Purchase> transactions,

        @Argument("The day of judgement.") Moment asOf,

        @Argument(value = "How many classes each score has, 2 to 9.", otherwise = "5")
        int bins)
        implements Analytics, Computed<Table<Rfm.Line>> {

    private static final int SEGMENT_BINS = 5;

    /** By recency, a row, and by frequency and value, a column; both from the lowest on. */
    private static final List<List<String>> SEGMENTS = List.of(
            List.of("Lost", "Hibernating", "At Risk", "At Risk", "Can't Lose Them"),
            List.of("Hibernating", "Hibernating", "At Risk", "At Risk", "Can't Lose Them"),
            List.of("About To Sleep", "About To Sleep", "Need Attention", "Loyal Customers", "Loyal Customers"),
            List.of("Promising", "Potential Loyalist", "Potential Loyalist", "Loyal Customers", "Loyal Customers"),
            List.of("New Customers", "Potential Loyalist", "Potential Loyalist", "Champions", "Champions"));

    /** A purchase. */
    public record Purchase(
            @Column(value = "Customer", meaning = "Who bought.")
            Cell customer,

            @Column(value = "Date", meaning = "When.") Optional<Moment> date,

            @Column(value = "Amount", meaning = "For how much.")
            Optional<Double> amount) {}

    /** A customer. */
    public record Line(
            @Column(value = "Customer", meaning = "Who; in the order of their first purchase in the table.")
            Cell customer,

            @Column(value = "Recency", meaning = "Days since the last purchase.")
            double recency,

            @Column(value = "Frequency", meaning = "How many purchases.")
            int frequency,

            @Column(value = "Monetary", meaning = "What they add up to.")
            double monetary,

            @Column(value = "R", meaning = "Score of the last purchase, the highest for the latest.")
            int recencyScore,

            @Column(value = "F", meaning = "Score of the number of purchases.")
            int frequencyScore,

            @Column(value = "M", meaning = "Score of their value.")
            int monetaryScore,

            @Column(value = "Score", meaning = "The three digits R, F and M.")
            int score,

            @Column(value = "Segment", meaning = "What such customers are called.")
            String segment) {}

    /** What one customer has bought. */
    private static final class Account {
        private final Cell customer;
        private final Sums.Running amount = new Sums.Running();
        private int purchases;
        private long lastDay = Long.MIN_VALUE;

        Account(Cell customer) {
            this.customer = customer;
        }

        void add(Moment date, double paid) {
            purchases++;
            amount.add(paid);
            lastDay = Math.max(lastDay, date.day());
        }
    }

    @Override
    public Table<Line> value() {
        List<Account> accounts = accounts();
        if (accounts.isEmpty()) {
            throw CellError.NA.because(
                    "No purchase up to as_of has a customer, a date and an amount: give at least one.");
        }
        if (bins < 2 || bins > 9) {
            throw CellError.NUM.because("bins is %d, but 2 to 9 classes make a digit.".formatted(bins));
        }
        int[] r = scores(accounts, account -> (double) account.lastDay);
        int[] f = scores(accounts, account -> account.purchases);
        int[] m = scores(accounts, account -> account.amount.value());
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < accounts.size(); place++) {
            Account account = accounts.get(place);
            lines.add(new Line(
                    account.customer,
                    (double) (asOf.day() - account.lastDay),
                    account.purchases,
                    account.amount.value(),
                    r[place],
                    f[place],
                    m[place],
                    100 * r[place] + 10 * f[place] + m[place],
                    segment(r[place], f[place], m[place])));
        }
        return Table.of(Line.class, lines);
    }

    private List<Account> accounts() {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Purchase purchase : transactions.values()) {
            if (!purchase.customer().isBlank()
                    && purchase.amount().isPresent()
                    && purchase.date().filter(date -> date.day() <= asOf.day()).isPresent()) {
                accounts.computeIfAbsent(
                                Labels.key(purchase.customer().shown()), key -> new Account(purchase.customer()))
                        .add(purchase.date().get(), purchase.amount().get());
            }
        }
        return List.copyOf(accounts.values());
    }

    /** The class of each customer, 1 for the lowest figures. */
    private int[] scores(List<Account> accounts, ToDoubleFunction<Account> figure) {
        double[] ranks = MidRanks.of(accounts.stream().mapToDouble(figure).toArray());
        int[] scores = new int[ranks.length];
        for (int place = 0; place < scores.length; place++) {
            scores[place] = (int) Math.ceil(ranks[place] * bins / scores.length);
        }
        return scores;
    }

    private String segment(int r, int f, int m) {
        int both = (ofFive(f) + ofFive(m) + 1) / 2;
        return SEGMENTS.get(ofFive(r) - 1).get(both - 1);
    }

    private int ofFive(int score) {
        return (SEGMENT_BINS * score + bins - 1) / bins;
    }
}
