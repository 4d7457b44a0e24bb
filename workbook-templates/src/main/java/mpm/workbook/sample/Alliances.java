package mpm.workbook.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.workbook.sample.Partners.Handoff;
import mpm.workbook.sample.Partners.Partner;
import org.jspecify.annotations.Nullable;

/** How marketing works with the four partners: what both plan, what they reach together, how each is judged, and who sees what. */
public final class Alliances {

    /**
     * Something that marketing and a partner do together. Funds add up to what the partner was granted, what came to its pipeline.
     *
     * @param element of the marketing mix that the partner carries
     * @param firstDay days from the first of the fiscal year
     */
    public record Initiative(
            String name,
            String partner,
            String element,
            int firstDay,
            int lastDay,
            int funds,
            int target,
            int actual,
            String owner) {}

    public static final List<Initiative> JOINT_PLAN = List.of(
            initiative("Joint account plans", "Kestrel", "Place", 0, 364, 50_000, 1_000_000, 980_000),
            initiative("Calibration bundle", "Kestrel", "Product", 62, 303, 70_000, 700_000, 580_000),
            initiative("Hospital accounts", "Osier", "Place", 0, 364, 120_000, 450_000, 120_000),
            initiative("Spring price offer", "Osier", "Price", 184, 303, 72_000, 250_000, 60_000),
            initiative("Webinar series", "Fenwick", "Promotion", 62, 273, 66_000, 440_000, 480_000),
            initiative("Library of methods", "Fenwick", "Product", 0, 242, 30_000, 280_000, 300_000),
            initiative("Reseller training", "Larkmoor", "Place", 31, 364, 42_000, 300_000, 210_000),
            initiative("Service contracts", "Larkmoor", "Price", 0, 303, 30_000, 180_000, 270_000));

    /** What a partner would have brought without the others. */
    private static final Map<String, Integer> ALONE =
            Map.of("Kestrel", 1_240_000, "Osier", 150_000, "Fenwick", 500_000, "Larkmoor", 370_000);

    /** What two of them bring beyond that. */
    private static final Map<List<String>, Integer> TOGETHER = Map.of(
            List.of("Kestrel", "Fenwick"), 460_000,
            List.of("Kestrel", "Larkmoor"), 120_000,
            List.of("Fenwick", "Larkmoor"), 100_000,
            List.of("Kestrel", "Osier"), 60_000);

    /**
     * Partners, and the pipeline that they bring together.
     *
     * @param members joined by a plus sign
     */
    public record Coalition(String members, int pipeline) {}

    /** Every coalition, those of one partner first: shared out by what each adds, the last comes to the pipelines of the partners. */
    public static final List<Coalition> COALITIONS = IntStream.rangeClosed(1, Partners.ALL.size())
            .boxed()
            .flatMap(size -> IntStream.range(1, 1 << Partners.ALL.size())
                    .filter(members -> Integer.bitCount(members) == size)
                    .mapToObj(Alliances::coalition))
            .toList();

    public static final List<String> CRITERIA =
            List.of("Pipeline against plan", "Return on funds", "Data shared", "Joint planning", "Follow-up of leads");

    /** What the criteria count. */
    public static final List<Integer> WEIGHTS = List.of(3, 2, 2, 1, 2);

    /**
     * How a partner is judged on a criterion.
     *
     * @param points from 0 to 5; absent if it was not judged
     * @param weight of the criterion
     */
    public record Score(
            String partner, String criterion, @Nullable Integer points, int weight) {}

    public static final List<Score> SCORES = Stream.of(
                    scores("Kestrel", 5, 5, 4, 4, 4),
                    scores("Osier", 1, 0, 1, 2, 2),
                    scores("Fenwick", 4, 4, 5, 3, 4),
                    scores("Larkmoor", 4, 3, 2, 3, null))
            .flatMap(List::stream)
            .toList();

    /**
     * A figure that a party needs for its part.
     *
     * @param seenDay days from the first of the fiscal year, when it last saw it; absent if it cannot see it
     * @param mostDays how old it may be
     */
    public record Need(
            String party, String figure, @Nullable Integer seenDay, int mostDays) {}

    public static final List<Need> NEEDS = List.of(
            new Need("Marketing", "Kestrel's pipeline", 240, 14),
            new Need("Marketing", "Osier's pipeline", null, 14),
            new Need("Marketing", "Fenwick's pipeline", 236, 14),
            new Need("Marketing", "Larkmoor's pipeline", null, 14),
            new Need("Sales", "Accounts of the partners", 235, 30),
            new Need("Kestrel", "Leads handed over", 241, 7),
            new Need("Kestrel", "Campaign calendar", 229, 30),
            new Need("Kestrel", "Funds left", 239, 30),
            new Need("Osier", "Leads handed over", 216, 7),
            new Need("Osier", "Campaign calendar", 160, 30),
            new Need("Osier", "Funds left", 239, 30),
            new Need("Fenwick", "Leads handed over", 240, 7),
            new Need("Fenwick", "Campaign calendar", 229, 30),
            new Need("Fenwick", "Funds left", 239, 30),
            new Need("Larkmoor", "Leads handed over", 221, 7),
            new Need("Larkmoor", "Campaign calendar", null, 30),
            new Need("Larkmoor", "Funds left", 239, 30));

    /**
     * A lead at sales, from when it came until it was taken or sent back.
     *
     * @param firstDay as that on which a handoff is sent
     */
    public record Visit(Handoff handoff, double firstDay, double lastDay, boolean isTaken) {}

    /** Every handoff's first visit; then the second of those that were sent back, all of which were taken. */
    public static final List<Visit> VISITS = Stream.concat(
                    Partners.HANDOFFS_SENT.stream()
                            .map(handoff -> new Visit(
                                    handoff,
                                    handoff.sentDay(),
                                    handoff.sentDay() + handoff.hours() / 24,
                                    handoff.isRightFirstTime())),
                    Partners.HANDOFFS_SENT.stream()
                            .filter(handoff -> !handoff.isRightFirstTime())
                            .map(Alliances::secondVisit))
            .toList();

    private Alliances() {}

    /** It comes back after half the time that it took at first, and a day at least; then it is taken in twelve hours. */
    private static Visit secondVisit(Handoff handoff) {
        double back = handoff.sentDay() + handoff.hours() / 24 + Math.max(1, handoff.hours() / 48);
        return new Visit(handoff, back, back + 0.5, true);
    }

    private static Initiative initiative(
            String name, String partner, String element, int firstDay, int lastDay, int funds, int target, int actual) {
        return new Initiative(
                name, partner, element, firstDay, lastDay, funds, target, actual, "Partner Marketing Lead");
    }

    /** A bit for each partner. */
    private static Coalition coalition(int members) {
        List<String> names = IntStream.range(0, Partners.ALL.size())
                .filter(place -> (members >> place & 1) == 1)
                .mapToObj(Partners.ALL::get)
                .map(Partner::name)
                .toList();
        int alone = names.stream().mapToInt(ALONE::get).sum();
        int together = TOGETHER.entrySet().stream()
                .filter(pair -> names.containsAll(pair.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Coalition(String.join("+", names), alone + together);
    }

    private static List<Score> scores(String partner, @Nullable Integer... points) {
        List<@Nullable Integer> each = Arrays.asList(points);
        return IntStream.range(0, CRITERIA.size())
                .mapToObj(place -> new Score(partner, CRITERIA.get(place), each.get(place), WEIGHTS.get(place)))
                .toList();
    }
}
