package mpm.workbook.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.method.random.SplitMix64;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.Channels.Region;

/** What was tried against something else: an offer to a list, versions of a page, service for customers, seminars in territories. */
public final class Experiments {

    /** An arm of the test of the list: half of it was held out. */
    public record Arm(String segment, boolean isTreated, int addresses, int requests) {}

    public static final List<Arm> LIST_TEST = List.of(
            new Arm("EMEA", false, 6_000, 129),
            new Arm("EMEA", true, 6_000, 165),
            new Arm("AMER", false, 4_000, 81),
            new Arm("AMER", true, 4_000, 95));

    /**
     * Two versions of something, shown by lot.
     *
     * @param planned how many were to see each of them
     */
    public record Versions(
            String name, String a, String b, int planned, int shownA, int didA, int shownB, int didB, String owner) {

        /** So few that every table is counted. */
        public boolean isSmall() {
            return shownA < 100;
        }
    }

    public static final List<Versions> VERSIONS = List.of(
            versions("Trial form", "Nine fields", "Five fields", 2_300, 2_400, 288, 2_380, 351, "Email Manager EMEA"),
            versions("Subject line", "Statement", "Question", 6_000, 6_000, 1_080, 6_000, 1_146, "Email Manager EMEA"),
            versions("Hour of the mail", "Morning", "Evening", 5_000, 5_000, 925, 5_000, 690, "Email Manager AMER"),
            versions("Landing page", "No prices", "Prices", 3_000, 3_100, 105, 3_060, 131, "Search Manager EMEA"),
            versions("Page for buyers", "Product", "Comparison", 2_100, 2_200, 46, 2_150, 74, "Search Manager EMEA"),
            versions("Video", "Two minutes", "20 seconds", 9_500, 9_800, 101, 9_750, 137, "Social Manager AMER"),
            versions("Chat on orders", "None", "Chat", 400, 42, 3, 40, 9, "Customer Marketing Lead"));

    /** What the service programme cost for each customer that it called. */
    public static final int COST_OF_SERVICE = 400;

    private static final List<String> BRANCHES = List.of("Hospitals", "Universities", "Industry");
    private static final int CUSTOMERS_IN_THE_TEST = 120;

    /** What a customer orders in four months, on the mean; and what service adds to it. */
    private static final int ORDERS = 9_000;

    private static final int ADDED_BY_SERVICE = 2_200;

    /** A customer whom the service programme called, or who was held out: orders in the four months before, and after. */
    public record Customer(String id, String branch, boolean isServed, int before, int after) {}

    public static final List<Customer> CUSTOMERS = customers();

    /**
     * A territory.
     *
     * @param share of its region
     * @param hasSeminars instead of the shows that were cancelled
     */
    public record Territory(String name, Region region, int share, boolean hasSeminars) {}

    public static final List<Territory> TERRITORIES = List.of(
            new Territory("Germany", Region.EMEA, 20, true),
            new Territory("Great Britain", Region.EMEA, 17, false),
            new Territory("France", Region.EMEA, 15, false),
            new Territory("Nordics", Region.EMEA, 12, true),
            new Territory("Benelux", Region.EMEA, 10, true),
            new Territory("Alps", Region.EMEA, 10, false),
            new Territory("Italy", Region.EMEA, 8, false),
            new Territory("Iberia", Region.EMEA, 8, true),
            new Territory("US West", Region.AMER, 30, true),
            new Territory("US North East", Region.AMER, 26, false),
            new Territory("US South", Region.AMER, 24, false),
            new Territory("Canada", Region.AMER, 20, true));

    /** The first month of the year with seminars, from 0: the one after the shows were cancelled. */
    public static final int FIRST_SEMINARS = 4;

    private static final double MORE_WITH_SEMINARS = 0.35;

    /** What the events of a month brought in a territory: all of a region's add up to it. */
    public record Yield(Territory territory, int month, int plan, int leads) {}

    public static final List<Yield> YIELDS = yields();

    private Experiments() {}

    private static Versions versions(
            String name, String a, String b, int planned, int shownA, int didA, int shownB, int didB, String owner) {
        return new Versions(name, a, b, planned, shownA, didA, shownB, didB, owner);
    }

    /** Every other customer is served; large ones stay large, which is what the test takes out. */
    private static List<Customer> customers() {
        SplitMix64 draws = new SplitMix64(1);
        return IntStream.range(0, CUSTOMERS_IN_THE_TEST)
                .mapToObj(place -> {
                    double size = ORDERS * (0.4 + 1.2 * draws.uniform());
                    boolean isServed = place % 2 == 0;
                    return new Customer(
                            "C%s".formatted(101 + place),
                            BRANCHES.get(place / 2 % BRANCHES.size()),
                            isServed,
                            tens(size + 800 * draws.normal()),
                            tens(size + 1_400 * draws.normal() + (isServed ? ADDED_BY_SERVICE : 0)));
                })
                .toList();
    }

    private static int tens(double amount) {
        return (int) Math.max(0, 10 * Math.round(amount / 10));
    }

    private static List<Yield> yields() {
        SplitMix64 draws = new SplitMix64(1);
        return IntStream.range(0, SampleCompany.CLOSED_MONTHS)
                .boxed()
                .flatMap(month -> Stream.of(Region.values()).flatMap(region -> yields(region, month, draws).stream()))
                .toList();
    }

    private static List<Yield> yields(Region region, int month, SplitMix64 draws) {
        Channel events = Channels.of("Events");
        List<Territory> territories = TERRITORIES.stream()
                .filter(territory -> territory.region() == region)
                .toList();
        List<Integer> plan = Parts.of(
                events.planLeads(region, month),
                territories.stream().map(Territory::share).toList());
        List<Integer> leads = Parts.of(
                events.leads(region, SampleCompany.MONTHS_OF_A_YEAR + month),
                territories.stream()
                        .map(territory -> territory.share()
                                * (territory.hasSeminars() && month >= FIRST_SEMINARS ? 1 + MORE_WITH_SEMINARS : 1)
                                * (0.93 + 0.14 * draws.uniform()))
                        .toList());
        return IntStream.range(0, territories.size())
                .mapToObj(place -> new Yield(territories.get(place), month, plan.get(place), leads.get(place)))
                .toList();
    }
}
