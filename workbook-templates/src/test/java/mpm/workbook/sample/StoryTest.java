package mpm.workbook.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Limits;
import mpm.cell.Cell;
import mpm.cell.Range;
import mpm.functions.Functions;
import mpm.link.Links;
import mpm.workbook.formula.FormulaEvaluation;
import mpm.workbook.sample.Alliances.Initiative;
import mpm.workbook.sample.Assessment.Practice;
import mpm.workbook.sample.Budget.Amounts;
import mpm.workbook.sample.Budget.Item;
import mpm.workbook.sample.Budget.Line;
import mpm.workbook.sample.Budget.Order;
import mpm.workbook.sample.Campaigns.Campaign;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.Channels.Journey;
import mpm.workbook.sample.Channels.Region;
import mpm.workbook.sample.Channels.Response;
import mpm.workbook.sample.Commitments.Commitment;
import mpm.workbook.sample.Experiments.Arm;
import mpm.workbook.sample.Experiments.Customer;
import mpm.workbook.sample.Experiments.Territory;
import mpm.workbook.sample.Experiments.Yield;
import mpm.workbook.sample.Funnel.Cohort;
import mpm.workbook.sample.Funnel.Stage;
import mpm.workbook.sample.Measurement.Benchmark;
import mpm.workbook.sample.Measurement.Insight;
import mpm.workbook.sample.Partners.Handoff;
import mpm.workbook.sample.Partners.Partner;
import mpm.workbook.sample.Revenue.Forecast;
import mpm.workbook.sample.SampleCompany.Factor;
import mpm.workbook.sample.SampleCompany.Month;
import mpm.workbook.sample.SampleCompany.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample company tells one story: its parts add up, and what it is told to show it shows. */
class StoryTest {

    private static final List<Month> YEAR =
            SampleCompany.MONTHS.subList(SampleCompany.MONTHS_OF_A_YEAR, 2 * SampleCompany.MONTHS_OF_A_YEAR);
    private static final List<Month> CLOSED = YEAR.subList(0, SampleCompany.CLOSED_MONTHS);

