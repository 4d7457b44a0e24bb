package mpm.workbook.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.method.random.SplitMix64;
import mpm.workbook.sample.Channels.Region;

/** Alliances: the four partners, and the handoffs of leads to sales. */
public final class Partners {

    /**
     * A partner. What was granted is the year's budget of the channel Partner, what was used its spend to date.
     *
     * @param margin the share of its revenue that stays
     */
    public record Partner(
            String name,
            String tier,
            String goal,
            int granted,
            int used,
            int claimed,
            int leads,
            int pipeline,
            int revenue,
            double margin,
            boolean sharesData,
            String owner) {}

    public static final List<Partner> ALL = List.of(
            partner("Kestrel", "Gold", "Joint accounts", 120_000, 73_300, 70_400, 466, 1_560_000, 420_000, true),
            partner("Osier", "Gold", "Joint accounts", 192_000, 117_280, 112_640, 54, 180_000, 60_000, false),
            partner("Fenwick", "Silver", "Webinars", 96_000, 58_640, 56_320, 233, 780_000, 210_000, true),
            partner("Larkmoor", "Silver", "Resellers", 72_000, 43_980, 42_240, 144, 480_000, 130_000, false));

    /** Sales picks up a lead within so many hours; at least so many of a hundred. */
    public static final int SLA_HOURS = 48;

    public static final double SLA_TARGET = 0.85;

    /** Handoffs of the last three closed months, for each region. */
    private static final int HANDOFFS = 100;

    private static final int DAYS = 80;

    /**
     * A lead handed to sales.
     *
     * @param sentDay days after the end of the fifth closed month, with the time of the day as a fraction
     * @param hours until it was accepted
     * @param isRightFirstTime whether sales took it without sending it back
     */
    public record Handoff(String id, Region region, double sentDay, double hours, boolean isRightFirstTime) {

        public boolean isWithinSla() {
            return hours <= SLA_HOURS;
        }
    }

    /** In the order in which they were sent. */
    public static final List<Handoff> HANDOFFS_SENT = Stream.of(
                    handoffs(Region.EMEA, 1, 88, 80), handoffs(Region.AMER, 2, 61, 68))
            .flatMap(List::stream)
            .toList();

    private Partners() {}

    private static Partner partner(
            String name,
            String tier,
            String goal,
            int granted,
            int used,
            int claimed,
            int leads,
            int pipeline,
            int revenue,
            boolean sharesData) {
        return new Partner(
                name,
                tier,
                goal,
                granted,
                used,
                claimed,
                leads,
                pipeline,
                revenue,
                0.4,
                sharesData,
                "Partner Marketing Lead");
    }

    /** So many of a hundred within the SLA, so many right the first time; which ones is drawn. */
    private static List<Handoff> handoffs(Region region, long seed, int within, int rightFirstTime) {
        SplitMix64 draws = new SplitMix64(seed);
        return IntStream.range(0, HANDOFFS)
                .mapToObj(place -> {
                    // 37 and 61 have no divisor in common with 100: each place comes once, in no order that shows.
                    boolean inTime = place * 37 % HANDOFFS < within;
                    double hours = inTime ? 3 + 44 * draws.uniform() : 50 + 70 * draws.uniform();
                    double sent = (double) DAYS * place / HANDOFFS + (8 + 9 * draws.uniform()) / 24;
                    return new Handoff(
                            "%s-%s".formatted(region, 1000 + place),
                            region,
                            sent,
                            Math.round(hours * 10) / 10.0,
                            place * 61 % HANDOFFS < rightFirstTime);
                })
                .toList();
    }
}
