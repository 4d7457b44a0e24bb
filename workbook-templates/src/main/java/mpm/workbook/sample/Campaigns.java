package mpm.workbook.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The campaigns of the year: their budgets add up to those of the channels, their expected leads to the channels' plan. */
public final class Campaigns {

    /**
     * A campaign or another activity.
     *
     * @param startWeek weeks from the first day of the fiscal year
     * @param outcome the metric that it serves; empty where it serves none
     * @param reach the share of its budget that reaches the outcome
     * @param leads that are expected of it
     */
    public record Campaign(
            String name,
            String channel,
            String region,
            String audience,
            String objective,
            int startWeek,
            int weeks,
            int budget,
            String outcome,
            double reach,
            int leads,
            String status,
            String owner) {

        private Campaign reaching(double share) {
            return new Campaign(
                    name, channel, region, audience, objective, startWeek, weeks, budget, outcome, share, leads, status,
                    owner);
        }

        private Campaign bringing(int expected) {
            return new Campaign(
                    name, channel, region, audience, objective, startWeek, weeks, budget, outcome, reach, expected,
                    status, owner);
        }

        private boolean servesAnOutcome() {
            return !outcome.isEmpty();
        }
    }

    private static final String REVENUE = "Marketing-sourced revenue";
    private static final String CUSTOMERS = "New customers";
    private static final String RETENTION = "Customer retention";
    private static final String RUNNING = "Running";
    private static final String DONE = "Done";
    private static final String PLANNED = "Planned";

    private static final List<Campaign> WITHOUT_LEADS = List.of(
            to(REVENUE, "Search, always on, EMEA", "Search", "EMEA", "Lab managers", "Demand", 0, 52, 340_000, RUNNING),
            to(REVENUE, "Search, always on, AMER", "Search", "AMER", "Lab managers", "Demand", 0, 52, 220_000, RUNNING),
            to(CUSTOMERS, "Comparison search", "Search", "EMEA", "Buyers", "Choice", 8, 36, 40_000, RUNNING),
            to(
                    REVENUE,
                    "Content for three buying roles",
                    "Content",
                    "EMEA",
                    "Buying teams",
                    "Demand",
                    0,
                    52,
                    180_000,
                    RUNNING),
            to(REVENUE, "Application notes", "Content", "AMER", "Scientists", "Demand", 4, 44, 84_000, RUNNING),
            none("Customer magazine", "Content", "EMEA", "Customers", 10, 30, 36_000),
            to(REVENUE, "Social campaigns, AMER", "Social", "AMER", "Scientists", "Demand", 0, 52, 200_000, RUNNING),
            to(REVENUE, "Social campaigns, EMEA", "Social", "EMEA", "Scientists", "Demand", 0, 52, 130_000, RUNNING),
            none("Employer stories", "Social", "EMEA", "Applicants", 2, 40, 30_000),
            to(REVENUE, "Autumn trade shows", "Events", "AMER", "Lab managers", "Demand", 10, 10, 260_000, DONE)
                    .reaching(0.5),
            to(REVENUE, "Spring trade shows", "Events", "EMEA", "Lab managers", "Demand", 36, 10, 160_000, PLANNED),
            to(CUSTOMERS, "Seminars", "Events", "EMEA", "Buyers", "Choice", 6, 42, 100_000, RUNNING),
            none("Association sponsorship", "Events", "AMER", "Association", 0, 52, 20_000),
            to(RETENTION, "Service programme", "Email", "EMEA", "Customers", "Loyalty", 18, 30, 60_000, RUNNING),
            to(CUSTOMERS, "List test: trial offer", "Email", "AMER", "Prospects", "Trial", 26, 8, 60_000, DONE),
            to(
                    CUSTOMERS,
                    "Joint selling with Kestrel",
                    "Partner",
                    "EMEA",
                    "Joint accounts",
                    "Choice",
                    4,
                    48,
                    120_000,
                    RUNNING),
            to(
                    CUSTOMERS,
                    "Joint selling with Osier",
                    "Partner",
                    "EMEA",
                    "Joint accounts",
                    "Choice",
                    4,
                    48,
                    192_000,
                    RUNNING),
            to(CUSTOMERS, "Webinars with Fenwick", "Partner", "EMEA", "Scientists", "Demand", 8, 40, 96_000, RUNNING),
            to(
                    CUSTOMERS,
                    "Reseller kit with Larkmoor",
                    "Partner",
                    "AMER",
                    "Resellers",
                    "Choice",
                    12,
                    36,
                    72_000,
                    RUNNING));

