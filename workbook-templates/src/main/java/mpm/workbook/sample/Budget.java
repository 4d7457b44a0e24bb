package mpm.workbook.sample;

import java.util.List;
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
     * @param share of its channel
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
            double committed) {}

    /** The two lines of a channel share all of it. */
    public static final List<Line> LINES = List.of(
            new Line("6110", "Paid search", "Search", "Media", "Search exchange", false, 0.9, 0),
            new Line("6120", "Search agency", "Search", "Agency", "Brightmere Agency", true, 0.1, 1),
            new Line("6210", "Content production", "Content", "Production", "Inkwell Studio", false, 0.7, 0.3),
            new Line("6220", "Web platform", "Content", "Technology", "Pageworks", true, 0.3, 1),
            new Line("6310", "Paid social", "Social", "Media", "Social exchange", false, 0.9, 0),
            new Line("6320", "Social tools", "Social", "Technology", "Listenwell", true, 0.1, 1),
            new Line("6410", "Trade shows", "Events", "Events", "Hallmark Fairs", false, 0.8, 0.6),
            new Line("6420", "Seminars", "Events", "Events", "Venue by venue", false, 0.2, 0.2),
            new Line("6510", "Marketing automation", "Email", "Technology", "Sendright", true, 0.7, 1),
            new Line("6520", "Address data", "Email", "Data", "Listhouse", false, 0.3, 0),
            new Line("6610", "Partner funds", "Partner", "Funds", "Four partners", false, 0.75, 0.5),
            new Line("6620", "Partner programme", "Partner", "Agency", "Alliance Desk", true, 0.25, 1));

    /** What a month of a line comes to; an open month has no actual, and only an open month is committed. */
    public record Amounts(int plan, int forecast, int committed, int actual) {}

    private Budget() {}

    /** The twelve months of a line. */
    public static List<Amounts> months(Line line) {
        return IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                .mapToObj(month -> amounts(line, month))
                .toList();
    }

    /** EMEA's part of an amount, or AMER's. */
    public static int part(Region region, int amount) {
        return Channels.part(region, amount, Channels.EMEA_SHARE);
    }

    private static Amounts amounts(Line line, int month) {
        Channel channel = Channels.of(line.channel());
        int plan = part(line, channel.planSpend().get(month));
        if (month >= SampleCompany.CLOSED_MONTHS) {
            return new Amounts(plan, plan, (int) Math.round(plan * line.committed()), 0);
        }
        int actual = part(line, channel.spend().get(SampleCompany.MONTHS_OF_A_YEAR + month));
        return new Amounts(plan, actual, 0, actual);
    }

    private static int part(Line line, int amount) {
        List<Line> both = LINES.stream()
                .filter(other -> other.channel().equals(line.channel()))
                .toList();
        return Parts.of(amount, both.stream().map(Line::share).toList()).get(both.indexOf(line));
    }
}
