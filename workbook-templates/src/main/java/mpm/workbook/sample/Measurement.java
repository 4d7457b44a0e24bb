package mpm.workbook.sample;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What marketing learns: insights, what peers reach, and how many posts it writes. */
public final class Measurement {

    /**
     * Something learned.
     *
     * @param learnedDay days from the first of the fiscal year; negative is before
     * @param days until it was acted on; absent while it is open
     */
    public record Insight(
            String learned,
            String area,
            int learnedDay,
            @Nullable Integer days) {

        /** Before the baseline date, the first day of the fiscal year. */
        public boolean isBaseline() {
            return learnedDay <= 0;
        }
    }

    public static final List<Insight> INSIGHTS = List.of(
            new Insight("Lab managers compare on the phone", "Search", -170, 61),
            new Insight("Application notes are read to the end", "Content", -150, 48),
            new Insight("Trial requests stall at the form", "Email", -128, 52),
            new Insight("Two shows bring the same visitors", "Events", -101, 75),
            new Insight("Resellers miss technical sheets", "Partner", -84, 44),
            new Insight("Scientists share methods, not products", "Social", -60, 39),
            new Insight("AMER answers leads on Mondays", "Handoff", -33, 57),
            new Insight("Comparison pages win buyers", "Search", 12, 34),
            new Insight("Short videos halve the cost of a lead", "Social", 31, 21),
            new Insight("Service calls keep customers", "Customer", 55, 40),
            new Insight("Seminars sell better than shows", "Events", 82, 47),
            new Insight("Kestrel's accounts buy twice", "Partner", 104, 29),
            new Insight("Buyers ask for calibration data", "Content", 121, 25),
            new Insight("Evening mails are not opened", "Email", 143, 38),
            new Insight("A trial offer brings requests", "Email", 190, 36),
            new Insight("Methods posts bring social leads", "Social", 205, 30),
            new Insight("AMER's handoffs wait over weekends", "Handoff", 214, null),
            new Insight("Osier's claims bring no accounts", "Partner", 226, null),
            new Insight("Spring shows overlap with seminars", "Events", 235, null));

    /** Figures of twelve invented peers, and the company's own. */
    public record Benchmark(String metric, String unit, boolean isLowerBetter, double own, List<Double> peers) {}

    public static final List<Benchmark> BENCHMARKS = List.of(
            new Benchmark(
                    "Cost per lead",
                    "EUR",
                    true,
                    155,
                    peers(149, 204, 126, 182, 232, 141, 160, 248, 118, 190, 215, 133)),
            new Benchmark(
                    "Marketing share of revenue",
                    "%",
                    false,
                    5,
                    peers(4.1, 6.2, 5.4, 7.0, 3.8, 5.1, 4.6, 6.6, 5.8, 4.9, 7.4, 5.6)),
            new Benchmark("Leads that qualify", "%", false, 30, peers(27, 33, 24, 31, 36, 28, 22, 35, 29, 26, 38, 25)),
            new Benchmark(
                    "Customers kept",
                    "%",
                    false,
                    93.1,
                    peers(91.0, 93.5, 88.4, 92.2, 94.6, 89.7, 90.3, 92.8, 87.5, 91.6, 93.9, 90.9)),
            new Benchmark("Handoffs in time", "%", false, 74.5, peers(82, 71, 88, 79, 91, 68, 84, 76, 86, 73, 80, 89)));

    /** Blog posts by month, the year before and the closed months: they lead nothing. */
    public static final List<Integer> BLOG_POSTS =
            List.of(11, 14, 9, 12, 13, 10, 12, 9, 14, 11, 10, 13, 12, 9, 13, 11, 14, 10, 9, 12);

    private Measurement() {}

    private static List<Double> peers(double... figures) {
        return Arrays.stream(figures).boxed().toList();
    }
}
