package mpm.workbook.sample;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.workbook.sample.Channels.Region;
import org.jspecify.annotations.Nullable;

/**
 * The sample company, eight months into its year: leads fell behind while revenue, which follows them by five months, still looks
 * well. Its figures stand once, by business area, and agree to the cent wherever the same thing is shown.
 */
public final class SampleCompany {

    public static final String GROUP_CURRENCY = "EUR";
    public static final int MONTHS_OF_A_YEAR = 12;

    /** How many of the year's twelve months have closed. */
    public static final int CLOSED_MONTHS = 8;

    /** By how many months leads run ahead of revenue. */
    public static final int LEAD_TIME = 5;

    public static final int ENTERPRISE_REVENUE = 48_000_000;
    public static final int ENTERPRISE_REVENUE_LAST_YEAR = 42_500_000;

    /** The year's goals of marketing; retention in percent. */
    public static final int REVENUE_GOAL = 12_000_000;

    public static final int NEW_CUSTOMERS_GOAL = 240;
    public static final int RETENTION_GOAL = 92;
    /** The net promoter score that is planned of each month. */
    public static final int PROMOTERS_PLAN = 42;

    public static final int AVERAGE_DEAL = 50_000;
    public static final int MARKETING_BUDGET = 2_400_000;

    /** Euro for a US dollar. */
    public static final double BUDGET_RATE = 0.90;

    public static final double AVERAGE_RATE = 0.92;

    /** How the year's demand is spread over its months; the mean is 1. */
    public static final List<Double> SEASON = List.of(0.7, 0.6, 1.1, 1.2, 1.2, 0.9, 0.9, 1.0, 1.2, 1.1, 1.1, 1.0);

    /**
     * A unit of the organisation.
     *
     * @param parent the code of the unit above it; empty for the root
     * @param level 1 for the enterprise, then business unit, department and sub-function
     * @param owner a role
     * @param channel of a sub-function; empty elsewhere
     */
    public record Unit(
            String code, String name, String parent, int level, String currency, String owner, String channel) {

        static Unit of(String code, String name, String parent, int level, String currency, String owner) {
            return new Unit(code, name, parent, level, currency, owner, "");
        }
    }

    private static final List<Unit> DEPARTMENTS = List.of(
            Unit.of("MKT", "Marketing", "", 1, "EUR", "CMO"),
            Unit.of("EMEA", "EMEA", "MKT", 2, "EUR", "Marketing Lead EMEA"),
            Unit.of("AMER", "AMER", "MKT", 2, "USD", "Marketing Lead AMER"),
            Unit.of("DEMAND_EMEA", "Demand EMEA", "EMEA", 3, "EUR", "Demand Lead EMEA"),
            Unit.of("BRAND_EMEA", "Brand EMEA", "EMEA", 3, "EUR", "Brand Lead EMEA"),
            Unit.of("PARTNER_EMEA", "Partner EMEA", "EMEA", 3, "EUR", "Partner Marketing Lead"),
            Unit.of("DEMAND_AMER", "Demand AMER", "AMER", 3, "USD", "Demand Lead AMER"),
            Unit.of("BRAND_AMER", "Brand AMER", "AMER", 3, "USD", "Brand Lead AMER"));

    /** The enterprise's marketing, its business units and departments, then a sub-function for each channel of a region. */
    public static final List<Unit> UNITS = Stream.concat(
                    DEPARTMENTS.stream(),
                    Stream.of(Region.values())
                            .flatMap(region ->
                                    Channels.ALL.stream().map(channel -> subFunction(region, channel.name()))))
            .toList();

    /**
     * A month of marketing; what has not happened yet is absent.
     *
     * @param retention customers kept, in percent
     * @param promoters the net promoter score
     */
    public record Month(
            int planLeads,
            @Nullable Integer leads,
            int planSpend,
            @Nullable Integer spend,
            int planRevenue,
            @Nullable Integer revenue,
            @Nullable Double retention,
            @Nullable Integer promoters) {}

    private static final List<Integer> PLAN_LEADS_LAST_YEAR =
            List.of(817, 700, 1_283, 1_400, 1_400, 1_050, 1_050, 1_167, 1_400, 1_283, 1_283, 1_167);
    private static final List<Integer> PLAN_SPEND_LAST_YEAR = List.of(
            124_200, 106_400, 195_000, 212_800, 212_800, 159_600, 159_600, 177_400, 212_800, 195_000, 195_000, 177_400);

    /** The year before and the year that is planned, each from its first month. */
    public static final List<Month> MONTHS = IntStream.range(0, 2 * MONTHS_OF_A_YEAR)
            .mapToObj(SampleCompany::month)
            .toList();

    /** A success factor, scored from 1 to 5. */
    public record Factor(String name, double score, double target) {}

    public static final List<Factor> FACTORS = List.of(
            new Factor("Alignment", 3.4, 4),
            new Factor("Accountability", 3.1, 4),
            new Factor("Analytics", 2.6, 4),
            new Factor("Automation", 2.9, 4),
            new Factor("Alliances", 2.3, 4),
            new Factor("Assessment", 2.8, 4));

    private SampleCompany() {}

    private static Month month(int place) {
        boolean lastYear = place < MONTHS_OF_A_YEAR;
        boolean open = place >= MONTHS_OF_A_YEAR + CLOSED_MONTHS;
        int month = place - MONTHS_OF_A_YEAR;
        return new Month(
                lastYear ? PLAN_LEADS_LAST_YEAR.get(place) : Channels.planLeads(month),
                open ? null : Channels.leads(place),
                lastYear ? PLAN_SPEND_LAST_YEAR.get(place) : Channels.planSpend(month),
                open ? null : Channels.spend(place),
                Revenue.PLAN.get(place),
                open ? null : Revenue.ACTUAL.get(place),
                open ? null : Customers.RETENTION.get(place),
                open ? null : Customers.PROMOTERS.get(place));
    }

    private static Unit subFunction(Region region, String channel) {
        String department = switch (channel) {
            case "Content", "Social" -> "BRAND_" + region;
            case "Partner" -> region == Region.EMEA ? "PARTNER_EMEA" : "DEMAND_AMER";
            default -> "DEMAND_" + region;
        };
        // The department has the channel's name already.
        String name = channel.equals("Partner") ? "Alliances" : channel;
        return new Unit(
                "%s_%s".formatted(name.toUpperCase(Locale.ROOT), region),
                "%s %s".formatted(name, region),
                department,
                4,
                region == Region.EMEA ? "EUR" : "USD",
                "%s Manager %s".formatted(name, region),
                channel);
    }
}
