package mpm.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mpm.cell.Moment;
import mpm.link.Direction;
import mpm.link.Links;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.apportionment.Unit;
import mpm.method.calendar.FiscalCalendar;
import mpm.plan.BenchmarkSet.Form;
import mpm.plan.BenchmarkSet.Point;
import mpm.plan.Metric.OverTime;
import mpm.plan.Metric.OverUnits;
import mpm.plan.Metric.Profile;
import mpm.plan.PeriodLock.State;
import mpm.plan.Scenario.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The plan data of the sample company, eight months into its fiscal year 2027: the examples of the functions read them. By month they are
 * those of the sample workbooks, to the cent.
 */
public final class SamplePlan {

    private static final int YEAR = 2027;
    private static final int MONTHS = 12;
    private static final Quantum CENTS = new Quantum(2);
    private static final Quantum WHOLE = new Quantum(0);
    private static final Moment TODAY = Moment.of(LocalDate.of(YEAR, Month.FEBRUARY, 28));

    private static final List<Integer> LEADS_PLANNED =
            List.of(933, 800, 1_467, 1_600, 1_600, 1_200, 1_200, 1_333, 1_600, 1_467, 1_467, 1_333);
    private static final List<Integer> LEADS = List.of(941, 796, 1_483, 1_495, 1_450, 1_019, 993, 1_243);
    private static final List<Integer> SPEND_PLANNED = List.of(
            140_000, 120_000, 220_000, 240_000, 240_000, 180_000, 180_000, 200_000, 240_000, 220_000, 220_000, 200_000);
    private static final List<Integer> SPEND =
            List.of(139_400, 118_900, 218_700, 208_600, 231_500, 172_300, 173_900, 195_900);
    private static final List<Integer> PROMOTERS = List.of(38, 37, 39, 38, 38, 39, 52, 52);
    /** By unit, as parts of a hundred of the leads. */
    private static final Map<String, Integer> LEADS_BY_UNIT = inOrder(
            List.of("DEMAND_EMEA", "BRAND_EMEA", "PARTNER_EMEA", "DEMAND_AMER", "BRAND_AMER"), 40, 10, 10, 32, 8);

    private static final Map<String, Integer> SPEND_IN_EMEA =
            inOrder(List.of("DEMAND_EMEA", "BRAND_EMEA", "PARTNER_EMEA"), 5, 3, 2);
    private static final Map<String, Integer> SPEND_IN_AMER = inOrder(List.of("DEMAND_AMER", "BRAND_AMER"), 3, 2);
    private static final Map<String, Integer> HEADS =
            inOrder(List.of("DEMAND_EMEA", "BRAND_EMEA", "PARTNER_EMEA", "DEMAND_AMER", "BRAND_AMER"), 9, 4, 3, 7, 3);
    private static final BigDecimal MOVED = new BigDecimal(6_000);
    private static final String APRIL = period(10);

    private static final PlanData DATA = new SamplePlan().data();
    private static final Links LINKS = DATA.links(planner(), TODAY, Map.of());

    private final Organisation organisation = organisation();
    private final PlanView plan = new PlanView(organisation, planner(), TODAY);

    private SamplePlan() {}

    /** All of it. */
    public static PlanData whole() {
        return DATA;
    }

    /** As a planner of EMEA reads it, who may see everything but salaries. */
    public static Links links() {
        return LINKS;
    }

    private static User planner() {
        return new User(
                "planner-emea",
                List.of(
                        new Grant(Role.VIEWER, "MKT", Set.of(), Set.of()),
                        new Grant(Role.PLANNER, "EMEA", Set.of(), Set.of())));
    }

    private PlanData data() {
        return new PlanData(organisation, figures(), notes(), changes(), commitments(), lines(), benchmarks());
    }

    private static Organisation organisation() {
        return new Organisation(
                "EUR",
                new FiscalCalendar(
                        FiscalCalendar.Periods.MONTHLY, 7, FiscalCalendar.Naming.END, FiscalCalendar.YearEnd.LAST),
                List.of(YEAR),
                List.of(),
                .9,
                .8,
                units(),
                metrics(),
                List.of(
                        scenario(
                                "ACTUAL",
                                "Actual",
                                Kind.ACTUAL,
                                List.of(new Version(1, "Ledger", "controller", Optional.empty()))),
                        scenario(
                                "PLAN",
                                "Plan",
                                Kind.PLAN,
                                List.of(
                                        new Version(1, "Board", "controller", Optional.of(day(2026, Month.JUNE, 30))),
                                        new Version(2, "Working", "planner-emea", Optional.empty())))),
                List.of(
                        new Partner("KESTREL", "Kestrel", "Partner Marketing"),
                        new Partner("OSIER", "Osier", "Partner Marketing")),
                List.of(
                        new Person("demand-emea", "Head of Demand EMEA", "demand.emea@example.com"),
                        new Person("demand-amer", "Head of Demand Americas", "demand.amer@example.com")),
                rates(),
                locks());
    }

