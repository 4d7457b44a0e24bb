package mpm.workbook.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What marketing spends and the leads it brings, by channel, month and region. The literals are one draw of the channels' response
 * to their spend, fitted to the totals of months and channels that the story names.
 */
public final class Channels {

    /** EMEA carries this share of every figure that is planned, and of spend; AMER the rest. */
    static final double EMEA_SHARE = 0.6;

    /** Events cost AMER more leads than EMEA: both shows that were cancelled were its. */
    private static final double EMEA_SHARE_OF_EVENTS = 0.66;

    /**
     * A channel. Plans begin with the first month of the year that is planned; what happened begins a year before, and ends with the
     * last closed month.
     */
    public record Channel(
            String name, List<Integer> planLeads, List<Integer> leads, List<Integer> planSpend, List<Integer> spend) {

        public int planLeadsOfTheYear() {
            return sum(planLeads);
        }

        public int planSpendOfTheYear() {
            return sum(planSpend);
        }

        public int planLeadsToDate() {
            return sum(planLeads.subList(0, SampleCompany.CLOSED_MONTHS));
        }

        public int planSpendToDate() {
            return sum(planSpend.subList(0, SampleCompany.CLOSED_MONTHS));
        }

        public int leadsToDate() {
            return sum(leads.subList(SampleCompany.MONTHS_OF_A_YEAR, leads.size()));
        }

        public int spendToDate() {
            return sum(spend.subList(SampleCompany.MONTHS_OF_A_YEAR, spend.size()));
        }

        /** The part of a region: those of all regions add up to the whole. */
        public int leads(Region region, int month) {
            return part(region, leads.get(month), "Events".equals(name) ? EMEA_SHARE_OF_EVENTS : EMEA_SHARE);
        }

        public int planLeads(Region region, int month) {
            int emea = Parts.of(planLeadsOfTheYear(Region.EMEA), planLeads).get(month);
            return region == Region.EMEA ? emea : planLeads.get(month) - emea;
        }

        public int planLeadsOfTheYear(Region region) {
            return part(region, planLeadsOfTheYear(), EMEA_SHARE);
        }

        /** What the year will bring: the leads that came, and those planned of the open months. */
        public int leadsExpected(Region region) {
            return IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                    .map(month -> month < SampleCompany.CLOSED_MONTHS
                            ? leads(region, SampleCompany.MONTHS_OF_A_YEAR + month)
                            : planLeads(region, month))
                    .sum();
        }

        public int spend(Region region, int month) {
            return part(region, spend.get(month), EMEA_SHARE);
        }

        public int planSpend(Region region, int month) {
            return part(region, planSpend.get(month), EMEA_SHARE);
        }
    }

    /** A region, which is a business unit. */
    public enum Region {
        EMEA,
        AMER
    }

