package mpm.workbook.sample;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import mpm.workbook.sample.Channels.Region;

/**
 * From visits to customers, by month and region. The plan spreads the year's volumes as leads move on, with the lags of the story;
 * what happened follows the leads that came, and AMER's sales accepted fewer from the second quarter on.
 */
public final class Funnel {

    /** Cost of a customer in marketing, planned. */
    public static final int COST_PER_CUSTOMER = 10_000;

    /** A stage of the funnel. */
    public enum Stage {
        VISITS("Visits", 800_000, 1, 0),
        LEADS("Leads", 16_000, 0.02, 0.3),
        MQL("MQL", 4_800, 0.30, 0.7),
        SQL("SQL", 1_920, 0.40, 1),
        OPPORTUNITIES("Opportunities", 960, 0.50, 1),
        WINS("Wins", 240, 0.25, 2.5);

        private final String label;
        private final int plan;
        private final double rate;
        private final double lag;

        Stage(String label, int plan, double rate, double lag) {
            this.label = label;
            this.plan = plan;
            this.rate = rate;
            this.lag = lag;
        }

        /** As planners say it. */
        public String label() {
            return label;
        }

        /** Its volume of the year. */
        public int plan() {
            return plan;
        }

        /** The share of the stage before that reaches it. */
        public double rate() {
            return rate;
        }

        /** Months from the stage before. */
        public double lag() {
            return lag;
        }
    }

    private static final List<Integer> PLANNED_WINS = List.of(8, 12, 13, 16, 17, 16, 18, 24, 27, 29, 29, 31);
    private static final List<Integer> WINS =
            List.of(7, 10, 11, 13, 14, 14, 15, 20, 23, 25, 24, 26, 8, 12, 14, 16, 17, 17, 18, 24);

    /** What AMER's sales still accepted of what it did, from the month in which that fell. */
    private static final double AMER_ACCEPTANCE = 0.78;

    private static final int ACCEPTANCE_FELL = SampleCompany.MONTHS_OF_A_YEAR + 3;

    /** How the wins of an opportunity are spread over the months after it: two and a half on the mean. */
    private static final List<Double> DECISIONS = List.of(0.08, 0.17, 0.25, 0.25, 0.17, 0.08);

    private static final int COHORTS = 12;

    /**
     * The opportunities of a month.
     *
     * @param month from the first of the year before
     * @param wins of them in the same month, a month later and so on, as far as those months are closed
     */
    public record Cohort(int month, int opportunities, List<Integer> wins) {}

    private Funnel() {}

    /** The year's plan of a stage by month; the months add up to the year. */
    public static List<Integer> plan(Stage stage) {
        return switch (stage) {
            case LEADS ->
                IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                        .map(Channels::planLeads)
                        .boxed()
                        .toList();
            case WINS -> PLANNED_WINS;
            default ->
                Parts.of(
                        stage.plan,
                        IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                                .mapToObj(month ->
                                        reached(stage, SampleCompany.MONTHS_OF_A_YEAR + month, Funnel::leadsOfThePlan))
                                .toList());
        };
    }

    public static List<Integer> plan(Stage stage, Region region) {
        if (stage == Stage.LEADS) {
            return IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                    .map(month -> Channels.ALL.stream()
                            .mapToInt(channel -> channel.planLeads(region, month))
                            .sum())
                    .boxed()
                    .toList();
        }
        List<Integer> whole = plan(stage);
        List<Integer> emea = Parts.of(Channels.part(Region.EMEA, stage.plan, Channels.EMEA_SHARE), whole);
        return region == Region.EMEA
                ? emea
                : IntStream.range(0, whole.size())
                        .mapToObj(month -> whole.get(month) - emea.get(month))
                        .toList();
    }

    /** What reached a stage, from the first month of the year before to the last that is closed. */
    public static List<Integer> actual(Stage stage, Region region) {
        return IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR + SampleCompany.CLOSED_MONTHS)
                .map(month -> actual(stage, region, month))
                .boxed()
                .toList();
    }

    /** Of both regions. */
    public static List<Integer> actual(Stage stage) {
        List<Integer> emea = actual(stage, Region.EMEA);
        List<Integer> amer = actual(stage, Region.AMER);
        return IntStream.range(0, emea.size())
                .mapToObj(month -> emea.get(month) + amer.get(month))
                .toList();
    }

    /** The opportunities of the last twelve closed months: what was won in a month came from those of six months. */
    public static List<Cohort> cohorts() {
        List<Integer> opportunities = actual(Stage.OPPORTUNITIES);
        int closed = opportunities.size();
        return IntStream.range(closed - COHORTS, closed)
                .mapToObj(entry -> new Cohort(
                        entry,
                        opportunities.get(entry),
                        IntStream.range(entry, Math.min(closed, entry + DECISIONS.size()))
                                .mapToObj(month -> Parts.of(
                                                WINS.get(month),
                                                IntStream.range(0, DECISIONS.size())
                                                        .mapToObj(lag ->
                                                                DECISIONS.get(lag) * opportunities.get(month - lag))
                                                        .toList())
                                        .get(month - entry))
                                .toList()))
                .toList();
    }

    private static int actual(Stage stage, Region region, int month) {
        return switch (stage) {
            case LEADS ->
                Channels.ALL.stream()
                        .mapToInt(channel -> channel.leads(region, month))
                        .sum();
            case WINS -> Channels.part(region, WINS.get(month), Channels.EMEA_SHARE);
            default -> {
                boolean less = region == Region.AMER && month >= ACCEPTANCE_FELL && stage.compareTo(Stage.SQL) >= 0;
                yield (int) Math.round(
                        reached(stage, month, at -> actual(Stage.LEADS, region, at)) * (less ? AMER_ACCEPTANCE : 1));
            }
        };
    }

    /** The plan knows the leads of the year before, which are still on their way. */
    private static int leadsOfThePlan(int month) {
        return month < SampleCompany.MONTHS_OF_A_YEAR
                ? Channels.leads(month)
                : Channels.planLeads(month - SampleCompany.MONTHS_OF_A_YEAR);
    }

    /** Visits come before leads, everything else after them. */
    private static double reached(Stage stage, int month, IntUnaryOperator leads) {
        if (stage == Stage.VISITS) {
            return leads.applyAsInt(month) / Stage.LEADS.rate;
        }
        double rate = 1;
        double lag = 0;
        for (Stage each : Stage.values()) {
            if (each.compareTo(Stage.LEADS) > 0 && each.compareTo(stage) <= 0) {
                rate *= each.rate;
                lag += each.lag;
            }
        }
        int whole = (int) lag;
        double part = lag - whole;
        int near = Math.max(0, month - whole);
        int far = Math.max(0, month - whole - 1);
        return rate * ((1 - part) * leads.applyAsInt(near) + part * leads.applyAsInt(far));
    }
}
