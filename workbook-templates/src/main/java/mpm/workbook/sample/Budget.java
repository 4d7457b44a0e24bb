package mpm.workbook.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.Channels.Region;

/** The marketing budget by account and month, in euro: plan, forecast, committed and actual add up to the channels' spend. */
public final class Budget {

    /**
     * A line of the budget.
     *
     * @param account the code in the general ledger
     * @param fixed whether it is owed whatever happens
     * @param share of what its channel plans
     * @param spent share of what its channel spent: seminars stood in for the shows, and the agency wrote more than it was asked to
     * @param committed share of the plan of the open months that is ordered already
     */
    public record Line(
            String account,
            String name,
            String channel,
            String category,
            String vendor,
            boolean fixed,
            double share,
            double spent,
            double committed) {}

    /** The two lines of a channel share all of it. */
    public static final List<Line> LINES = List.of(
            new Line("6110", "Paid search", "Search", "Media", "Search exchange", false, 0.9, 0.87, 0),
            new Line("6120", "Search agency", "Search", "Agency", "Brightmere Agency", true, 0.1, 0.13, 1),
            new Line("6210", "Content production", "Content", "Production", "Inkwell Studio", false, 0.7, 0.7, 0.3),
            new Line("6220", "Web platform", "Content", "Technology", "Pageworks", true, 0.3, 0.3, 1),
            new Line("6310", "Paid social", "Social", "Media", "Social exchange", false, 0.9, 0.9, 0),
            new Line("6320", "Social tools", "Social", "Technology", "Listenwell", true, 0.1, 0.1, 1),
            new Line("6410", "Trade shows", "Events", "Events", "Hallmark Fairs", false, 0.8, 0.75, 0.6),
            new Line("6420", "Seminars", "Events", "Events", "Venue by venue", false, 0.2, 0.25, 0.2),
            new Line("6510", "Marketing automation", "Email", "Technology", "Sendright", true, 0.7, 0.7, 1),
            new Line("6520", "Address data", "Email", "Data", "Listhouse", false, 0.3, 0.3, 0),
            new Line("6610", "Partner funds", "Partner", "Funds", "Four partners", false, 0.75, 0.75, 0.5),
            new Line("6620", "Partner programme", "Partner", "Agency", "Alliance Desk", true, 0.25, 0.25, 1));

    /** What a month of a line comes to; an open month has no actual, and only an open month is committed. */
    public record Amounts(int plan, int forecast, int committed, int actual) {}

    /**
     * What a vendor was ordered for a region, and what of it has been delivered and invoiced by the end of the closed months.
     *
     * @param open what is still to be delivered, which is what the open months have committed
     */
    public record Order(String number, Line line, Region region, int open, int delivered, int invoiced) {

        public int ordered() {
            return delivered + open;
        }

        /** What has been delivered and not invoiced, so that finance accrues it. */
        public int accrued() {
            return delivered - invoiced;
        }
    }

    /** These vendors invoice a month after they deliver. */
    private static final Set<String> IN_ARREARS = Set.of("Agency", "Production", "Funds");

    /** What is ordered ahead, by line and region. */
    public static final List<Order> ORDERS = orders();

    /**
     * Why the ledger differs from the workbook: the amount is added to the ledger's.
     *
     * @param dueWeek weeks from the first day of the fiscal year until it is cleared
     */
    public record Item(String account, String reason, int amount, String owner, int dueWeek) {}

    public static final List<Item> ITEMS = List.of(
            new Item("6110", "Posted to paid search by mistake", -2_400, "Finance Partner", 37),
            new Item("6310", "Posted to paid search by mistake", 2_400, "Finance Partner", 37),
            new Item("6410", "Credit for a show, posted in March", -3_600, "Finance Partner", 39));

    private Budget() {}

    /** What the ledger shows of a line at the end of the closed months: what was spent, but for accruals and the items above. */
    public static int ledger(Line line) {
        int accrued = ORDERS.stream()
                .filter(order -> order.line().equals(line))
                .mapToInt(Order::accrued)
                .sum();
        int explained = ITEMS.stream()
                .filter(item -> item.account().equals(line.account()))
                .mapToInt(Item::amount)
                .sum();
        return months(line).stream().mapToInt(Amounts::actual).sum() - accrued - explained;
    }

    /** The twelve months of a line in a region. */
    public static List<Amounts> months(Line line, Region region) {
        return months(line).stream()
                .map(month -> new Amounts(
                        part(region, month.plan()),
                        part(region, month.forecast()),
                        part(region, month.committed()),
                        part(region, month.actual())))
                .toList();
    }

    /** The twelve months of a line. */
    public static List<Amounts> months(Line line) {
        return IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                .mapToObj(month -> amounts(line, month))
                .toList();
    }

    /** The code of the department that answers for a line in a region. */
    public static String department(Line line, Region region) {
        return Outlook.SUB_FUNCTIONS.stream()
                .filter(unit ->
                        unit.channel().equals(line.channel()) && unit.code().endsWith("_" + region))
                .findFirst()
                .orElseThrow()
                .parent();
    }

    /** EMEA's part of an amount, or AMER's. */
    public static int part(Region region, int amount) {
        return Channels.part(region, amount, Channels.EMEA_SHARE);
    }

    private static List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (Line line : LINES) {
            for (Region region : Region.values()) {
                List<Amounts> months = months(line, region);
                int open = months.stream().mapToInt(Amounts::committed).sum();
                int delivered = months.stream().mapToInt(Amounts::actual).sum();
                int last = months.get(SampleCompany.CLOSED_MONTHS - 1).actual();
                if (open > 0) {
                    orders.add(new Order(
                            "PO-%s".formatted(4101 + orders.size()),
                            line,
                            region,
                            open,
                            delivered,
                            IN_ARREARS.contains(line.category()) ? delivered - last : delivered));
                }
            }
        }
        return List.copyOf(orders);
    }

    private static Amounts amounts(Line line, int month) {
        Channel channel = Channels.of(line.channel());
        int plan = part(line, Line::share, channel.planSpend().get(month));
        if (month >= SampleCompany.CLOSED_MONTHS) {
            return new Amounts(plan, plan, (int) Math.round(plan * line.committed()), 0);
        }
        int actual = part(line, Line::spent, channel.spend().get(SampleCompany.MONTHS_OF_A_YEAR + month));
        return new Amounts(plan, actual, 0, actual);
    }

    private static int part(Line line, Function<Line, Double> weight, int amount) {
        List<Line> both = LINES.stream()
                .filter(other -> other.channel().equals(line.channel()))
                .toList();
        return Parts.of(amount, both.stream().map(weight).toList()).get(both.indexOf(line));
    }
}