    private static final FormulaEvaluation FORMULAS =
            new FormulaEvaluation(new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD));

    @Test
    void theGoalsAreThoseOfTheStory() {
        assertThat(sum(YEAR, Month::planLeads)).isEqualTo(Stage.LEADS.plan()).isEqualTo(16_000);
        assertThat(sum(YEAR, Month::planSpend)).isEqualTo(SampleCompany.MARKETING_BUDGET);
        assertThat(sum(YEAR, Month::planRevenue)).isEqualTo(SampleCompany.REVENUE_GOAL);
        assertThat(SampleCompany.NEW_CUSTOMERS_GOAL * SampleCompany.AVERAGE_DEAL)
                .isEqualTo(SampleCompany.REVENUE_GOAL);
        assertThat(20 * SampleCompany.MARKETING_BUDGET).isEqualTo(SampleCompany.ENTERPRISE_REVENUE);
        assertThat(SampleCompany.SEASON.stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(12, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "Search, 600000, 4800, -0.06",
        "Content, 300000, 2700, -0.06",
        "Social, 360000, 2600, 0.09",
        "Events, 540000, 2400, -0.31",
        "Email, 120000, 2000, -0.06",
        "Partner, 480000, 1500, -0.06"
    })
    void aChannelHasItsPlanAndItsDeviation(String name, int spend, int leads, double deviation) {
        Channel channel = Channels.of(name);

        assertThat(channel.planSpendOfTheYear()).isEqualTo(spend);
        assertThat(channel.planLeadsOfTheYear()).isEqualTo(leads);
        double planToDate = leads * 10_133.0 / 16_000;
        assertThat(channel.leadsToDate() / planToDate - 1).isCloseTo(deviation, within(0.006));
    }

    @Test
    void leadsStandSevenPercentUnderPlanAndSpendFour() {
        assertThat(sum(CLOSED, Month::planLeads)).isEqualTo(10_133);
        assertThat(sum(CLOSED, month -> Objects.requireNonNull(month.leads()))).isEqualTo(9_420);
        assertThat(sum(Channels.ALL, Channel::leadsToDate)).isEqualTo(9_420);
        assertThat(sum(Channels.ALL, Channel::spendToDate)).isEqualTo(1_459_200);
        assertThat(1_459_200.0 / sum(CLOSED, Month::planSpend)).isCloseTo(0.96, within(0.001));
        assertThat(1_459_200.0 / 9_420).isCloseTo(155, within(0.5));
    }

    @Test
    void theShowsThatWereCancelledAreSeenInOctober() {
        Channel events = Channels.of("Events");
        int october = 3;
        assertThat(events.leads().get(12 + october))
                .isLessThan(events.planLeads().get(october) / 2);
        assertThat(events.leads().get(12))
                .isGreaterThanOrEqualTo(events.planLeads().get(0));
    }

    @Test
    void theRegionsAddUpToTheWhole() {
        for (Channel channel : Channels.ALL) {
            for (int month = 0; month < channel.leads().size(); month++) {
                int at = month;
                assertThat(sum(List.of(Region.values()), region -> channel.leads(region, at)))
                        .isEqualTo(channel.leads().get(month));
                assertThat(sum(List.of(Region.values()), region -> channel.spend(region, at)))
                        .isEqualTo(channel.spend().get(month));
            }
        }
        for (int month = 0; month < Revenue.ACTUAL.size(); month++) {
            assertThat(Revenue.actual(Region.EMEA, month) + Revenue.actual(Region.AMER, month))
                    .isEqualTo(Revenue.ACTUAL.get(month));
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void theMonthsOfAStageAddUpToTheYear(Stage stage) {
        assertThat(Funnel.plan(stage))
                .hasSize(12)
                .allSatisfy(volume -> assertThat(volume).isPositive());
        assertThat(sum(Funnel.plan(stage), Integer::intValue)).isEqualTo(stage.plan());
        for (int month = 0; month < 12; month++) {
            assertThat(Funnel.plan(stage, Region.EMEA).get(month)
                            + Funnel.plan(stage, Region.AMER).get(month))
                    .isEqualTo(Funnel.plan(stage).get(month));
        }
    }

    @Test
    void everyWinHasAJourneyOverKnownChannels() {
        assertThat(sum(Channels.JOURNEYS, Journey::wins)).isEqualTo(126);
        assertThat(Channels.JOURNEYS).extracting(Journey::path).doesNotHaveDuplicates();
        assertThat(Channels.JOURNEYS)
                .flatExtracting(journey -> List.of(journey.path().split(" > ", -1)))
                .isSubsetOf(Channels.ALL.stream().map(Channel::name).toList());
    }

    @Test
    void theFunnelIsThatOfTheStory() {
        double reached = Stage.VISITS.plan();
        for (Stage stage : Stage.values()) {
            reached *= stage.rate();
            assertThat(reached).isCloseTo(stage.plan(), within(1e-6));
        }
        assertThat(Stream.of(Stage.values()).mapToDouble(Stage::lag).sum()).isCloseTo(5.5, within(1e-9));
        assertThat(Funnel.actual(Stage.LEADS)).isEqualTo(months(Month::leads));
        assertThat(sum(Funnel.actual(Stage.WINS).subList(12, 20), Integer::intValue))
                .isEqualTo(126);
        assertThat(sum(Funnel.plan(Stage.WINS).subList(0, 8), Integer::intValue))
                .isEqualTo(124);
        assertThat(Stage.WINS.plan() * Funnel.COST_PER_CUSTOMER).isEqualTo(SampleCompany.MARKETING_BUDGET);
    }

    @Test
    void winsAreThoseOfTheCohortsAndFollowOpportunitiesByTwoMonthsAndAHalf() {
        List<Cohort> cohorts = Funnel.cohorts();
        for (int month = 13; month < 20; month++) {
            int won = month;
            assertThat(cohorts.stream()
                            .filter(cohort -> cohort.month() <= won && won - cohort.month() < 6)
                            .mapToInt(cohort -> cohort.wins().get(won - cohort.month()))
                            .sum())
                    .isEqualTo(Funnel.actual(Stage.WINS).get(month));
        }
        List<Cohort> decided =
                cohorts.stream().filter(cohort -> cohort.wins().size() == 6).toList();
        double wins = sum(
                decided,
                cohort -> cohort.wins().stream().mapToInt(Integer::intValue).sum());
        double waited = sum(
                decided,
                cohort -> IntStream.range(0, 6)
                        .map(lag -> lag * cohort.wins().get(lag))
                        .sum());
        assertThat(wins / sum(decided, Cohort::opportunities)).isCloseTo(Stage.WINS.rate(), within(0.03));
        assertThat(waited / wins).isCloseTo(Stage.WINS.lag(), within(0.15));
    }

    @Test
    void salesOfAmerAcceptsFewer() {
        assertThat(acceptance(Region.AMER)).isLessThan(0.85 * acceptance(Region.EMEA));
    }

    private static double acceptance(Region region) {
        return (double) sum(Funnel.actual(Stage.SQL, region).subList(16, 20), Integer::intValue)
                / sum(Funnel.actual(Stage.MQL, region).subList(15, 19), Integer::intValue);
    }

    @Test
    void revenueStillLooksWellAndFollowsLeadsByFiveMonths() {
        assertThat(sum(CLOSED, month -> Objects.requireNonNull(month.revenue())))
                .isEqualTo(6_310_000);
        assertThat(sum(CLOSED, Month::planRevenue)).isEqualTo(6_200_000);
        assertThat(bestLag(off(Month::leads, Month::planLeads), off(Month::revenue, Month::planRevenue)))
                .isEqualTo(SampleCompany.LEAD_TIME);
        assertThat(SampleCompany.REVENUE_GOAL - Revenue.LANDING).isEqualTo(600_000);
        assertThat(Revenue.LANDING).isBetween(Revenue.LANDING_LOW, Revenue.LANDING_HIGH);
    }

    @Test
    void blogPostsLeadNothing() {
        Range table = lags(
                Measurement.BLOG_POSTS.stream().map(Integer::doubleValue).toList(),
                off(Month::revenue, Month::planRevenue));
        int last = table.columns() - 1;
        for (int row = 1; row < table.rows(); row++) {
            assertThat(number(table.cell(row * table.columns() + last))).isGreaterThan(0.05);
        }
    }

    private static Range lags(List<Double> leading, List<Double> following) {
        return FORMULAS.value("=MPM.CORREL.LAG(%s,%s,6)".formatted(column(leading), column(following)));
    }

    private static int bestLag(List<Double> leads, List<Double> revenue) {
        Range table = lags(leads, revenue);
        int best = 0;
        double strongest = -1;
        for (int row = 1; row < table.rows(); row++) {
            double r = number(table.cell(row * table.columns() + 1));
            if (r > strongest) {
                strongest = r;
                best = (int) number(table.cell(row * table.columns()));
            }
        }
        return best;
    }

    private static double number(Cell cell) {
        return cell instanceof Cell.Numeric number ? number.value() : Double.NaN;
    }

    @Test
    void forecastsOfAmerRunTooHighAndThoseOfEmeaALittleTooLow() {
        assertThat(bias(Region.AMER)).isCloseTo(0.11, within(0.005));
        assertThat(bias(Region.EMEA)).isCloseTo(-0.01, within(0.005));
    }

    private static double bias(Region region) {
        List<Forecast> forecasts = Revenue.forecasts(region);
        return (double) sum(forecasts, Forecast::forecast) / sum(forecasts, Forecast::actual) - 1;
    }

    @Test
    void retentionStandsAbovePlanAndPromotersJumpInJanuary() {
        Month february = CLOSED.get(CLOSED.size() - 1);
        assertThat(february.retention()).isEqualTo(93.1).isGreaterThan(SampleCompany.RETENTION_GOAL);
        assertThat(Customers.PROMOTERS.subList(18, 20)).containsOnly(52);
        assertThat(Customers.PROMOTERS.subList(0, 18))
                .allSatisfy(score -> assertThat(score).isBetween(37, 39));
    }

    @Test
    void theBudgetAddsUpByMonthAndChannel() {
        for (Channel channel : Channels.ALL) {
            List<List<Amounts>> lines = Budget.LINES.stream()
                    .filter(line -> line.channel().equals(channel.name()))
                    .map(Budget::months)
                    .toList();
            for (int month = 0; month < 12; month++) {
                int at = month;
                assertThat(sum(lines, line -> line.get(at).plan()))
                        .isEqualTo(channel.planSpend().get(month));
                assertThat(sum(lines, line -> line.get(at).actual()))
                        .isEqualTo(month < 8 ? channel.spend().get(12 + month) : 0);
            }
        }
        assertThat(sum(all(), Amounts::plan)).isEqualTo(SampleCompany.MARKETING_BUDGET);
        assertThat(sum(all(), Amounts::actual)).isEqualTo(1_459_200);
        assertThat(sum(all(), Amounts::committed)).isBetween(1, 880_000);
        assertThat(sum(all(), Amounts::forecast)).isEqualTo(1_459_200 + 880_000);
    }

    @Test
    void theLedgerAgreesWithTheBudgetOnceAccrualsAndItemsAreCounted() {
        assertThat(sum(Budget.ORDERS, Order::open)).isEqualTo(sum(all(), Amounts::committed));
        assertThat(sum(Budget.ORDERS, Order::accrued)).isPositive();
        assertThat(Budget.ORDERS)
                .allSatisfy(order -> assertThat(order.invoiced()).isBetween(0, order.delivered()));
        assertThat(sum(Budget.LINES, Budget::ledger)
                        + sum(Budget.ORDERS, Order::accrued)
                        + sum(Budget.ITEMS, Item::amount))
                .isEqualTo(1_459_200);
        for (Line line : Budget.LINES) {
            int regions = Stream.of(Region.values())
                    .mapToInt(region -> sum(Budget.months(line, region), Amounts::forecast))
                    .sum();
            assertThat(regions).isEqualTo(sum(Budget.months(line), Amounts::forecast));
        }
    }

    private static List<Amounts> all() {
        return Budget.LINES.stream()
                .flatMap(line -> Budget.months(line).stream())
                .toList();
    }

    @Test
    void theCampaignsShareOutBudgetAndLeadsOfTheirChannels() {
        for (Channel channel : Channels.ALL) {
            List<Campaign> campaigns = Campaigns.ALL.stream()
                    .filter(campaign -> campaign.channel().equals(channel.name()))
                    .toList();
            assertThat(sum(campaigns, Campaign::budget)).isEqualTo(channel.planSpendOfTheYear());
            assertThat(sum(campaigns, Campaign::leads)).isEqualTo(channel.planLeadsOfTheYear());
        }
        assertThat(Campaigns.ALL)
                .allSatisfy(campaign ->
                        assertThat(campaign.startWeek() + campaign.weeks()).isLessThanOrEqualTo(52));
    }

    @Test
    void campaignsShareOutWhatHappenedInTheirChannelsAndTheShowsFellShort() {
        for (Channel channel : Channels.ALL) {
            List<Campaign> campaigns = Campaigns.ALL.stream()
                    .filter(campaign -> campaign.channel().equals(channel.name()))
                    .toList();
            assertThat(sum(campaigns, Campaigns::spendToDate)).isEqualTo(channel.spendToDate());
            assertThat(sum(campaigns, Campaigns::leadsToDate)).isEqualTo(channel.leadsToDate());
        }
        assertThat(Campaigns.ALL.stream()
                        .filter(campaign -> campaign.outcome().isEmpty())
                        .mapToInt(Campaigns::leadsToDate))
                .containsOnly(0);
    }

    @Test
    void nineTenthsOfSpendReachAnOutcomeAndThreeActivitiesNone() {
        double reached = Campaigns.ALL.stream()
                .mapToDouble(campaign -> campaign.budget() * campaign.reach())
                .sum();
        assertThat(reached / SampleCompany.MARKETING_BUDGET).isCloseTo(0.91, within(1e-9));
        List<Campaign> orphans = Campaigns.ALL.stream()
                .filter(campaign -> campaign.outcome().isEmpty())
                .toList();
        assertThat(orphans).hasSize(3);
        assertThat(sum(orphans, Campaign::budget)).isEqualTo(86_000);
    }

    @Test
    void ofSeventeenCommitmentsThatAreDueTwelveWereKept() {
        assertThat(Commitments.ALL).hasSize(26).extracting(Commitment::id).doesNotHaveDuplicates();
        assertThat(Commitments.ALL)
                .allSatisfy(each -> assertThat(each.actual() != null).isEqualTo(each.isDue()));
        assertThat(Commitments.ALL.stream().filter(Commitment::isDue)).hasSize(17);
        assertThat(Commitments.ALL.stream().filter(Commitment::isKept)).hasSize(12);
        assertThat(12.0 / 17).isCloseTo(0.706, within(0.0005));
    }

    @Test
    void kestrelBringsWhatOsierClaims() {
        Partner kestrel = Partners.ALL.get(0);
        Partner osier = Partners.ALL.get(1);
        for (ToIntFunction<Partner> funds :
                List.<ToIntFunction<Partner>>of(Partner::granted, Partner::used, Partner::claimed)) {
            assertThat(share(kestrel, funds)).isCloseTo(0.25, within(1e-9));
            assertThat(share(osier, funds)).isCloseTo(0.40, within(1e-9));
        }
        assertThat(share(kestrel, Partner::pipeline)).isCloseTo(0.52, within(1e-9));
        assertThat(share(osier, Partner::pipeline)).isCloseTo(0.06, within(1e-9));
        Channel channel = Channels.of("Partner");
        assertThat(sum(Partners.ALL, Partner::granted)).isEqualTo(channel.planSpendOfTheYear());
        assertThat(sum(Partners.ALL, Partner::used)).isEqualTo(channel.spendToDate());
        assertThat(sum(Partners.ALL, Partner::leads)).isEqualTo(channel.leadsToDate());
    }

    @Test
    void theJointPlanAddsUpToThePartners() {
        for (Partner partner : Partners.ALL) {
            List<Initiative> joint = Alliances.JOINT_PLAN.stream()
                    .filter(initiative -> initiative.partner().equals(partner.name()))
                    .toList();
            assertThat(sum(joint, Initiative::funds)).isEqualTo(partner.granted());
            assertThat(sum(joint, Initiative::actual)).isEqualTo(partner.pipeline());
        }
        assertThat(sum(Alliances.JOINT_PLAN, Initiative::target))
                .as("what the Partner Marketing Lead committed to")
                .isEqualTo(3_600_000);
    }

    @Test
    void whatEachPartnerAddsIsItsPipeline() {
        Range shares = FORMULAS.value(Alliances.COALITIONS.stream()
                .map(each -> "\"%s\",%s".formatted(each.members(), each.pipeline()))
                .collect(Collectors.joining(";", "=MPM.COOP.SHARE({\"Members\",\"Value\";", "},,,,FALSE)")));
        for (int row = 0; row < Partners.ALL.size(); row++) {
            assertThat(number(shares.cell(row * shares.columns() + 1)))
                    .isEqualTo(Partners.ALL.get(row).pipeline());
        }
    }

    @Test
    void everyLeadSentBackComesAgainAndIsTaken() {
        assertThat(Alliances.VISITS).hasSize(252);
        assertThat(Alliances.VISITS.stream().filter(visit -> !visit.isTaken())).hasSize(52);
        assertThat(Alliances.VISITS)
                .allSatisfy(visit -> assertThat(visit.lastDay()).isLessThan(90));
    }

    private static double share(Partner partner, ToIntFunction<Partner> figure) {
        return (double) figure.applyAsInt(partner) / sum(Partners.ALL, figure);
    }

    @Test
    void salesOfAmerPicksUpLate() {
        assertThat(inTime(Region.AMER)).isEqualTo(61);
        assertThat(inTime(Region.EMEA)).isEqualTo(88);
        assertThat(Partners.HANDOFFS_SENT).hasSize(200).extracting(Handoff::id).doesNotHaveDuplicates();
        assertThat(Partners.HANDOFFS_SENT.stream().filter(Handoff::isRightFirstTime))
                .hasSize(148);
    }

    private static long inTime(Region region) {
        return Partners.HANDOFFS_SENT.stream()
                .filter(handoff -> handoff.region() == region && handoff.isWithinSla())
                .count();
    }

    @Test
    void costPerLeadStandsBetterThanSevenOfTwelvePeers() {
        Benchmark cost = Measurement.BENCHMARKS.get(0);
        assertThat(Measurement.BENCHMARKS)
                .allSatisfy(each -> assertThat(each.peers()).hasSize(12));
        List<Double> peers = cost.peers().stream().sorted().toList();
        assertThat((peers.get(5) + peers.get(6)) / 2).isEqualTo(171);
        assertThat(peers.stream().filter(peer -> peer > cost.own()).count() / 12.0)
                .isCloseTo(0.58, within(0.005));
    }

    @Test
    void shareOfPreferenceIsTheWeakestOfFourteenNeeds() {
        String table = Information.NEEDS.stream()
                .map(need -> "\"%s\",%s,%s,%s,%s,%s,%s,%s,%s,%s,%s"
                        .formatted(
                                need.information(),
                                need.checks(),
                                need.passed(),
                                40_000 + need.decisionDay(),
                                40_000 + need.deliveredDay(),
                                40_000 + need.asOfDay(),
                                need.halfLife(),
                                need.levelsNeeded(),
                                need.levelsHave(),
                                need.slicesNeeded(),
                                need.slicesHave()))
                .collect(Collectors.joining(
                        ";",
                        "=MPM.INFOQUALITY({\"Metric\",\"Checks\",\"Passed\",\"DecisionDate\",\"DeliveredDate\",\"AsOf\","
                                + "\"HalfLifeDays\",\"LevelsNeeded\",\"LevelsHave\",\"SlicesNeeded\",\"SlicesHave\";",
                        "},FALSE)"));
        Range answer = FORMULAS.value(table);
        assertThat(answer.rows()).isEqualTo(14);
        double[] indices = IntStream.range(0, 14)
                .mapToDouble(row -> number(answer.cell(row * answer.columns() + 6)))
                .toArray();
        assertThat(IntStream.range(1, 14))
                .allSatisfy(row -> assertThat(indices[row]).isGreaterThan(indices[0]));
    }

    @Test
    void informationComesFromKnownSourcesAndServesKnownNeeds() {
        List<String> sources =
                Information.SOURCES.stream().map(Information.Source::name).toList();
        List<String> needs =
                Information.NEEDS.stream().map(Information.Need::information).toList();
        assertThat(Information.NEEDS).extracting(Information.Need::source).isSubsetOf(sources);
        assertThat(Information.PLAN)
                .extracting(measured -> measured.metric().source())
                .isSubsetOf(sources);
        assertThat(Information.PLAN)
                .extracting(Information.Measured::need)
                .filteredOn(need -> !need.isEmpty())
                .isSubsetOf(needs);
        assertThat(Information.FIXES).extracting(Information.Fix::information).isSubsetOf(needs);
    }

    @Test
    void postsAndMentionsServeNoDecision() {
        assertThat(Information.PLAN.stream()
                        .filter(measured -> measured.need().isEmpty())
                        .map(measured -> measured.metric().name()))
                .containsExactly("Blog posts", "Media mentions");
    }

    @Test
    void aFactorIsTheMeanOfItsPractices() {
        assertThat(SampleCompany.FACTORS)
                .allSatisfy(factor -> assertThat(Assessment.PRACTICES.stream()
                                .filter(practice -> practice.factor().equals(factor.name()))
                                .mapToDouble(Practice::level)
                                .average())
                        .hasValueCloseTo(factor.score(), within(1e-9)));
    }

    @Test
    void theFactorsAreThoseOfTheStory() {
        assertThat(SampleCompany.FACTORS).extracting(Factor::score).containsExactly(3.4, 3.1, 2.6, 2.9, 2.3, 2.8);
        assertThat(SampleCompany.FACTORS).extracting(Factor::target).containsOnly(4.0);
    }

    @Test
    void theListTestLiftedRequests() {
        assertThat(Experiments.LIST_TEST.stream().mapToInt(Arm::addresses).sum())
                .isEqualTo(20_000);
        assertThat(rate(false)).isCloseTo(0.021, within(1e-9));
        assertThat(rate(true)).isCloseTo(0.026, within(1e-9));
    }

    private static double rate(boolean treated) {
        List<Arm> arms = Experiments.LIST_TEST.stream()
                .filter(arm -> arm.isTreated() == treated)
                .toList();
        return (double) sum(arms, Arm::requests) / sum(arms, Arm::addresses);
    }

    @Test
    void bothGroupsOfCustomersOrderedAlikeUntilOneWasServed() {
        assertThat(orders(true, Customer::before) / orders(false, Customer::before))
                .isCloseTo(1, within(0.1));
        assertThat(orders(true, Customer::after) / orders(false, Customer::after))
                .isGreaterThan(1.2);
        assertThat(Experiments.CUSTOMERS.stream().filter(Customer::isServed).count() * Experiments.COST_OF_SERVICE)
                .isLessThan(Campaigns.ALL.stream()
                        .filter(campaign -> campaign.name().equals("Service programme"))
                        .mapToInt(Campaigns::spendToDate)
                        .sum());
    }

    private static double orders(boolean served, ToIntFunction<Customer> figure) {
        return Experiments.CUSTOMERS.stream()
                .filter(customer -> customer.isServed() == served)
                .mapToInt(figure)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void theTerritoriesShareOutTheEventsOfTheirRegion(Region region) {
        assertThat(Experiments.TERRITORIES.stream()
                        .filter(territory -> territory.region() == region)
                        .mapToInt(Territory::share)
                        .sum())
                .isEqualTo(100);
        Channel events = Channels.of("Events");
        for (int month = 0; month < SampleCompany.CLOSED_MONTHS; month++) {
            int at = month;
            List<Yield> yields = Experiments.YIELDS.stream()
                    .filter(yield -> yield.territory().region() == region && yield.month() == at)
                    .toList();
            assertThat(sum(yields, Yield::leads)).isEqualTo(events.leads(region, 12 + month));
            assertThat(sum(yields, Yield::plan)).isEqualTo(events.planLeads(region, month));
        }
    }

    @Test
    void seminarsMakeUpForAPartOfTheShows() {
        assertThat(ofPlan(true, false)).isCloseTo(ofPlan(false, false), within(0.05));
        assertThat(ofPlan(true, true)).isGreaterThan(ofPlan(false, true) + 0.1).isLessThan(ofPlan(true, false));
    }

    /** Leads of events as a share of their plan. */
    private static double ofPlan(boolean seminars, boolean afterwards) {
        List<Yield> yields = Experiments.YIELDS.stream()
                .filter(yield -> yield.territory().hasSeminars() == seminars
                        && yield.month() >= Experiments.FIRST_SEMINARS == afterwards)
                .toList();
        return (double) sum(yields, Yield::leads) / sum(yields, Yield::plan);
    }

    @Test
    void whatIsLearnedIsDoneInAMonthInsteadOfTwo() {
        assertThat(median(true)).isEqualTo(52);
        assertThat(median(false)).isEqualTo(34);
        assertThat(Measurement.INSIGHTS.stream().filter(each -> each.days() == null))
                .hasSize(3);
    }

    private static double median(boolean isBaseline) {
        List<Integer> days = Measurement.INSIGHTS.stream()
                .filter(each -> each.isBaseline() == isBaseline)
                .map(Insight::days)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return (days.get((days.size() - 1) / 2) + days.get(days.size() / 2)) / 2.0;
    }

    @Test
    void theOrganisationIsATreeOfTwelveSubFunctions() {
        List<String> codes = SampleCompany.UNITS.stream().map(Unit::code).toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(SampleCompany.UNITS).extracting(Unit::name).doesNotHaveDuplicates();
        assertThat(SampleCompany.UNITS.stream().filter(unit -> unit.level() == 4))
                .hasSize(12);
        assertThat(SampleCompany.UNITS.stream().skip(1))
                .allSatisfy(unit -> assertThat(codes).contains(unit.parent()));
    }

    /** Adstock carries spend on and does not add to it: an average month brings what is planned of it. */
    @Test
    void theResponsesFitThePlan() {
        for (Response response : Channels.RESPONSES) {
            Channel channel = Channels.of(response.channel());
            double spend = channel.planSpendOfTheYear() / 12.0;
            double leads = response.beta() * spend / (spend + response.halfSaturation());
            assertThat(leads * 12 / channel.planLeadsOfTheYear())
                    .as(response.channel())
                    .isCloseTo(1, within(0.01));
        }
    }

    private static List<Integer> months(Function<Month, Integer> figure) {
        return SampleCompany.MONTHS.subList(0, 20).stream().map(figure).toList();
    }

    private static List<Double> off(Function<Month, Integer> actual, Function<Month, Integer> plan) {
        return SampleCompany.MONTHS.subList(0, 20).stream()
                .map(month -> (double) actual.apply(month) / plan.apply(month) - 1)
                .toList();
    }

    private static String column(List<Double> figures) {
        return figures.stream().map(String::valueOf).collect(Collectors.joining(";", "{", "}"));
    }

    @Test
    void whatWasRewrittenWasPromisedBefore() {
        assertThat(Commitments.REVISIONS)
                .extracting(Commitments.Revision::id)
                .isSubsetOf(Commitments.ALL.stream().map(Commitment::id).toList());
    }

    private static <T> int sum(List<T> rows, ToIntFunction<T> figure) {
        return rows.stream().mapToInt(figure).sum();
    }
}
