package mpm.workbook.sample;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.sample.Channels.Region;

/** Marketing-sourced revenue in euro, by month and region, and what the regions had forecast a month before. */
public final class Revenue {

    /** The year before and the year that is planned. */
    public static final List<Integer> PLAN = List.of(
            348_500, 510_000, 561_000, 654_500, 714_000, 705_500, 756_500, 1_020_000, 1_147_500, 1_232_500, 1_232_500,
            1_317_500, 410_000, 600_000, 660_000, 770_000, 840_000, 830_000, 890_000, 1_200_000, 1_350_000, 1_450_000,
            1_450_000, 1_550_000);

    /** The year before and the closed months. */
    public static final List<Integer> ACTUAL = List.of(
            352_000, 499_800, 563_800, 670_850, 703_300, 697_050, 762_550, 993_500, 1_125_700, 1_268_250, 1_196_750,
            1_318_800, 420_650, 617_400, 683_800, 784_650, 859_300, 840_800, 879_300, 1_224_100);

    /** By how much forecasts of the closed months ran above what came, EMEA's and AMER's. */
    private static final List<Double> EMEA_ERRORS = List.of(-0.03, 0.01, -0.02, 0.02, -0.01, -0.03, 0.01, -0.02);

    private static final List<Double> AMER_ERRORS = List.of(0.07, 0.14, 0.09, 0.12, 0.08, 0.13, 0.10, 0.12);

    /** Where the year will end, by the leads that are there: with four chances in five between low and high. */
    public static final int LANDING = 11_400_000;

    public static final int LANDING_LOW = 10_800_000;
    public static final int LANDING_HIGH = 12_000_000;

    /** A region's forecast for a closed month of the year, and what came. */
    public record Forecast(Region region, int month, int forecast, int actual) {}

    private Revenue() {}

    /** A region's part of a month, counted from the first of the year before. */
    public static int actual(Region region, int month) {
        return Channels.part(region, ACTUAL.get(month), Channels.EMEA_SHARE);
    }

    public static int plan(Region region, int month) {
        return Channels.part(region, PLAN.get(month), Channels.EMEA_SHARE);
    }

    /** Of the closed months, to the nearest hundred. */
    public static List<Forecast> forecasts(Region region) {
        List<Double> errors = region == Region.EMEA ? EMEA_ERRORS : AMER_ERRORS;
        return IntStream.range(0, SampleCompany.CLOSED_MONTHS)
                .mapToObj(month -> {
                    int actual = actual(region, SampleCompany.MONTHS_OF_A_YEAR + month);
                    int forecast = (int) (Math.round(actual * (1 + errors.get(month)) / 100) * 100);
                    return new Forecast(region, month, forecast, actual);
                })
                .toList();
    }
}
