package mpm.service.scenarios.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mpm.cell.CellException;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Address;
import mpm.plan.Grant;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Role;
import mpm.plan.Scenario;
import mpm.service.audit.control.AuditTrail;
import mpm.service.figures.control.FigureStore;
import mpm.service.figures.entity.FigureRow;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.plan.entity.ScenarioRow;
import mpm.service.plan.entity.VersionRow;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** Scenarios and their versions. */
@ApplicationScoped
public class Scenarios {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,63}");
    private static final BigDecimal LARGEST_FACTOR = new BigDecimal(1_000_000);

    /** What a new scenario is. */
    public record Terms(
            String code,
            String name,
            Set<String> aliases,
            Scenario.Kind kind,
            @Nullable Integer year,
            String owner,
            String label) {}

    /**
     * Where a scenario is copied from.
     *
     * @param version its number; nothing for the latest
     * @param factor by which every amount is multiplied, counts as well as money
     * @param metrics which are copied; none for all
     */
    public record Source(String scenario, @Nullable Integer version, BigDecimal factor, Set<String> metrics) {

        /** The same with the codes of the metrics, whatever they were called. */
        Source byCode(PlanView plan) {
            return new Source(
                    scenario,
                    version,
                    factor,
                    metrics.stream().map(label -> plan.metric(label).code()).collect(Collectors.toSet()));
        }
    }

    /**
     * How a year becomes the next.
     *
     * @param unit whose figures are taken, with those of its parts; nothing for all
     * @param factors of metrics for which the one of the source does not hold
     */
    public record Roll(Source source, Optional<String> unit, Map<String, BigDecimal> factors, WeeksOfYears.Kept kept) {

        /** The same with codes; a label that names nothing would leave figures out without a word. */
        Roll byCode(PlanView plan) {
            Map<String, BigDecimal> coded = new TreeMap<>();
            factors.forEach((label, factor) -> coded.put(plan.metric(label).code(), factor));
            return new Roll(
                    source.byCode(plan), unit.map(label -> plan.unit(label).code()), coded, kept);
        }
    }

    /** What became of a year; the weeks are periods where the calendar has months. */
    public record Rolled(int year, int nextYear, int weeks, int nextWeeks, int figures, List<RolledTotal> totals) {}

    /** The sum of a metric over all periods and units, in both years; of what adds up it says whether anything was lost. */
    public record RolledTotal(String metric, BigDecimal before, BigDecimal after) {

        RolledTotal plus(RolledTotal other) {
            return new RolledTotal(metric, before.add(other.before), after.add(other.after));
        }
    }

    /** A version that a transaction has let go on from the one before it. */
    public record Opened(String scenario, int before, int now) {}

    /** The figures of a year that belong together. */
    private record Series(String metric, String unit) implements Comparable<Series> {

        private static final Comparator<Series> ORDER =
                Comparator.comparing(Series::metric).thenComparing(Series::unit);

        @Override
        public int compareTo(Series other) {
            return ORDER.compare(this, other);
        }
    }

    /** A figure that differs between two versions. */
    public record Difference(
            String metric, String unit, String period, Optional<BigDecimal> before, Optional<BigDecimal> after) {}

    private record Place(String metric, String unit, String period) implements Comparable<Place> {

        static Place of(FigureRow row) {
            return new Place(
                    row.address().metric(), row.address().unit(), row.address().period());
        }

        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }
    }

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Event<Opened> openings;

    @Inject
    Plans plans;

    @Inject
    FigureStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /** Makes a scenario with one version that is open, empty or with the figures of another. */
    @Transactional
    public void create(Terms terms, Optional<Source> from) {
        from.ifPresent(source -> requireSense(source.factor()));
        dataVersion.countPlanWrite();
        requireKeeper(terms.kind());
        // What is not there is no scenario to begin with: the database would refuse the new one's reference to it.
        from.ifPresent(source -> readable(plans.viewWithin(), source.scenario()));
        VersionRow version = begin(terms, from.map(Source::scenario).orElse(null));
        from.ifPresent(source -> {
            rows.flush();
            PlanView plan = plans.viewWithin();
            ScenarioRow origin = require(source.scenario());
            Set<String> metrics = source.byCode(plan).metrics();
            copy(
                    plan,
                    origin,
                    numbered(origin, source.version()),
                    require(terms.code()),
                    version,
                    source.factor(),
                    row -> (metrics.isEmpty() || metrics.contains(row.address().metric()))
                            && mayRead(plan, Place.of(row), plan.scenario(origin.code())));
        });
    }

    private static void requireSense(BigDecimal factor) {
        if (factor.signum() <= 0 || factor.compareTo(LARGEST_FACTOR) > 0) {
            throw Refusal.invalid("A factor is a number above 0 and at most %,d: 1.03 for three percent more."
                    .formatted(LARGEST_FACTOR.intValue()));
        }
    }

    /** A scenario of a kind is for those who enter such figures at some unit, and for controllers. */
    private void requireKeeper(Scenario.Kind kind) {
        Action.KEEP_VERSIONS.require(
                plans.viewWithin(), plan -> plan.user().grants().stream().anyMatch(grant -> keeps(grant, kind)));
    }

    private VersionRow begin(Terms terms, @Nullable String base) {
        if (!CODE.matcher(terms.code()).matches()) {
            throw Refusal.invalid(
                    "The code of a scenario is 1 to 64 capital letters, digits, dots, hyphens or underscores, "
                            + "beginning with a letter or digit: FC2027-08.");
        } else if (terms.year() != null
                && !plans.viewWithin().organisation().years().contains(terms.year())) {
            throw Refusal.invalid("FY%d is not open: an administrator opens it first.".formatted(terms.year()));
        } else if (rows.find(ScenarioRow.class, terms.code()) != null) {
            throw Refusal.conflict("Scenario %s is there already: open a new version of it, or choose another code."
                    .formatted(terms.code()));
        }
        ScenarioRow scenario = new ScenarioRow(
                terms.code(), terms.name(), terms.aliases(), terms.kind(), terms.year(), terms.owner(), base);
        scenario.placeAt(all().stream().mapToInt(ScenarioRow::place).max().orElse(0) + 1);
        VersionRow version = scenario.open(terms.label(), caller.id(), now());
        rows.persist(scenario);
        trail.append(new AuditTrail.Change("CREATE", "SCENARIO", terms.code(), null, scenario.toString()));
        return version;
    }

    /**
     * Makes the scenario of the year after another's, of the same kind, from those of its figures that the caller may read.
     * Amounts that add up over a year are carried by the weeks of their periods; others, such as headcounts and scores,
     * period by period.
     *
     * @param terms of which the kind and the year follow from the source
     */
    @Transactional
    public Rolled rollForward(Terms terms, Roll asked) {
        requireSense(asked.source().factor());
        asked.factors().values().forEach(Scenarios::requireSense);
        dataVersion.countPlanWrite();
        PlanView plan = plans.viewWithin();
        Roll roll = asked.byCode(plan);
        ScenarioRow origin = readable(plan, roll.source().scenario());
        VersionRow from = numbered(origin, roll.source().version());
        Scenario before = plan.scenario(origin.code());
        requireKeeper(before.kind());
        int year = before.year()
                .orElseThrow(() -> Refusal.invalid(
                        "Scenario %s is for no single year: it goes on by itself.".formatted(origin.code())));
        VersionRow to = begin(
                new Terms(
                        terms.code(),
                        terms.name(),
                        terms.aliases(),
                        before.kind(),
                        year + 1,
                        terms.owner(),
                        terms.label()),
                origin.code());
        rows.flush();
        return carry(plans.viewWithin(), before, from.number(), year, terms.code(), to.number(), roll);
    }

    private Rolled carry(PlanView plan, Scenario origin, int from, int year, String code, int version, Roll roll) {
        List<FiscalPeriod> leaves = plan.span(PeriodAddress.of("FY" + year)).leaves();
        List<FiscalPeriod> next = plan.span(PeriodAddress.of("FY" + (year + 1))).leaves();
        WeeksOfYears weeks = WeeksOfYears.of(plan.organisation().calendar().periods(), leaves, next);
        Map<String, Integer> placeOf = new HashMap<>();
        for (int place = 0; place < leaves.size(); place++) {
            for (String period : plan.codes(leaves.get(place))) {
                placeOf.put(period, place);
            }
        }
        Map<Series, Map<Integer, BigDecimal>> series = new TreeMap<>();
        for (FigureRow row : store.rows(origin.code(), from)) {
            Series of = new Series(row.address().metric(), row.address().unit());
            Integer place = placeOf.get(row.address().period());
            if (row.amount().isPresent() && place != null && isWanted(plan, of, origin, roll)) {
                series.computeIfAbsent(of, key -> new TreeMap<>())
                        .merge(place, row.amount().get(), BigDecimal::add);
            }
        }
        int figures = 0;
        Map<String, RolledTotal> totals = new TreeMap<>();
        for (Map.Entry<Series, Map<Integer, BigDecimal>> each : series.entrySet()) {
            Metric metric = plan.metric(each.getKey().metric());
            OrgUnit unit = plan.unit(each.getKey().unit());
            Map<Integer, BigDecimal> carried = carried(weeks, metric, each.getValue(), roll);
            // What is closed by then, or retired, has no next year: the totals say how much that was.
            carried.keySet().removeIf(place -> !plan.takes(metric, unit, next.get(place)));
            carried.forEach((place, amount) -> store.copy(
                    plan,
                    new Address(
                            code,
                            version,
                            metric.code(),
                            unit.code(),
                            next.get(place).address()),
                    amount));
            figures += carried.size();
            totals.merge(
                    metric.code(),
                    new RolledTotal(metric.code(), sum(each.getValue()), sum(carried)),
                    RolledTotal::plus);
        }
        Rolled rolled = new Rolled(
                year, year + 1, weeks.weeksBefore(), weeks.weeksAfter(), figures, List.copyOf(totals.values()));
        trail.append(new AuditTrail.Change(
                "ROLL FORWARD",
                "VERSION",
                code + "/" + version,
                null,
                "%d figures of %s/%d times %s %s, %s kept, FY%d to FY%d"
                        .formatted(
                                figures,
                                origin.code(),
                                from,
                                roll.source().factor().toPlainString(),
                                roll.factors(),
                                roll.kept(),
                                year,
                                year + 1)));
        return rolled;
    }

    private static boolean isWanted(PlanView plan, Series of, Scenario origin, Roll roll) {
        Set<String> metrics = roll.source().metrics();
        OrgUnit unit = plan.unit(of.unit());
        return (metrics.isEmpty() || metrics.contains(of.metric()))
                && (roll.unit().isEmpty()
                        || plan.line(unit).contains(plan.unit(roll.unit().get())))
                && plan.mayRead(plan.metric(of.metric()), unit, origin);
    }

    private static Map<Integer, BigDecimal> carried(
            WeeksOfYears weeks, Metric metric, Map<Integer, BigDecimal> amounts, Roll roll) {
        BigDecimal factor =
                roll.factors().getOrDefault(metric.code(), roll.source().factor());
        boolean addsUp = metric.overTime() == Metric.OverTime.SUM
                && (metric.unit() == Metric.Unit.MONEY || metric.unit() == Metric.Unit.COUNT);
        if (addsUp) {
            return weeks.carried(amounts, factor, roll.kept(), metric.unit() == Metric.Unit.MONEY ? 2 : 0);
        }
        Map<Integer, BigDecimal> scaled = new TreeMap<>();
        amounts.forEach((place, amount) -> scaled.put(place, scaled(metric, amount, factor)));
        return scaled;
    }

    private static BigDecimal sum(Map<Integer, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Opens a version with the figures of the latest one; from now on it counts. */
    @Transactional
    public int open(String code, String label) {
        dataVersion.countPlanWrite();
        requireKeeper(code);
        return openWithin(code, label);
    }

    /** The same in a transaction that has counted its write and asked for the right. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int openWithin(String code, String label) {
        ScenarioRow scenario = require(code);
        VersionRow latest = numbered(scenario, null);
        VersionRow opened = scenario.open(label, caller.id(), now());
        rows.flush();
        long figures = store.goOn(plans.viewWithin(), code, latest.number(), opened.number());
        auditCopy(figures, scenario, latest, scenario, opened, BigDecimal.ONE);
        openings.fire(new Opened(code, latest.number(), opened.number()));
        return opened.number();
    }

    /** Lets a version count. */
    @Transactional
    public void choose(String code, int number) {
        dataVersion.countPlanWrite();
        ScenarioRow scenario = requireKeeper(code);
        VersionRow chosen = numbered(scenario, number);
        String before = Integer.toString(scenario.latest());
        scenario.count(chosen.number());
        trail.append(new AuditTrail.Change("CHOOSE", "SCENARIO", code, before, Integer.toString(number)));
    }

    /** Freezes a version: nothing in it changes any more. */
    @Transactional
    public void freeze(String code, @Nullable Integer number) {
        dataVersion.countPlanWrite();
        PlanView plan = plans.viewWithin();
        readable(plan, code);
        Action.LOCK.require(plan, roles -> roles.mayReadAll(plan.scenario(code)));
        freezeWithin(code, number);
    }

    /** The same in a transaction that has counted its write and asked for the right. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void freezeWithin(String code, @Nullable Integer number) {
        VersionRow version = numbered(require(code), number);
        if (!version.isFrozen()) {
            version.freeze(now());
            trail.append(new AuditTrail.Change("FREEZE", "VERSION", code + "/" + version.number(), "open", "frozen"));
        }
    }

    /** The figures in which two versions differ, as far as the caller may read them. */
    @Transactional
    public List<Difference> compare(String code, int before, int after) {
        PlanView plan = plans.view();
        ScenarioRow scenario = readable(plan, code);
        Scenario kind = plan.scenario(code);
        Map<Place, BigDecimal> one = amounts(scenario, before);
        Map<Place, BigDecimal> other = amounts(scenario, after);
        Map<Place, Difference> differences = new TreeMap<>();
        for (Map<Place, BigDecimal> side : List.of(one, other)) {
            for (Place place : side.keySet()) {
                Optional<BigDecimal> was = Optional.ofNullable(one.get(place));
                Optional<BigDecimal> is = Optional.ofNullable(other.get(place));
                if (!was.equals(is) && mayRead(plan, place, kind)) {
                    differences.put(place, new Difference(place.metric(), place.unit(), place.period(), was, is));
                }
            }
        }
        return List.copyOf(differences.values());
    }

    private static boolean mayRead(PlanView plan, Place place, Scenario scenario) {
        try {
            return plan.mayRead(plan.metric(place.metric()), plan.unit(place.unit()), scenario);
        } catch (CellException unknown) {
            return false;
        }
    }

    private Map<Place, BigDecimal> amounts(ScenarioRow scenario, int number) {
        Map<Place, BigDecimal> amounts = new TreeMap<>();
        store.rows(scenario.code(), numbered(scenario, number).number())
                .forEach(row -> row.amount().ifPresent(amount -> amounts.put(Place.of(row), amount)));
        return amounts;
    }

    /** Copies figures into another scenario; into another year period by period, the third of one into the third of the other. */
    private void copy(
            PlanView plan,
            ScenarioRow origin,
            VersionRow from,
            ScenarioRow scenario,
            VersionRow to,
            BigDecimal factor,
            Predicate<FigureRow> isWanted) {
        UnaryOperator<String> turned = turned(plan, plan.scenario(origin.code()), plan.scenario(scenario.code()));
        Map<Address, BigDecimal> copies = new LinkedHashMap<>();
        for (FigureRow row : store.rows(origin.code(), from.number())) {
            Optional<BigDecimal> amount = row.amount();
            Address address = row.address();
            String period = turned.apply(address.period());
            // Another year takes only what can be entered in it.
            boolean isTaken = period.equals(address.period())
                    || plan.takes(plan.metric(address.metric()), plan.unit(address.unit()), leaf(plan, period));
            if (amount.isPresent() && isTaken && isWanted.test(row)) {
                // Late bookings have a period of their own, and go with the last one of the other year.
                copies.merge(
                        new Address(scenario.code(), to.number(), address.metric(), address.unit(), period),
                        scaled(plan.metric(address.metric()), amount.get(), factor),
                        BigDecimal::add);
            }
        }
        copies.forEach((address, amount) -> store.copy(plan, address, amount));
        auditCopy(copies.size(), origin, from, scenario, to, factor);
    }

    private void auditCopy(
            long figures, ScenarioRow origin, VersionRow from, ScenarioRow scenario, VersionRow to, BigDecimal factor) {
        trail.append(new AuditTrail.Change(
                "COPY",
                "VERSION",
                scenario.code() + "/" + to.number(),
                null,
                "%d figures of %s/%d times %s"
                        .formatted(figures, origin.code(), from.number(), factor.toPlainString())));
    }

    /** The period of one year for that of another; each for itself where the scenarios have the same year, or none. */
    private static UnaryOperator<String> turned(PlanView plan, Scenario origin, Scenario scenario) {
        Map<String, String> turned = new HashMap<>();
        if (origin.year().isPresent()
                && scenario.year().isPresent()
                && !origin.year().equals(scenario.year())) {
            List<FiscalPeriod> from = plan.leaves(origin);
            List<FiscalPeriod> to = plan.leaves(scenario);
            for (int index = 0; index < from.size(); index++) {
                for (String code : plan.codes(from.get(index))) {
                    turned.put(code, to.get(index).address());
                }
            }
        }
        return period -> turned.getOrDefault(period, period);
    }

    private static FiscalPeriod leaf(PlanView plan, String period) {
        return plan.span(PeriodAddress.of(period)).first();
    }

    private static BigDecimal scaled(Metric metric, BigDecimal amount, BigDecimal factor) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return amount;
        }
        int decimals = metric.unit() == Metric.Unit.MONEY ? 2 : 4;
        return amount.multiply(factor).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Every scenario. */
    @Transactional
    public List<ScenarioRow> all() {
        return rows.createNamedQuery(ScenarioRow.ALL, ScenarioRow.class).getResultList();
    }

    private ScenarioRow require(String code) {
        ScenarioRow scenario = rows.find(ScenarioRow.class, code);
        if (scenario == null) {
            throw unknown(code);
        }
        return scenario;
    }

    /** A scenario of which the caller may read something; others are not there for them. */
    private ScenarioRow readable(PlanView plan, String code) {
        ScenarioRow scenario = require(code);
        if (!plan.mayRead(plan.scenario(code))) {
            throw unknown(code);
        }
        return scenario;
    }

    /** Which version counts is for those who may enter figures at every unit, and for controllers. */
    private ScenarioRow requireKeeper(String code) {
        PlanView plan = plans.viewWithin();
        ScenarioRow row = readable(plan, code);
        Scenario scenario = plan.scenario(code);
        Action.KEEP_VERSIONS.require(
                plan,
                roles -> roles.where(grant -> keeps(grant, scenario.kind())).mayReadAll(scenario));
        return row;
    }

    private static boolean keeps(Grant grant, Scenario.Kind kind) {
        return grant.role() == Role.CONTROLLER || grant.role().mayEnter(kind);
    }

    private static Refusal unknown(String code) {
        return Refusal.unknown("There is no scenario %s.".formatted(code));
    }

    private static VersionRow numbered(ScenarioRow scenario, @Nullable Integer number) {
        int wanted = number == null ? scenario.latest() : number;
        return scenario.versions().stream()
                .filter(version -> version.number() == wanted)
                .findFirst()
                .orElseThrow(
                        () -> Refusal.unknown("Scenario %s has no version %d.".formatted(scenario.code(), wanted)));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