    public static final List<Campaign> ALL =
            WITHOUT_LEADS.stream().map(Campaigns::withLeads).toList();

    /** Of the year until the last closed month. */
    private static final double CLOSED_WEEKS = 243 / 7.0;

    /** Two of its shows were cancelled. */
    private static final String CUT_SHORT = "Autumn trade shows";

    private static final double LEFT_OF_THE_SHOWS = 0.6;

    /**
     * Something that a campaign needs before it starts.
     *
     * @param days working days that it takes
     * @param after the ids of those that it waits for
     */
    public record Asset(String id, String name, String kind, int days, String after, String owner, boolean isDone) {}

    /** The first day of work on the assets, in days from the first of the fiscal year. */
    public static final int ASSETS_BEGIN = 212;

    /** What the spring trade shows need: ready two days before the first show. */
    public static final List<Asset> ASSETS = List.of(
            new Asset("A1", "Brief", "Text", 3, "", "Events Manager EMEA", true),
            new Asset("A2", "Stand design", "Design", 8, "A1", "Brand Lead EMEA", true),
            new Asset("A3", "Stand", "Build", 14, "A2", "Events Manager EMEA", false),
            new Asset("A4", "Application note", "Text", 9, "A1", "Content Manager EMEA", false),
            new Asset("A5", "Demonstration video", "Video", 12, "A1", "Content Manager EMEA", false),
            new Asset("A6", "Invitation list", "Data", 4, "A1", "Email Manager EMEA", true),
            new Asset("A7", "Landing page", "Web", 5, "A4", "Search Manager EMEA", false),
            new Asset("A8", "Invitations", "Mail", 3, "A6;A7", "Email Manager EMEA", false),
            new Asset("A9", "Staff briefing", "Training", 2, "A3;A5", "Marketing Lead EMEA", true),
            new Asset("A10", "First show", "Milestone", 0, "A8;A9", "Events Manager EMEA", false));

    private Campaigns() {}

    /** What a campaign has spent by the end of the last closed month: all of a channel's add up to its spend. */
    public static int spendToDate(Campaign campaign) {
        return part(campaign, Channels.of(campaign.channel()).spendToDate(), Campaign::budget);
    }

    /** The leads that it has brought by then, likewise. */
    public static int leadsToDate(Campaign campaign) {
        return part(
                campaign,
                Channels.of(campaign.channel()).leadsToDate(),
                each -> each.leads() * (each.name().equals(CUT_SHORT) ? LEFT_OF_THE_SHOWS : 1));
    }

    /** By what is due of a figure of each of the channel's campaigns. */
    private static int part(Campaign campaign, int whole, ToDoubleFunction<Campaign> figure) {
        List<Campaign> siblings = ALL.stream()
                .filter(other -> other.channel().equals(campaign.channel()))
                .toList();
        return Parts.of(
                        whole,
                        siblings.stream()
                                .map(each -> figure.applyAsDouble(each) * gone(each))
                                .toList())
                .get(siblings.indexOf(campaign));
    }

    private static double gone(Campaign campaign) {
        return Math.max(0, Math.min(1, (CLOSED_WEEKS - campaign.startWeek()) / campaign.weeks()));
    }

    private static Campaign to(
            String outcome,
            String name,
            String channel,
            String region,
            String audience,
            String objective,
            int startWeek,
            int weeks,
            int budget,
            String status) {
        return new Campaign(
                name,
                channel,
                region,
                audience,
                objective,
                startWeek,
                weeks,
                budget,
                outcome,
                1,
                0,
                status,
                "%s Manager %s".formatted(channel, region));
    }

    /** What serves no outcome. */
    private static Campaign none(
            String name, String channel, String region, String audience, int startWeek, int weeks, int budget) {
        return to("", name, channel, region, audience, "Image", startWeek, weeks, budget, RUNNING)
                .reaching(0);
    }

    /** The channel's leads by the budgets of those of its campaigns that serve an outcome. */
    private static Campaign withLeads(Campaign campaign) {
        if (!campaign.servesAnOutcome()) {
            return campaign;
        }
        List<Campaign> siblings = WITHOUT_LEADS.stream()
                .filter(other -> other.channel().equals(campaign.channel()) && other.servesAnOutcome())
                .toList();
        List<Integer> leads = Parts.of(
                Channels.of(campaign.channel()).planLeadsOfTheYear(),
                siblings.stream().map(Campaign::budget).toList());
        return campaign.bringing(leads.get(siblings.indexOf(campaign)));
    }
}