    private static Scenario scenario(String code, String name, Kind kind, List<Version> versions) {
        return new Scenario(code, name, Set.of(), kind, Optional.of(YEAR), "Controller", versions.size(), versions);
    }

    private static List<OrgUnit> units() {
        return List.of(
                unit("MKT", "Marketing", null, "ENTERPRISE", "EUR", "CMO"),
                unit("EMEA", "Marketing EMEA", "MKT", "REGION", "EUR", "VP Marketing EMEA"),
                unit("AMER", "Marketing Americas", "MKT", "REGION", "USD", "VP Marketing Americas"),
                unit("DEMAND_EMEA", "Demand EMEA", "EMEA", "DEPT", "EUR", "Head of Demand EMEA"),
                unit("BRAND_EMEA", "Brand EMEA", "EMEA", "DEPT", "EUR", "Head of Brand EMEA"),
                unit("PARTNER_EMEA", "Partner EMEA", "EMEA", "DEPT", "EUR", "Partner Marketing"),
                unit("DEMAND_AMER", "Demand Americas", "AMER", "DEPT", "USD", "Head of Demand Americas"),
                unit("BRAND_AMER", "Brand Americas", "AMER", "DEPT", "USD", "Head of Brand Americas"));
    }

    private static OrgUnit unit(
            String code, String name, @Nullable String parent, String type, String currency, String owner) {
        return new OrgUnit(code, name, Set.of(), Optional.ofNullable(parent), type, currency, owner, Validity.ALWAYS);
    }

    private static List<Metric> metrics() {
        return List.of(
                new Metric(
                        "MKT_SPEND",
                        "Marketing spend",
                        Set.of("Spend"),
                        Metric.Unit.MONEY,
                        OverTime.SUM,
                        OverUnits.SUM,
                        Optional.empty(),
                        Direction.LOWER,
                        false,
                        true,
                        profile("What marketing costs, without salaries.", "OPERATIONAL", "Finance Partner")),
                new Metric(
                        "LEADS",
                        "Leads",
                        Set.of(),
                        Metric.Unit.COUNT,
                        OverTime.SUM,
                        OverUnits.SUM,
                        Optional.empty(),
                        Direction.HIGHER,
                        false,
                        true,
                        profile("People who asked to hear more.", "OUTPUT", "Marketing Operations")),
                new Metric(
                        "COST_PER_LEAD",
                        "Cost per lead",
                        Set.of("CPL"),
                        Metric.Unit.MONEY,
                        OverTime.RATIO,
                        OverUnits.RATIO,
                        Optional.of(new Metric.Ratio("MKT_SPEND", "LEADS")),
                        Direction.LOWER,
                        false,
                        true,
                        profile("Marketing spend divided by leads.", "OPERATIONAL", "Marketing Operations")),
                new Metric(
                        "HEADCOUNT",
                        "Headcount",
                        Set.of(),
                        Metric.Unit.COUNT,
                        OverTime.AVG,
                        OverUnits.SUM,
                        Optional.empty(),
                        Direction.TARGET,
                        false,
                        true,
                        profile("People on the payroll, as full-time equivalents.", "OPERATIONAL", "Finance Partner")),
                new Metric(
                        "NPS",
                        "Net promoter score",
                        Set.of(),
                        Metric.Unit.SCORE,
                        OverTime.LAST,
                        OverUnits.NONE,
                        Optional.empty(),
                        Direction.HIGHER,
                        false,
                        true,
                        profile("Promoters less detractors, in points.", "OUTCOME", "Customer Marketing")),
                new Metric(
                        "SALARIES",
                        "Salaries",
                        Set.of(),
                        Metric.Unit.MONEY,
                        OverTime.SUM,
                        OverUnits.SUM,
                        Optional.empty(),
                        Direction.LOWER,
                        true,
                        true,
                        profile("What the people of marketing earn.", "OPERATIONAL", "Finance Partner")));
    }

    private static Profile profile(String definition, String category, String owner) {
        return new Profile(
                definition,
                category,
                "LAGGING",
                "Measure",
                "Accountability",
                owner,
                "Ledger",
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            rates.add(new Rate("USD", "EUR", period(month), Rate.Type.BUDGET, new BigDecimal("0.90")));
            rates.add(new Rate("USD", "EUR", period(month), Rate.Type.AVERAGE, new BigDecimal("0.92")));
            rates.add(new Rate("USD", "EUR", period(month), Rate.Type.CLOSING, new BigDecimal("0.92")));
        }
        return rates;
    }

