package mpm.workbook.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the sample company, eight months into its year: leads fell behind while revenue, which follows them by five
 * months, still looks well. They agree to the cent wherever the same thing is shown.
 */
public final class SampleCompany {

    /** How many of the year's twelve months have closed. */
    public static final int CLOSED_MONTHS = 8;

    /** By how many months leads run ahead of revenue. */
    public static final int LEAD_TIME = 5;

    public static final int MARKETING_BUDGET = 2_400_000;

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

    /** The year before and the year that is planned, each from its first month. */
    public static final List<Month> MONTHS = List.of(
            new Month(817, 800, 124_200, 121_700, 348_500, 352_000, 89.8, 37),
            new Month(700, 710, 106_400, 109_900, 510_000, 499_800, 89.8, 38),
            new Month(1_283, 1_237, 195_000, 188_300, 561_000, 563_800, 89.9, 38),
            new Month(1_400, 1_383, 212_800, 215_100, 654_500, 670_850, 90.0, 39),
            new Month(1_400, 1_434, 212_800, 219_400, 714_000, 703_300, 90.0, 37),
            new Month(1_050, 1_008, 159_600, 157_900, 705_500, 697_050, 90.1, 38),
            new Month(1_050, 1_056, 159_600, 160_200, 756_500, 762_550, 90.2, 38),
            new Month(1_167, 1_207, 177_400, 187_600, 1_020_000, 993_500, 90.2, 39),
            new Month(1_400, 1_431, 212_800, 217_900, 1_147_500, 1_125_700, 90.3, 37),
            new Month(1_283, 1_342, 195_000, 209_800, 1_232_500, 1_268_250, 90.4, 38),
            new Month(1_283, 1_297, 195_000, 197_300, 1_232_500, 1_196_750, 90.5, 38),
            new Month(1_167, 1_202, 177_400, 187_400, 1_317_500, 1_318_800, 90.6, 38),
            new Month(933, 941, 140_000, 139_400, 410_000, 420_650, 90.8, 38),
            new Month(800, 796, 120_000, 118_900, 600_000, 617_400, 91.1, 37),
            new Month(1_467, 1_483, 220_000, 218_700, 660_000, 683_800, 91.4, 39),
            new Month(1_600, 1_495, 240_000, 208_600, 770_000, 784_650, 91.9, 38),
            new Month(1_600, 1_450, 240_000, 231_500, 840_000, 859_300, 92.3, 38),
            new Month(1_200, 1_019, 180_000, 172_300, 830_000, 840_800, 92.7, 39),
            new Month(1_200, 993, 180_000, 173_900, 890_000, 879_300, 93.0, 52),
            new Month(1_333, 1_243, 200_000, 195_900, 1_200_000, 1_224_100, 93.1, 52),
            open(1_600, 240_000, 1_350_000),
            open(1_467, 220_000, 1_450_000),
            open(1_467, 220_000, 1_450_000),
            open(1_333, 200_000, 1_550_000));

    /**
     * A channel: its plan for the year, and what it cost and brought so far.
     */
    public record Channel(String name, int planSpend, int planLeads, int spend, int leads) {}

    public static final List<Channel> CHANNELS = List.of(
            new Channel("Search", 600_000, 4_800, 376_400, 2_868),
            new Channel("Content", 300_000, 2_700, 187_300, 1_617),
            new Channel("Social", 360_000, 2_600, 226_900, 1_795),
            new Channel("Events", 540_000, 2_400, 300_600, 1_049),
            new Channel("Email", 120_000, 2_000, 74_800, 1_194),
            new Channel("Partner", 480_000, 1_500, 293_200, 897));

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

    private static Month open(int planLeads, int planSpend, int planRevenue) {
        return new Month(planLeads, null, planSpend, null, planRevenue, null, null, null);
    }
}
