package mpm.workbook.sample;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What owners promised: 26 commitments, 17 of them due, 12 kept. */
public final class Commitments {

    /**
     * A commitment.
     *
     * @param dueMonth at whose end it is due: 1 for the first of the fiscal year
     * @param direction HIGHER or LOWER is better
     * @param tolerance the share of what was promised that may be missing
     * @param confidence how probable the owner thought it
     * @param actual absent until it is due
     */
    public record Commitment(
            String id,
            String owner,
            String unit,
            String metric,
            int dueMonth,
            double committed,
            String direction,
            double tolerance,
            double confidence,
            @Nullable Double actual) {

        public boolean isDue() {
            return dueMonth <= SampleCompany.CLOSED_MONTHS;
        }

        public boolean isKept() {
            double least = committed * (direction.equals("LOWER") ? 1 + tolerance : 1 - tolerance);
            return actual != null && (direction.equals("LOWER") ? actual <= least : actual >= least);
        }
    }

    /** A promise that was rewritten so many weeks after the first day of the fiscal year; what was promised first stands. */
    public record Revision(String id, int week, double committed, String reason) {}

    public static final List<Revision> REVISIONS = List.of(
            new Revision("K110", 15, 1_060, "Two shows cancelled"),
            new Revision("K110", 24, 960, "No other show was found"),
            new Revision("K111", 16, 1_400, "Two shows cancelled"),
            new Revision("K118", 34, 2_450_000, "Leads of the autumn are missing"),
            new Revision("K125", 33, 11_400_000, "Landing forecast of February"));

    /** A commitment without its id. */
    private record Promise(
            String owner,
            String unit,
            String metric,
            int month,
            double value,
            double confidence,
            @Nullable Double actual) {}

    private static final List<Promise> PROMISES = List.of(
            new Promise("Demand Lead EMEA", "DEMAND_EMEA", "Leads, first quarter", 3, 1_104, 0.8, 1_139.0),
            new Promise("Demand Lead AMER", "DEMAND_AMER", "Leads, first quarter", 3, 856, 0.9, 892.0),
            new Promise("Brand Lead EMEA", "BRAND_EMEA", "Leads, first quarter", 3, 636, 0.8, 672.0),
            new Promise("Brand Lead AMER", "BRAND_AMER", "Leads, first quarter", 3, 424, 0.7, 448.0),
            new Promise("Customer Insight Lead", "MKT", "Net promoter score", 6, 38, 0.7, 39.0),
            new Promise("Finance Partner", "MKT", "Days to close the month", 3, 6, 0.8, 5.0),
            new Promise("Revenue Operations", "EMEA", "Handoffs within 48 h, %", 6, 85, 0.8, 88.0),
            new Promise("Revenue Operations", "AMER", "Handoffs within 48 h, %", 6, 85, 0.8, 61.0),
            new Promise("Partner Marketing Lead", "PARTNER_EMEA", "Partner pipeline", 6, 2_000_000, 0.7, 2_180_000.0),
            new Promise("Demand Lead AMER", "DEMAND_AMER", "Leads, second quarter", 6, 1_177, 0.9, 935.0),
            new Promise("Demand Lead EMEA", "DEMAND_EMEA", "Leads, second quarter", 6, 1_518, 0.8, 1_293.0),
            new Promise("Brand Lead EMEA", "BRAND_EMEA", "Leads, second quarter", 6, 875, 0.8, 884.0),
            new Promise("Marketing Lead AMER", "AMER", "Marketing-sourced revenue", 6, 1_640_000, 0.9, 1_682_560.0),
            new Promise("Marketing Lead EMEA", "EMEA", "Marketing-sourced revenue", 6, 2_460_000, 0.8, 2_523_840.0),
            new Promise("Customer Marketing Lead", "MKT", "Customers kept, %", 8, 92, 0.8, 93.1),
            new Promise("Demand Lead AMER", "DEMAND_AMER", "Cost per lead", 8, 150, 0.8, 171.0),
            new Promise("Demand Lead EMEA", "DEMAND_EMEA", "Leads, January and February", 8, 874, 0.7, 742.0),
            new Promise("Marketing Lead AMER", "AMER", "Marketing-sourced revenue", 9, 2_564_000, 0.9, null),
            new Promise("Marketing Lead EMEA", "EMEA", "Marketing-sourced revenue", 9, 3_846_000, 0.8, null),
            new Promise("Demand Lead AMER", "DEMAND_AMER", "Leads, third quarter", 9, 1_105, 0.8, null),
            new Promise("Brand Lead AMER", "BRAND_AMER", "Leads, third quarter", 9, 547, 0.7, null),
            new Promise("Customer Insight Lead", "MKT", "Share of preference surveyed", 9, 1, 0.6, null),
            new Promise("Partner Marketing Lead", "PARTNER_EMEA", "Partner pipeline", 12, 3_600_000, 0.6, null),
            new Promise("Customer Marketing Lead", "MKT", "Customers kept, %", 12, 92, 0.9, null),
            new Promise("CMO", "MKT", "Marketing-sourced revenue", 12, 12_000_000, 0.8, null),
            new Promise("Sales Leader", "MKT", "New customers", 12, 240, 0.7, null));

    private static final List<String> LOWER = List.of("Cost per lead", "Days to close the month");

    public static final List<Commitment> ALL = IntStream.range(0, PROMISES.size())
            .mapToObj(place -> {
                Promise promise = PROMISES.get(place);
                return new Commitment(
                        "K" + (101 + place),
                        promise.owner(),
                        promise.unit(),
                        promise.metric(),
                        promise.month(),
                        promise.value(),
                        LOWER.contains(promise.metric()) ? "LOWER" : "HIGHER",
                        0,
                        promise.confidence(),
                        promise.actual());
            })
            .toList();

    private Commitments() {}
}
