package mpm.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.cell.Moment;
import mpm.link.Direction;
import mpm.link.Found;
import mpm.link.Need;
import mpm.method.calendar.FiscalCalendar;
import mpm.plan.Metric.OverTime;
import mpm.plan.Metric.OverUnits;

/** A group with two departments in euro and one in dollars, to which a test adds what it is about. */
final class SmallPlan {

    static final FiscalCalendar FROM_JULY = new FiscalCalendar(
            FiscalCalendar.Periods.MONTHLY, 7, FiscalCalendar.Naming.END, FiscalCalendar.YearEnd.LAST);
    static final List<String> LEAVES = List.of("DEMAND_EMEA", "BRAND_EMEA", "DEMAND_AMER");
    static final User CONTROLLER = user(Role.CONTROLLER, "MKT");
    static final Moment TODAY = new Moment(46_446);

    private final List<Metric> metrics = new ArrayList<>(List.of(
            metric("SPEND", Metric.Unit.MONEY, OverTime.SUM, OverUnits.SUM),
            metric("LEADS", Metric.Unit.COUNT, OverTime.SUM, OverUnits.SUM),
            metric("PIPELINE", Metric.Unit.MONEY, OverTime.LAST, OverUnits.SUM),
            metric("HEADS", Metric.Unit.COUNT, OverTime.AVG, OverUnits.AVG),
            metric("NPS", Metric.Unit.SCORE, OverTime.LAST, OverUnits.NONE)));
    private final List<OrgUnit> units = new ArrayList<>(List.of(
            unit("MKT", Optional.empty(), "EUR"),
            unit("EMEA", Optional.of("MKT"), "EUR"),
            unit("AMER", Optional.of("MKT"), "USD"),
            unit("DEMAND_EMEA", Optional.of("EMEA"), "EUR"),
            unit("BRAND_EMEA", Optional.of("EMEA"), "EUR"),
            unit("DEMAND_AMER", Optional.of("AMER"), "USD")));
    private final List<Rate> rates = new ArrayList<>();
    private final List<PeriodLock> locks = new ArrayList<>();
    private final List<AdjustmentPeriod> adjustments = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private FiscalCalendar calendar = FROM_JULY;
    private Optional<Moment> frozen = Optional.empty();

    static User user(Role role, String unit, String... metrics) {
        return new User(role.name(), List.of(new Grant(role, unit, Set.of(), Set.of(metrics))));
    }

    static Metric metric(String code, Metric.Unit unit, OverTime overTime, OverUnits overUnits) {
        return new Metric(
                code,
                code + " name",
                Set.of(),
                unit,
                overTime,
                overUnits,
                Optional.empty(),
                Direction.HIGHER,
                false,
                true,
                profile("OUTPUT"));
    }

    static Metric.Profile profile(String category) {
        return new Metric.Profile("", category, "", "", "", "", "", Optional.empty(), Optional.empty(), false);
    }

    SmallPlan with(Metric metric) {
        metrics.add(metric);
        return this;
    }

    SmallPlan retired(String metric) {
        metrics.replaceAll(each -> each.code().equals(metric)
                ? new Metric(
                        each.code(),
                        each.name(),
                        each.aliases(),
                        each.unit(),
                        each.overTime(),
                        each.overUnits(),
                        each.ratio(),
                        each.direction(),
                        each.isRestricted(),
                        false,
                        each.profile())
                : each);
        return this;
    }

    SmallPlan closed(String unit, LocalDate last) {
        units.replaceAll(each -> each.code().equals(unit)
                ? unit(each.code(), each.parent(), each.currency(), new Validity(Optional.empty(), Optional.of(last)))
                : each);
        return this;
    }

    SmallPlan opening(String unit, String parent, LocalDate first) {
        units.add(unit(unit, Optional.of(parent), "USD", new Validity(Optional.of(first), Optional.empty())));
        return this;
    }

    SmallPlan with(AdjustmentPeriod adjustment) {
        adjustments.add(adjustment);
        return this;
    }

    SmallPlan with(FiscalCalendar other) {
        calendar = other;
        return this;
    }

    SmallPlan frozen() {
        frozen = Optional.of(TODAY);
        return this;
    }

    SmallPlan rate(String from, String to, String period, Rate.Type type, String rate) {
        rates.add(new Rate(from, to, period, type, new BigDecimal(rate)));
        return this;
    }

    SmallPlan lock(String unit, String period, PeriodLock.State state, Optional<String> category) {
        locks.add(new PeriodLock("PLAN", unit, period, category, state, "cy", TODAY, "because"));
        return this;
    }

    SmallPlan figure(String scenario, String metric, String unit, String period, String amount) {
        figures.add(new Figure(
                new Address(scenario, 1, metric, unit, period),
                new BigDecimal(amount),
                Optional.of(new BigDecimal(amount)),
                1));
        return this;
    }

    PlanView view(User user) {
        return new PlanView(organisation(), user, TODAY);
    }

    PlanView view() {
        return view(CONTROLLER);
    }

    /** What is found for needs. */
    Found found(User user, Set<Need<?>> needs) {
        return data().links(user, TODAY, Map.of()).find(needs);
    }

    private PlanData data() {
        return new PlanData(organisation(), figures, Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What a metric comes to; nothing where there are no data. */
    Optional<BigDecimal> value(String scenario, String metric, String unit, String period, String currency) {
        PlanView plan = view();
        Place place = Place.of(plan, metric, unit, PeriodAddress.of(period), scenario);
        return Valuation.of(plan, place.scenario(), "LATEST", TargetCurrency.from(mpm.cell.Cell.of(currency)))
                .value(place.metric(), place.unit(), place.span().leaves(), Figures.of(figures));
    }

    private Organisation organisation() {
        return new Organisation(
                "EUR",
                calendar,
                List.of(2027),
                adjustments,
                .9,
                .8,
                units,
                metrics,
                List.of(
                        scenario("PLAN", Scenario.Kind.PLAN, frozen),
                        scenario("ACTUAL", Scenario.Kind.ACTUAL, Optional.empty())),
                List.of(new Partner("KESTREL", "Kestrel", "")),
                List.of(),
                rates,
                locks);
    }

    private static OrgUnit unit(String code, Optional<String> parent, String currency) {
        return unit(code, parent, currency, Validity.ALWAYS);
    }

    private static OrgUnit unit(String code, Optional<String> parent, String currency, Validity validity) {
        return new OrgUnit(code, "Unit " + code.charAt(0), Set.of(), parent, "DEPT", currency, "", validity);
    }

    private static Scenario scenario(String code, Scenario.Kind kind, Optional<Moment> frozen) {
        return new Scenario(
                code, code, Set.of(), kind, Optional.empty(), "", 1, List.of(new Version(1, "Board", "cy", frozen)));
    }
}
