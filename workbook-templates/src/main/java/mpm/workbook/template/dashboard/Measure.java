package mpm.workbook.template.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Customers;
import mpm.workbook.sample.Funnel;
import mpm.workbook.sample.Funnel.Stage;
import mpm.workbook.sample.Measurement;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Month;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the sample company's board.
 *
 * @param adds how months become a year to date: SUM, LAST, or RATIO of two other metrics
 * @param of what is divided, and {@code to} by what, of a RATIO; else empty
 * @param guard what must not suffer where this one improves
 * @param action what its owner does next
 * @param actual by month, from the first of the year before
 * @param plan the same; the year before may be absent
 */
record Measure(
        String name,
        String counts,
        Kind kind,
        String unit,
        String direction,
        double weight,
        String adds,
        String of,
        String to,
        @Nullable Double target,
        String source,
        String owner,
        String guard,
        String action,
        Series actual,
        Series plan) {

    /** Category and timing. */
    enum Kind {
        OUTCOME("Outcome", "Lagging"),
        EARLY_OUTCOME("Outcome", "Leading"),
        OUTPUT("Output", "Leading"),
        OPERATIONAL("Operational", "Leading"),
        ACTIVITY("Activity", "Leading");

        private final String category;
        private final String timing;

        Kind(String category, String timing) {
            this.category = category;
            this.timing = timing;
        }

        String category() {
            return category;
        }

        String timing() {
            return timing;
        }
    }

    /** Figures by month; what is not known is absent. */
    @FunctionalInterface
    interface Series {
        @Nullable
        Double at(int month);
    }

    private static final int YEAR = SampleCompany.MONTHS_OF_A_YEAR;
    private static final String CURRENCY = "money";

    static final List<Measure> ALL = List.of(
            new Measure(
                    "Marketing-sourced revenue",
                    "Revenue of deals that began with a lead of marketing.",
                    Kind.OUTCOME,
                    CURRENCY,
                    "HIGHER",
                    1,
                    "SUM",
                    "",
                    "",
                    (double) SampleCompany.REVENUE_GOAL,
                    "Ledger",
                    "CMO",
                    "Customers kept",
                    "Fill the gap of May and June from Search",
                    of(Month::revenue),
                    of(Month::planRevenue)),
            new Measure(
                    "New customers",
                    "Customers whose first order was booked.",
                    Kind.OUTCOME,
                    "count",
                    "HIGHER",
                    1,
                    "SUM",
                    "",
                    "",
                    (double) SampleCompany.NEW_CUSTOMERS_GOAL,
                    "CRM",
                    "Sales Leader",
                    "Customers kept",
                    "Repair the handoffs of AMER",
                    from(Funnel.actual(Stage.WINS)),
                    thisYear(Funnel.plan(Stage.WINS))),
            new Measure(
                    "Customers kept",
                    "Customers of twelve months ago who still buy, in percent.",
                    Kind.OUTCOME,
                    "%",
                    "HIGHER",
                    1,
                    "LAST",
                    "",
                    "",
                    (double) SampleCompany.RETENTION_GOAL,
                    "CRM",
                    "Customer Marketing Lead",
                    "Net promoter score",
                    "Extend the service programme to AMER",
                    from(Customers.RETENTION),
                    month -> month < YEAR ? null : (double) SampleCompany.RETENTION_GOAL),
            new Measure(
                    "Net promoter score",
                    "Promoters less detractors, in points.",
                    Kind.EARLY_OUTCOME,
                    "points",
                    "HIGHER",
                    1,
                    "LAST",
                    "",
                    "",
                    45.0,
                    "Survey",
                    "Customer Insight Lead",
                    "Customers kept",
                    "Find out what the service programme did, and keep it",
                    from(Customers.PROMOTERS),
                    month -> month < YEAR ? null : (double) SampleCompany.PROMOTERS_GOAL),
            new Measure(
                    "Leads",
                    "People who asked to hear more.",
                    Kind.OUTPUT,
                    "count",
                    "HIGHER",
                    0,
                    "SUM",
                    "",
                    "",
                    16_000.0,
                    "CRM",
                    "Demand Lead",
                    "Handoffs within 48 h",
                    "Replace the shows that were cancelled",
                    of(Month::leads),
                    of(Month::planLeads)),
            new Measure(
                    "Leads from events",
                    "Leads whose first contact was a show or a seminar.",
                    Kind.OUTPUT,
                    "count",
                    "HIGHER",
                    0,
                    "SUM",
                    "",
                    "",
                    2_400.0,
                    "CRM",
                    "Demand Lead EMEA",
                    "Cost per lead",
                    "Decide on the spring shows by 10 March",
                    from(Channels.of("Events").leads()),
                    thisYear(Channels.of("Events").planLeads())),
            new Measure(
                    "Leads from social",
                    "Leads whose first contact was a social channel.",
                    Kind.OUTPUT,
                    "count",
                    "HIGHER",
                    0,
                    "SUM",
                    "",
                    "",
                    2_600.0,
                    "CRM",
                    "Brand Lead AMER",
                    "Cost per lead",
                    "Learn what the short videos did, and do more of it",
                    from(Channels.of("Social").leads()),
                    thisYear(Channels.of("Social").planLeads())),
            new Measure(
                    "Marketing spend",
                    "What marketing costs, without salaries.",
                    Kind.ACTIVITY,
                    CURRENCY,
                    "LOWER",
                    0,
                    "SUM",
                    "",
                    "",
                    (double) SampleCompany.MARKETING_BUDGET,
                    "Ledger",
                    "Finance Partner",
                    "Leads",
                    "Release what the cancelled shows left",
                    of(Month::spend),
                    of(Month::planSpend)),
            new Measure(
                    "Cost per lead",
                    "Spend divided by leads: a ratio of sums.",
                    Kind.OPERATIONAL,
                    CURRENCY,
                    "LOWER",
                    0,
                    "RATIO",
                    "Marketing spend",
                    "Leads",
                    150.0,
                    "CRM and ledger",
                    "Demand Lead",
                    "Customers kept",
                    "Hold what events cost per lead",
                    month -> ratio(
                            SampleCompany.MONTHS.get(month).spend(),
                            SampleCompany.MONTHS.get(month).leads()),
                    month -> ratio(
                            SampleCompany.MONTHS.get(month).planSpend(),
                            SampleCompany.MONTHS.get(month).planLeads())),
            new Measure(
                    "Blog posts",
                    "Posts that were published.",
                    Kind.ACTIVITY,
                    "count",
                    "HIGHER",
                    0,
                    "SUM",
                    "",
                    "",
                    132.0,
                    "Web platform",
                    "Brand Lead EMEA",
                    "Leads",
                    "Ask whether posts lead to anything",
                    from(Measurement.BLOG_POSTS),
                    month -> month < YEAR ? null : 11.0));

    private static Series of(Function<Month, @Nullable Integer> figure) {
        return month -> Optional.ofNullable(figure.apply(SampleCompany.MONTHS.get(month)))
                .map(Integer::doubleValue)
                .orElse(null);
    }

    private static Series from(List<? extends Number> figures) {
        return month -> month < figures.size() ? figures.get(month).doubleValue() : null;
    }

    private static Series thisYear(List<Integer> figures) {
        return month -> month < YEAR ? null : figures.get(month - YEAR).doubleValue();
    }

    private static @Nullable Double ratio(@Nullable Integer of, @Nullable Integer to) {
        return of == null || to == null ? null : (double) of / to;
    }
}
