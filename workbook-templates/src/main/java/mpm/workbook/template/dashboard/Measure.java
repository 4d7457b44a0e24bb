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
 * @param adding how months become a year to date
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
        Adding adding,
        double target,
        String source,
        String owner,
        String guard,
        String action,
        Series actual,
        Series plan) {

    /**
     * How months become a year to date.
     *
     * @param how SUM, LAST, or RATIO of two other metrics
     * @param of what is divided, and {@code to} by what, of a RATIO; else empty
     */
    record Adding(String how, String of, String to) {}

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

    /** Outcomes make the total; the others are watched. */
    double weight() {
        return kind.category.equals("Outcome") ? 1 : 0;
    }

    /** Whether a tenth matters; things that are counted come whole. */
    boolean hasDecimals() {
        return unit.equals("%") || adding.how().equals("RATIO");
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
            measure(Kind.OUTCOME, "Marketing-sourced revenue", "Revenue of deals that began with a lead of marketing.")
                    .in(CURRENCY)
                    .target(SampleCompany.REVENUE_GOAL)
                    .from("Ledger", "CMO")
                    .guardedBy("Customers kept")
                    .next("Fill the gap of May and June from Search")
                    .months(of(Month::revenue), of(Month::planRevenue)),
            measure(Kind.OUTCOME, "New customers", "Customers whose first order was booked.")
                    .target(SampleCompany.NEW_CUSTOMERS_GOAL)
                    .from("CRM", "Sales Leader")
                    .guardedBy("Customers kept")
                    .next("Repair the handoffs of AMER")
                    .months(from(Funnel.actual(Stage.WINS)), thisYear(Funnel.plan(Stage.WINS))),
            measure(Kind.OUTCOME, "Customers kept", "Customers of twelve months ago who still buy, in percent.")
                    .in("%")
                    .last()
                    .target(SampleCompany.RETENTION_GOAL)
                    .from("CRM", "Customer Marketing Lead")
                    .guardedBy("Net promoter score")
                    .next("Extend the service programme to AMER")
                    .months(
                            from(Customers.RETENTION),
                            month -> month < YEAR ? null : (double) SampleCompany.RETENTION_GOAL),
            measure(Kind.EARLY_OUTCOME, "Net promoter score", "Promoters less detractors, in points.")
                    .in("points")
                    .last()
                    .target(45.0)
                    .from("Survey", "Customer Insight Lead")
                    .guardedBy("Customers kept")
                    .next("Find out what the service programme did, and keep it")
                    .months(
                            from(Customers.PROMOTERS),
                            month -> month < YEAR ? null : (double) SampleCompany.PROMOTERS_PLAN),
            measure(Kind.OUTPUT, "Leads", "People who asked to hear more.")
                    .target(16_000.0)
                    .from("CRM", "Demand Lead")
                    .guardedBy("Handoffs within 48 h")
                    .next("Replace the shows that were cancelled")
                    .months(of(Month::leads), of(Month::planLeads)),
            measure(Kind.OUTPUT, "Leads from events", "Leads whose first contact was a show or a seminar.")
                    .target(2_400.0)
                    .from("CRM", "Demand Lead EMEA")
                    .guardedBy("Cost per lead")
                    .next("Decide on the spring shows by 10 March")
                    .months(
                            from(Channels.of("Events").leads()),
                            thisYear(Channels.of("Events").planLeads())),
            measure(Kind.OUTPUT, "Leads from social", "Leads whose first contact was a social channel.")
                    .target(2_600.0)
                    .from("CRM", "Brand Lead AMER")
                    .guardedBy("Cost per lead")
                    .next("Learn what the short videos did, and do more of it")
                    .months(
                            from(Channels.of("Social").leads()),
                            thisYear(Channels.of("Social").planLeads())),
            measure(Kind.ACTIVITY, "Marketing spend", "What marketing costs, without salaries.")
                    .in(CURRENCY)
                    .lowerIsBetter()
                    .target(SampleCompany.MARKETING_BUDGET)
                    .from("Ledger", "Finance Partner")
                    .guardedBy("Leads")
                    .next("Release what the cancelled shows left")
                    .months(of(Month::spend), of(Month::planSpend)),
            measure(Kind.OPERATIONAL, "Cost per lead", "Spend divided by leads: a ratio of sums.")
                    .in(CURRENCY)
                    .lowerIsBetter()
                    .ratio("Marketing spend", "Leads")
                    .target(150.0)
                    .from("CRM and ledger", "Demand Lead")
                    .guardedBy("Customers kept")
                    .next("Hold what events cost per lead")
                    .months(
                            month -> ratio(
                                    SampleCompany.MONTHS.get(month).spend(),
                                    SampleCompany.MONTHS.get(month).leads()),
                            month -> ratio(
                                    SampleCompany.MONTHS.get(month).planSpend(),
                                    SampleCompany.MONTHS.get(month).planLeads())),
            measure(Kind.ACTIVITY, "Blog posts", "Posts that were published.")
                    .target(132.0)
                    .from("Web platform", "Brand Lead EMEA")
                    .guardedBy("Leads")
                    .next("Ask whether posts lead to anything")
                    .months(from(Measurement.BLOG_POSTS), month -> month < YEAR ? null : 11.0));

    /** A count of which more is better and whose months add up, unless it is told otherwise. */
    private static Definition measure(Kind kind, String name, String counts) {
        return new Definition(kind, name, counts);
    }

    /** What a metric is said to be, one thing after the other; its months complete it. */
    private static final class Definition {
        private final Kind kind;
        private final String name;
        private final String counts;
        private String unit = "count";
        private String direction = "HIGHER";
        private Adding adding = new Adding("SUM", "", "");
        private double target;
        private String source = "";
        private String owner = "";
        private String guard = "";
        private String action = "";

        private Definition(Kind kind, String name, String counts) {
            this.kind = kind;
            this.name = name;
            this.counts = counts;
        }

        Definition in(String changed) {
            unit = changed;
            return this;
        }

        Definition lowerIsBetter() {
            direction = "LOWER";
            return this;
        }

        Definition last() {
            adding = new Adding("LAST", "", "");
            return this;
        }

        Definition ratio(String of, String to) {
            adding = new Adding("RATIO", of, to);
            return this;
        }

        Definition target(double figure) {
            target = figure;
            return this;
        }

        Definition from(String system, String person) {
            source = system;
            owner = person;
            return this;
        }

        Definition guardedBy(String metric) {
            guard = metric;
            return this;
        }

        Definition next(String step) {
            action = step;
            return this;
        }

        Measure months(Series actual, Series plan) {
            return new Measure(
                    name, counts, kind, unit, direction, adding, target, source, owner, guard, action, actual, plan);
        }
    }

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
