package mpm.workbook.sample;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What marketing knows and how well: information needs, insights, and what peers reach. */
public final class Measurement {

    /**
     * Information that a decision needs, and how well it is served.
     *
     * @param decisionDay days from the first of the fiscal year to the decision
     * @param deliveredDay when the information came
     * @param asOfDay the day it speaks of; negative is before the year
     * @param halfLife days after which it is worth half
     */
    public record Need(
            String decision,
            String information,
            String user,
            String source,
            int checks,
            int passed,
            int decisionDay,
            int deliveredDay,
            int asOfDay,
            int halfLife,
            int levelsNeeded,
            int levelsHave,
            int slicesNeeded,
            int slicesHave) {}

    /** The decision on the brand is due at the end of March; its survey is nine months old. */
    public static final List<Need> NEEDS = List.of(
            new Need(
                    "Where next year's brand money goes",
                    "Share of preference",
                    "CMO",
                    "Survey",
                    8,
                    5,
                    273,
                    250,
                    -2,
                    120,
                    3,
                    1,
                    4,
                    2),
            new Need(
                    "How leads are shared out",
                    "Leads by channel",
                    "Demand Lead",
                    "CRM",
                    20,
                    19,
                    248,
                    246,
                    242,
                    60,
                    3,
                    3,
                    6,
                    6),
            new Need(
                    "Whether to book the spring shows",
                    "Cost per lead of events",
                    "Demand Lead EMEA",
                    "CRM and ledger",
                    12,
                    11,
                    245,
                    243,
                    242,
                    90,
                    3,
                    3,
                    2,
                    2),
            new Need(
                    "What the year will land at",
                    "Revenue by month",
                    "Finance Partner",
                    "Ledger",
                    20,
                    20,
                    250,
                    247,
                    242,
                    60,
                    2,
                    2,
                    2,
                    2),
            new Need(
                    "Which handoffs to repair",
                    "Hours to acceptance",
                    "Revenue Operations",
                    "CRM",
                    15,
                    13,
                    249,
                    246,
                    242,
                    30,
                    2,
                    2,
                    2,
                    2),
            new Need(
                    "Which partners to fund",
                    "Pipeline by partner",
                    "Partner Marketing Lead",
                    "Partner portal",
                    10,
                    7,
                    260,
                    255,
                    212,
                    90,
                    2,
                    2,
                    4,
                    3),
            new Need(
                    "Whom the service programme calls",
                    "Reasons for leaving",
                    "Customer Marketing Lead",
                    "Interviews",
                    9,
                    8,
                    255,
                    240,
                    200,
                    120,
                    2,
                    2,
                    3,
                    2),
            new Need(
                    "Which content is written next",
                    "Questions by buying role",
                    "Brand Lead EMEA",
                    "Web search logs",
                    10,
                    9,
                    252,
                    248,
                    235,
                    60,
                    3,
                    2,
                    3,
                    3),
            new Need(
                    "What the offer costs",
                    "Price paid by segment",
                    "Sales Leader",
                    "Orders",
                    12,
                    12,
                    270,
                    262,
                    242,
                    120,
                    3,
                    3,
                    4,
                    4),
            new Need(
                    "How budget moves between channels",
                    "Response to spend",
                    "Analytics Lead",
                    "Mix model",
                    10,
                    8,
                    262,
                    258,
                    242,
                    90,
                    2,
                    2,
                    6,
                    6),
            new Need(
                    "Whether the trial offer is rolled out",
                    "Requests, tested against control",
                    "Analytics Lead",
                    "List test",
                    6,
                    6,
                    258,
                    251,
                    236,
                    180,
                    2,
                    2,
                    2,
                    2),
            new Need(
                    "Which goals AMER can promise",
                    "Forecast errors by region",
                    "CMO",
                    "Commitment register",
                    12,
                    12,
                    256,
                    249,
                    242,
                    60,
                    2,
                    2,
                    2,
                    2),
            new Need(
                    "Where competitors gain",
                    "Won and lost deals",
                    "Sales Leader",
                    "CRM",
                    14,
                    10,
                    259,
                    257,
                    222,
                    60,
                    3,
                    2,
                    4,
                    4),
            new Need(
                    "What peers spend",
                    "Benchmarks",
                    "Strategy Lead",
                    "Peer panel",
                    5,
                    4,
                    265,
                    244,
                    120,
                    365,
                    2,
                    2,
                    3,
                    2));

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
