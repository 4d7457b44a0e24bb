package mpm.workbook.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who needs which information for which decision, where it comes from, how good it is, and what is done about it. */
public final class Information {

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
     * Where information comes from.
     *
     * @param every how many days pass from one delivery to the next
     * @param lastDay when it came last, in days from the first of the fiscal year
     * @param expected rows, accounts or answers that should come
     */
    public record Source(String name, String owner, int every, int lastDay, int expected, int came) {}

    public static final List<Source> SOURCES = List.of(
            new Source("CRM", "Revenue Operations", 7, 241, 9_420, 9_383),
            new Source("Ledger", "Finance Partner", 30, 242, 412, 412),
            new Source("CRM and ledger", "Finance Partner", 30, 242, 6, 6),
            new Source("Orders", "Finance Partner", 7, 240, 1_180, 1_180),
            new Source("Survey", "Customer Insight Lead", 182, -2, 600, 378),
            new Source("Interviews", "Customer Marketing Lead", 90, 200, 24, 21),
            new Source("Web platform", "Brand Lead", 1, 242, 28, 28),
            new Source("Web search logs", "Brand Lead EMEA", 30, 235, 3, 3),
            new Source("Partner portal", "Partner Marketing Lead", 30, 212, 4, 3),
            new Source("Mix model", "Analytics Lead", 90, 242, 6, 6),
            new Source("List test", "Analytics Lead", 90, 236, 4, 4),
            new Source("Commitment register", "CMO", 30, 242, 26, 26),
            new Source("Peer panel", "Strategy Lead", 365, 120, 12, 12),
            new Source("Panel", "Analytics Lead", 90, 158, 1, 1),
            new Source("Press review", "Brand Lead", 30, 214, 40, 33),
            new Source("Calendar", "Demand Lead", 7, 241, 19, 19));

    /**
     * How a metric of the catalogue is measured.
     *
     * @param need the information that it serves; empty if no decision asks for it
     * @param made from what comes, to what is shown
     */
    public record Measured(String code, String need, String cadence, String made) {

        /** Its entry in the catalogue. */
        public Metrics.Metric metric() {
            return Metrics.of(code);
        }
    }

    public static final List<Measured> PLAN = List.of(
            new Measured("REVENUE", "Revenue by month", "Monthly", "Booked orders of sourced deals, in group currency"),
            new Measured("LEADS", "Leads by channel", "Weekly", "New contacts without doubles, by first channel"),
            new Measured(
                    "COST_PER_LEAD", "Cost per lead of events", "Monthly", "Spend of the ledger by leads of the CRM"),
            new Measured("SALES_ACCEPTANCE", "Hours to acceptance", "Weekly", "From hand-over to acceptance, in hours"),
            new Measured("PIPELINE", "Pipeline by partner", "Monthly", "Open deals, credited once"),
            new Measured(
                    "RETENTION_RATE", "Reasons for leaving", "Monthly", "Customers of a year ago who ordered since"),
            new Measured("SITE_VISITS", "Questions by buying role", "Daily", "Visits without robots, by page and role"),
            new Measured("REVENUE_PER_CUSTOMER", "Price paid by segment", "Monthly", "Orders by customers who ordered"),
            new Measured("MKT_SPEND", "Response to spend", "Monthly", "Booked and accrued, by channel"),
            new Measured("WIN_RATE", "Won and lost deals", "Monthly", "Won by decided, by the month of the decision"),
            new Measured(
                    "SHARE_OF_PREFERENCE", "Share of preference", "Half-yearly", "First choices by answers, weighted"),
            new Measured("COST_PER_CUSTOMER", "Benchmarks", "Yearly", "Marketing and sales cost by new customers"),
            new Measured("NEW_LOGOS", "Won and lost deals", "Monthly", "First orders, by customer"),
            new Measured("NPS", "Reasons for leaving", "Monthly", "Promoters less detractors, three months moving"),
            new Measured("BLOG_POSTS", "", "Monthly", "Posts counted"),
            new Measured("MEDIA_MENTIONS", "", "Monthly", "Articles counted"),
            new Measured("EVENT_PARTICIPANTS", "Cost per lead of events", "Monthly", "Badges scanned, without staff"));

    /**
     * What is done to make information good enough.
     *
     * @param quality which of the five it raises
     * @param reaches what that quality comes to, 0 to 1
     * @param progress done so far
     */
    public record Fix(
            String information,
            String quality,
            String does,
            double reaches,
            int firstDay,
            int dueDay,
            double progress,
            String owner) {}

    public static final List<Fix> FIXES = List.of(
            new Fix(
                    "Share of preference",
                    "Current",
                    "Ask a panel in March",
                    0.9,
                    228,
                    266,
                    0.3,
                    "Customer Insight Lead"),
            new Fix(
                    "Share of preference",
                    "Aggregated",
                    "Ask by role and branch",
                    1,
                    228,
                    266,
                    0.3,
                    "Customer Insight Lead"),
            new Fix("Share of preference", "Scoped", "Ask in AMER as well", 1, 228, 266, 0.7, "Customer Insight Lead"),
            new Fix(
                    "Won and lost deals",
                    "Current",
                    "Load closed deals each week",
                    0.9,
                    212,
                    254,
                    0.8,
                    "Revenue Operations"),
            new Fix("Won and lost deals", "Accurate", "Ask why when a deal closes", 0.9, 184, 240, 1, "Sales Leader"),
            new Fix(
                    "Pipeline by partner",
                    "Current",
                    "Link Osier's portal",
                    0.9,
                    200,
                    235,
                    0.4,
                    "Partner Marketing Lead"),
            new Fix(
                    "Pipeline by partner",
                    "Accurate",
                    "Credit each deal once",
                    0.9,
                    212,
                    258,
                    0.9,
                    "Partner Marketing Lead"),
            new Fix("Benchmarks", "Scoped", "Buy the third size of peers", 1, 243, 262, 0, "Strategy Lead"),
            new Fix(
                    "Reasons for leaving",
                    "Scoped",
                    "Ask in AMER as well",
                    1,
                    215,
                    252,
                    0.6,
                    "Customer Marketing Lead"));

    /**
     * A report that somebody needs.
     *
     * @param seenDay when it was seen last, in days from the first of the fiscal year; absent if it cannot be seen
     * @param mostDays how old it may be
     */
    public record Report(
            String party,
            String report,
            String form,
            @Nullable Integer seenDay,
            int mostDays) {}

    public static final List<Report> REPORTS = List.of(
            new Report("Board", "Outcomes of the year", "Spoken", 229, 92),
            new Report("Board", "What the year will land at", "Text", 229, 92),
            new Report("CMO", "One-page dashboard", "Dashboard", 241, 31),
            new Report("CMO", "Commitments due", "Table", 236, 31),
            new Report("CMO", "Share of preference", "Chart", 180, 31),
            new Report("Finance Partner", "Plan, forecast and actual", "Table", 242, 31),
            new Report("Finance Partner", "Commitments to spend", "Table", 236, 31),
            new Report("Sales Leader", "Leads handed over", "Dashboard", 242, 7),
            new Report("Sales Leader", "Won and lost deals", "Chart", 221, 14),
            new Report("Demand Lead EMEA", "Leads and cost by channel", "Chart", 241, 7),
            new Report("Demand Lead AMER", "Leads and cost by channel", "Chart", 226, 7),
            new Report("Partner Marketing Lead", "Pipeline by partner", "Chart", null, 31),
            new Report("Customer Marketing Lead", "Customers kept", "Chart", 241, 31),
            new Report("Agencies", "Campaign calendar", "Table", 229, 31));

    private Information() {}
}