    private static List<PeriodLock> locks() {
        List<PeriodLock> locks = new ArrayList<>();
        for (int month = 1; month <= LEADS.size(); month++) {
            locks.add(new PeriodLock(
                    "PLAN",
                    "MKT",
                    period(month),
                    Optional.empty(),
                    State.LOCKED,
                    "controller",
                    day(2026, Month.JULY, 1),
                    "Approved by the board"));
        }
        return locks;
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            figures.addAll(figures("PLAN", 1, month, LEADS_PLANNED, SPEND_PLANNED, 9));
        }
        for (Figure board : List.copyOf(figures)) {
            figures.add(working(board));
        }
        for (int month = 1; month <= LEADS.size(); month++) {
            figures.addAll(figures("ACTUAL", 1, month, LEADS, SPEND, 23));
            String period = period(month);
            HEADS.forEach((unit, heads) ->
                    figures.add(figure(new Address("ACTUAL", 1, "HEADCOUNT", unit, period), new BigDecimal(heads), 1)));
            figures.add(figure(
                    new Address("ACTUAL", 1, "NPS", "BRAND_EMEA", period),
                    new BigDecimal(PROMOTERS.get(month - 1)),
                    1));
        }
        return figures;
    }

    /** Spend in the Americas is a multiple of so many euro that the same in dollars has whole cents. */
    private List<Figure> figures(
            String scenario, int version, int month, List<Integer> leads, List<Integer> spend, int euro) {
        BigDecimal dollars = new BigDecimal(Math.round(spend.get(month - 1) * .4 / euro) * (euro == 9 ? 10 : 25));
        BigDecimal rate = new BigDecimal(euro == 9 ? "0.90" : "0.92");
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        amounts.putAll(
                split(new BigDecimal(spend.get(month - 1)).subtract(dollars.multiply(rate)), SPEND_IN_EMEA, CENTS));
        amounts.putAll(split(dollars, SPEND_IN_AMER, CENTS));
        List<Figure> figures = new ArrayList<>();
        amounts.forEach((unit, amount) ->
                figures.add(figure(new Address(scenario, version, "MKT_SPEND", unit, period(month)), amount, 1)));
        split(new BigDecimal(leads.get(month - 1)), LEADS_BY_UNIT, WHOLE)
                .forEach((unit, amount) ->
                        figures.add(figure(new Address(scenario, version, "LEADS", unit, period(month)), amount, 1)));
        return figures;
    }

    /** The same figure in the working version, where some budget of April has moved to the partners. */
    private Figure working(Figure board) {
        Address from = board.address();
        Address to = new Address(from.scenario(), 2, from.metric(), from.unit(), from.period());
        if (to.equals(april("PARTNER_EMEA"))) {
            return figure(to, board.amount().add(MOVED), 2);
        }
        return to.equals(april("DEMAND_EMEA"))
                ? figure(to, board.amount().subtract(MOVED), 2)
                : figure(to, board.amount(), 1);
    }

    private static Address april(String unit) {
        return new Address("PLAN", 2, "MKT_SPEND", unit, APRIL);
    }

    private Figure figure(Address address, BigDecimal amount, long rowVersion) {
        return new Figure(
                address,
                amount,
                plan.rates()
                        .groupAmount(
                                amount,
                                plan.unit(address.unit()).currency(),
                                plan.span(PeriodAddress.of(address.period())).first(),
                                plan.scenario(address.scenario()).kind(),
                                plan.metric(address.metric())),
                rowVersion);
    }

    private static Map<String, BigDecimal> split(BigDecimal total, Map<String, Integer> weights, Quantum quantum) {
        List<BigDecimal> parts = Apportionment.spread(
                total,
                weights.values().stream()
                        .map(weight -> Unit.weighing(new BigDecimal(weight)))
                        .toList(),
                quantum);
        Map<String, BigDecimal> byUnit = new LinkedHashMap<>();
        weights.keySet().forEach(unit -> byUnit.put(unit, parts.get(byUnit.size())));
        return byUnit;
    }

    private static Map<Address, Note> notes() {
        return Map.of(
                new Address("PLAN", 2, "LEADS", "EMEA", "FY2027-Q4"), new Note("Two shows were moved to autumn.", 1));
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changes.add(change(1, "DEMAND_EMEA", MOVED.negate(), "B14", AuditEntry.FIRST_HASH));
        changes.add(
                change(2, "PARTNER_EMEA", MOVED, "B16", changes.get(0).entry().hash()));
        return changes;
    }

    private Change change(long seq, String unit, BigDecimal by, String cell, String hashBefore) {
        Address address = april(unit);
        BigDecimal before = figures().stream()
                .filter(figure -> figure.address().equals(address))
                .findFirst()
                .orElseThrow()
                .amount()
                .subtract(by);
        return new Change(
                new AuditEntry(
                                seq,
                                Instant.parse("2027-02-15T09:30:00Z"),
                                "planner-emea",
                                "SUBMIT",
                                "FIGURE",
                                address.objectId(),
                                Optional.of(before.toPlainString()),
                                Optional.of(before.add(by).toPlainString()),
                                Optional.of("annual-plan"),
                                Optional.of("Budget"),
                                Optional.of(cell),
                                "",
                                "")
                        .after(hashBefore),
                address,
                "Kestrel's show in April",
                "S12",
                hashBefore);
    }

    private static List<Commitment> commitments() {
        return List.of(
                new Commitment(
                        "K7",
                        "demand-emea",
                        "LEADS",
                        "DEMAND_EMEA",
                        day(2027, Month.MARCH, 31),
                        .05,
                        Optional.of(.8),
                        "two more people",
                        "a review of the channels",
                        List.of(
                                new Commitment.Revision(day(2026, Month.JULY, 10), 4_693),
                                new Commitment.Revision(day(2027, Month.JANUARY, 15), 4_400)),
                        Optional.of(day(2026, Month.JULY, 14)),
                        Optional.empty(),
                        Optional.empty()),
                new Commitment(
                        "K3",
                        "demand-emea",
                        "COST_PER_LEAD",
                        "DEMAND_EMEA",
                        day(2026, Month.DECEMBER, 31),
                        0,
                        Optional.of(.6),
                        "",
                        "",
                        List.of(new Commitment.Revision(day(2026, Month.JULY, 10), 115)),
                        Optional.of(day(2026, Month.JULY, 14)),
                        Optional.of(new Commitment.Disclosure(day(2027, Month.JANUARY, 12), 112.4)),
                        Optional.empty()));
    }

    /** The lines behind the partners' spend of February. */
    private List<SourceLine> lines() {
        Address behind = new Address("ACTUAL", 1, "MKT_SPEND", "PARTNER_EMEA", period(LEADS.size()));
        BigDecimal total = figures().stream()
                .filter(figure -> figure.address().equals(behind))
                .findFirst()
                .orElseThrow()
                .amount();
        BigDecimal dollars = new BigDecimal(2_500);
        BigDecimal fees = new BigDecimal(14_000);
        return List.of(
                line(behind, "INV-2207", 5, "Kestrel", "Spring show", fees, "EUR"),
                line(behind, "INV-2231", 17, "Osier", "", dollars, "USD"),
                line(
                        behind,
                        "INV-2240",
                        26,
                        "Kestrel",
                        "Webinars",
                        total.subtract(fees).subtract(dollars.multiply(new BigDecimal("0.92"))),
                        "EUR"));
    }

    private static SourceLine line(
            Address behind,
            String document,
            int day,
            String vendor,
            String campaign,
            BigDecimal amount,
            String currency) {
        return new SourceLine(
                "Ledger",
                document,
                day(YEAR, Month.FEBRUARY, day),
                "6610",
                vendor,
                campaign,
                amount,
                currency,
                behind.scenario(),
                behind.metric(),
                behind.unit(),
                behind.period());
    }

    private static List<BenchmarkSet> benchmarks() {
        List<Integer> peers = List.of(118, 131, 139, 146, 149, 166, 176, 183, 191, 198, 205, 228);
        return List.of(
                new BenchmarkSet(
                        "PEERS26",
                        "Illustrative peers 2026",
                        "COST_PER_LEAD",
                        "Illustrative peers P1 to P12",
                        "ALL",
                        day(2026, Month.DECEMBER, 31),
                        true,
                        Form.PEERS,
                        IntStream.range(0, peers.size())
                                .mapToObj(peer -> new Point(Optional.empty(), "P" + (peer + 1), peers.get(peer), 1))
                                .toList()),
                new BenchmarkSet(
                        "NPS26",
                        "Illustrative scores 2026",
                        "NPS",
                        "Illustrative percentiles",
                        "ALL",
                        day(2026, Month.DECEMBER, 31),
                        true,
                        Form.PERCENTILES,
                        List.of(
                                new Point(Optional.of(.25), "", 24, 40),
                                new Point(Optional.of(.5), "", 36, 40),
                                new Point(Optional.of(.75), "", 47, 40))));
    }

    private static Moment day(int year, Month month, int day) {
        return Moment.of(LocalDate.of(year, month, day));
    }

    private static String period(int month) {
        return "FY%d-P%02d".formatted(YEAR, month);
    }

    private static Map<String, Integer> inOrder(List<String> units, int... shares) {
        Map<String, Integer> byUnit = new LinkedHashMap<>();
        units.forEach(unit -> byUnit.put(unit, shares[byUnit.size()]));
        return byUnit;
    }
}