    public static final List<Channel> ALL = List.of(
            new Channel(
                    "Search",
                    months(280, 240, 440, 480, 480, 360, 360, 400, 480, 440, 440, 400),
                    months(
                            249, 218, 378, 398, 430, 318, 313, 366, 416, 396, 395, 355, 268, 234, 438, 485, 447, 314,
                            309, 373),
                    months(
                            35_000, 30_000, 55_000, 60_000, 60_000, 45_000, 45_000, 50_000, 60_000, 55_000, 55_000,
                            50_000),
                    months(
                            29_000, 27_300, 48_500, 55_200, 54_200, 39_100, 39_200, 47_100, 54_800, 54_200, 48_200,
                            46_300, 35_600, 30_400, 54_900, 58_000, 58_500, 44_100, 44_400, 50_500)),
            new Channel(
                    "Content",
                    months(157, 135, 247, 270, 270, 203, 203, 225, 270, 247, 248, 225),
                    months(
                            133, 115, 210, 231, 254, 164, 180, 205, 251, 218, 214, 206, 158, 134, 238, 262, 258, 179,
                            173, 215),
                    months(
                            17_500, 15_000, 27_500, 30_000, 30_000, 22_500, 22_500, 25_000, 30_000, 27_500, 27_500,
                            25_000),
                    months(
                            14_700, 14_400, 22_100, 27_700, 28_100, 19_800, 19_700, 23_800, 28_500, 25_100, 23_800,
                            23_900, 17_500, 15_000, 27_500, 29_000, 29_700, 22_200, 22_300, 24_100)),
            new Channel(
                    "Social",
                    months(152, 130, 239, 260, 260, 195, 195, 216, 260, 239, 238, 216),
                    months(
                            130, 117, 206, 233, 243, 158, 168, 190, 235, 216, 201, 195, 176, 143, 271, 291, 279, 198,
                            193, 244),
                    months(
                            21_000, 18_000, 33_000, 36_000, 36_000, 27_000, 27_000, 30_000, 36_000, 33_000, 33_000,
                            30_000),
                    months(
                            18_700, 16_900, 28_500, 32_100, 32_700, 23_200, 25_000, 28_500, 31_500, 31_600, 30_000,
                            27_200, 20_900, 17_800, 33_600, 34_800, 36_400, 26_700, 26_700, 30_000)),
            new Channel(
                    "Events",
                    months(140, 120, 220, 240, 240, 180, 180, 200, 240, 220, 220, 200),
                    months(
                            117, 106, 184, 211, 206, 153, 156, 181, 207, 212, 201, 182, 141, 115, 223, 109, 137, 101,
                            92, 131),
                    months(
                            31_500, 27_000, 49_500, 54_000, 54_000, 40_500, 40_500, 45_000, 54_000, 49_500, 49_500,
                            45_000),
                    months(
                            28_100, 24_600, 43_600, 47_500, 48_200, 37_000, 37_000, 40_700, 50_100, 46_900, 44_200,
                            40_900, 30_500, 26_000, 48_400, 30_900, 49_200, 36_300, 37_100, 42_200)),
            new Channel(
                    "Email",
                    months(117, 100, 183, 200, 200, 150, 150, 167, 200, 183, 183, 167),
                    months(
                            94, 88, 147, 178, 173, 125, 139, 154, 183, 167, 166, 149, 113, 98, 175, 201, 187, 130, 129,
                            161),
                    months(7_000, 6_000, 11_000, 12_000, 12_000, 9_000, 9_000, 10_000, 12_000, 11_000, 11_000, 10_000),
                    months(
                            6_000, 5_400, 9_400, 10_500, 10_700, 8_300, 7_900, 9_600, 10_500, 10_800, 10_300, 9_200,
                            7_100, 6_100, 10_900, 11_400, 11_700, 8_900, 8_700, 10_000)),
            new Channel(
                    "Partner",
                    months(87, 75, 138, 150, 150, 112, 112, 125, 150, 138, 138, 125),
                    months(77, 66, 112, 132, 128, 90, 100, 111, 139, 133, 120, 115, 85, 72, 138, 147, 142, 97, 97, 119),
                    months(
                            28_000, 24_000, 44_000, 48_000, 48_000, 36_000, 36_000, 40_000, 48_000, 44_000, 44_000,
                            40_000),
                    months(
                            25_200, 21_300, 36_200, 42_100, 45_500, 30_500, 31_400, 37_900, 42_500, 41_200, 40_800,
                            39_900, 27_800, 23_600, 43_400, 44_500, 46_000, 34_100, 34_700, 39_100)));

    /** How leads of a month answer to spend: a Hill curve over what earlier spend left. */
    public record Response(String channel, double beta, double halfSaturation, double slope, double adstock) {}

    public static final List<Response> RESPONSES = List.of(
            new Response("Search", 900, 62_000, 1, 0.1),
            new Response("Content", 620, 44_000, 1, 0.6),
            new Response("Social", 520, 42_000, 1, 0.3),
            new Response("Events", 640, 99_000, 1, 0.2),
            new Response("Email", 260, 5_600, 1, 0),
            new Response("Partner", 310, 59_000, 1, 0.4));

    /**
     * Journeys that met the same channels in the same order.
     *
     * @param wins of these journeys
     * @param lost how many ended without a deal
     */
    public record Journey(String path, int wins, int lost) {}

    /** The journeys that ended in the closed months: their wins are all wins. */
    public static final List<Journey> JOURNEYS = List.of(
            new Journey("Search > Content > Email", 21, 58),
            new Journey("Search > Email", 17, 61),
            new Journey("Events > Content > Email", 14, 44),
            new Journey("Content > Search > Email", 13, 37),
            new Journey("Search", 11, 92),
            new Journey("Social > Search > Content", 10, 46),
            new Journey("Events > Partner", 9, 31),
            new Journey("Partner > Content > Email", 8, 19),
            new Journey("Social > Content > Email", 7, 38),
            new Journey("Events > Search", 6, 47),
            new Journey("Partner", 4, 22),
            new Journey("Social > Email", 3, 53),
            new Journey("Events", 2, 64),
            new Journey("Email", 1, 41));

    private Channels() {}

    public static Channel of(String name) {
        return ALL.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The sample has no channel %s.".formatted(name)));
    }

    /** The leads of all channels in a month, from the first of the year before. */
    static int leads(int month) {
        return ALL.stream().mapToInt(channel -> channel.leads().get(month)).sum();
    }

    static int planLeads(int month) {
        return ALL.stream().mapToInt(channel -> channel.planLeads().get(month)).sum();
    }

    static int spend(int month) {
        return ALL.stream().mapToInt(channel -> channel.spend().get(month)).sum();
    }

    static int planSpend(int month) {
        return ALL.stream().mapToInt(channel -> channel.planSpend().get(month)).sum();
    }

    /** EMEA's part to the nearest whole, and what is left. */
    static int part(Region region, int whole, double emeaShare) {
        int emea = (int) Math.round(whole * emeaShare);
        return region == Region.EMEA ? emea : whole - emea;
    }

    static int sum(List<Integer> figures) {
        return figures.stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Integer> months(int... figures) {
        return IntStream.of(figures).boxed().toList();
    }
}
