package mpm.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.link.Direction;
import mpm.link.Found;
import mpm.link.KnownMembers;
import mpm.method.calendar.FiscalPeriod;
import mpm.method.calendar.Grain;
import mpm.plan.PeriodLock.State;

/** An organisation as its user sees it: what labels name there, and what the user may read and enter. */
public final class PlanView {

    private static final String LATEST = "LATEST";

    private final Organisation organisation;
    private final User user;
    private final Moment asOf;
    private final PlanCalendar calendar;
    private final Rates rates;
    private final Locks locks;
    private final Directory<Metric> metrics;
    private final Directory<OrgUnit> units;
    private final Directory<Scenario> scenarios;
    private final Directory<Partner> partners;
    private final Map<String, OrgUnit> unitByCode = new LinkedHashMap<>();
    private final Map<String, List<OrgUnit>> parts = new HashMap<>();
    private final Map<String, List<OrgUnit>> leaves = new HashMap<>();

    /**
     * The view of a user.
     *
     * @param asOf when the data were read
     */
    public PlanView(Organisation organisation, User user, Moment asOf) {
        this.organisation = organisation;
        this.user = user;
        this.asOf = asOf;
        this.calendar = new PlanCalendar(organisation.calendar(), organisation.adjustments());
        this.rates = new Rates(organisation.currency(), organisation.rates());
        this.locks = new Locks(organisation.locks());
        this.metrics = new Directory<>("metric", organisation.metrics(), Metric::isActive);
        this.units = new Directory<>("org", organisation.units(), this::isOffered);
        this.scenarios = new Directory<>("scenario", organisation.scenarios(), scenario -> true);
        this.partners = new Directory<>("partner", organisation.partners(), partner -> true);
        for (OrgUnit unit : organisation.units()) {
            unitByCode.put(unit.code(), unit);
            unit.parent()
                    .ifPresent(parent -> parts.computeIfAbsent(parent, key -> new ArrayList<>())
                            .add(unit));
        }
        organisation
                .units()
                .forEach(unit -> leaves.put(unit.code(), leavesBelow(unit).toList()));
    }

    /**
     * The view that was found.
     *
     * @throws CellException #N/A where nobody is signed in
     */
    public static PlanView in(Found found) {
        return found.at(new StoredPlan())
                .orElseThrow(
                        () -> CellError.NA.because(
                                "Not signed in: the figures are kept by the service, so sign in to it, or link this workbook."));
    }

    /** What of it some grants of the user give. */
    public PlanView where(Predicate<Grant> isCounted) {
        return new PlanView(
                organisation,
                new User(user.id(), user.grants().stream().filter(isCounted).toList()),
                asOf);
    }

    public Organisation organisation() {
        return organisation;
    }

    public User user() {
        return user;
    }

    /** When the data were read. */
    public Moment asOf() {
        return asOf;
    }

    public Rates rates() {
        return rates;
    }

    PlanCalendar calendar() {
        return calendar;
    }

    /**
     * The metric of a label.
     *
     * @throws CellException #N/A for a label that names none, as of the other members
     */
    public Metric metric(String label) {
        return member(metrics, label);
    }

    public OrgUnit unit(String label) {
        return member(units, label);
    }

    public Scenario scenario(String label) {
        return member(scenarios, label);
    }

    public Partner partner(String label) {
        return member(partners, label);
    }

    /** The version of a scenario by its number or label; LATEST is the one that counts. */
    public Version version(Scenario scenario, String label) {
        String wanted = Labels.key(label);
        if (wanted.equals(LATEST)) {
            return latest(scenario);
        }
        List<Version> numbered =
                versions(scenario, version -> Integer.toString(version.number()).equals(wanted));
        List<Version> named = numbered.isEmpty()
                ? versions(scenario, version -> Labels.key(version.label()).equals(wanted))
                : numbered;
        if (named.size() > 1) {
            throw CellError.NA.because(
                    "Ambiguous version “%s”: several of %s have this label, so write the number of one."
                            .formatted(label.strip(), scenario.code()));
        }
        return named.stream()
                .findFirst()
                .orElseThrow(() -> hidden(CellError.NA.because(
                        "Unknown version “%s”: write LATEST, or a number or a label of a version of %s."
                                .formatted(label.strip(), scenario.code()))));
    }

    private static List<Version> versions(Scenario scenario, Predicate<Version> wanted) {
        return scenario.versions().stream().filter(wanted).toList();
    }

    /** The version of a scenario that counts unless another is asked for. */
    public Version latest(Scenario scenario) {
        return versions(scenario, version -> version.number() == scenario.latest())
                .get(0);
    }

    /** The version that a member {@code PLAN/2} names. */
    public ScenarioVersion scenarioVersion(String label) {
        String[] parts = label.split("/", 2);
        Scenario scenario = scenario(parts[0]);
        return new ScenarioVersion(scenario, version(scenario, parts.length == 2 ? parts[1] : ""));
    }

    /** A version with the scenario that it belongs to. */
    public record ScenarioVersion(Scenario scenario, Version version) {

        /** How a worksheet names it: {@code PLAN/2}. */
        public String code() {
            return scenario.code() + "/" + version.number();
        }
    }

    /** The time that an address names. */
    public Span span(PeriodAddress address) {
        return calendar.span(address);
    }

    /** The periods of a grain, whole, from that of a first to that of a last leaf period. */
    public List<Span> spans(Grain grain, FiscalPeriod first, FiscalPeriod last) {
        return calendar.periods(grain, first.first(), last.last()).stream()
                .map(calendar::span)
                .toList();
    }

    /** The leaf periods of a scenario: of its year, or of all years. */
    public List<FiscalPeriod> leaves(Scenario scenario) {
        return scenario.year().map(List::of).orElse(organisation.years()).stream()
                .map(calendar::year)
                .flatMap(year -> calendar.span(year).leaves().stream())
                .toList();
    }

    /** The quarter or year to which a period belongs; nothing above a year. */
    public Optional<FiscalPeriod> above(FiscalPeriod period) {
        return calendar.above(period);
    }

    /** Under which codes the values of a leaf period lie: its own, and those of adjustments after it. */
    public List<String> codes(FiscalPeriod leaf) {
        return calendar.codes(leaf);
    }

    /** Under which codes the values of leaf periods lie. */
    Set<String> periodCodes(Collection<FiscalPeriod> leaves) {
        return leaves.stream().flatMap(leaf -> codes(leaf).stream()).collect(Collectors.toSet());
    }

    /** The leaf period of a span under whose code something lies. */
    public FiscalPeriod leaf(String code, Span span) {
        return span.leaves().stream()
                .filter(leaf -> codes(leaf).contains(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The ids of the people that a label names: an id, or else a name or an e-mail address; none where nobody is called so.
     *
     * @throws CellException #N/A where several are
     */
    public Set<String> people(String label) {
        String wanted = Labels.key(label);
        List<Person> byId = people(person -> Labels.key(person.id()).equals(wanted));
        List<Person> named = byId.isEmpty()
                ? people(person -> Labels.key(person.name()).equals(wanted)
                        || Labels.key(person.email()).equals(wanted))
                : byId;
        if (named.size() > 1) {
            throw CellError.NA.because(
                    "Ambiguous owner “%s”: several have this name, so write the id or the e-mail of one."
                            .formatted(label.strip()));
        }
        return named.stream().map(Person::id).collect(Collectors.toSet());
    }

    private List<Person> people(Predicate<Person> wanted) {
        return organisation.people().stream().filter(wanted).toList();
    }

    /** The metric of a code that other stored data name. */
    public Metric stored(String metric) {
        return metrics.member(metric);
    }

    /** Whether a unit has no parts today, so that figures are entered there. */
    public boolean isLeaf(OrgUnit unit) {
        return isLeaf(unit, asOf.date(), asOf.date());
    }

    /** Whether a unit has no parts in a period, so that its figures are entered there. */
    public boolean isLeaf(OrgUnit unit, FiscalPeriod period) {
        return isLeaf(unit, period.first(), period.last());
    }

    private boolean isLeaf(OrgUnit unit, LocalDate from, LocalDate to) {
        return parts(unit).stream().noneMatch(part -> part.validity().touches(from, to));
    }

    /** The units directly below one, in stored order. */
    public List<OrgUnit> parts(OrgUnit unit) {
        return parts.getOrDefault(unit.code(), List.of());
    }

    /** The units without a unit above them, in stored order. */
    public List<OrgUnit> roots() {
        return organisation.units().stream()
                .filter(unit -> above(unit).isEmpty())
                .toList();
    }

    /** The unit to which one belongs. */
    public Optional<OrgUnit> above(OrgUnit unit) {
        return unit.parent().map(unitByCode::get);
    }

    /**
     * The units below a unit at which figures lie, depth first: those without parts, or that once had none or will have none. The unit
     * itself may be one of them.
     */
    public List<OrgUnit> leaves(OrgUnit unit) {
        return leaves.getOrDefault(unit.code(), List.of());
    }

    /** Those of them at which figures of a period are entered; all if none is there then. */
    public List<OrgUnit> leaves(OrgUnit unit, FiscalPeriod period) {
        List<OrgUnit> there = leaves(unit).stream()
                .filter(leaf -> isThere(leaf, period) && isLeaf(leaf, period))
                .toList();
        return there.isEmpty() ? leaves(unit) : there;
    }

    private Stream<OrgUnit> leavesBelow(OrgUnit unit) {
        Stream<OrgUnit> below = parts(unit).stream().flatMap(this::leavesBelow);
        boolean isDivided =
                parts(unit).stream().anyMatch(part -> part.validity().equals(Validity.ALWAYS));
        return isDivided ? below : Stream.concat(Stream.of(unit), below);
    }

    /** The codes of the leaf units below units. */
    Set<String> leafCodes(Collection<OrgUnit> below) {
        return below.stream()
                .flatMap(unit -> leaves(unit).stream())
                .map(OrgUnit::code)
                .collect(Collectors.toSet());
    }

    /** A unit and those above it, upwards. */
    public List<OrgUnit> line(OrgUnit unit) {
        List<OrgUnit> line = new ArrayList<>();
        for (Optional<OrgUnit> next = Optional.of(unit); next.isPresent(); next = above(next.get())) {
            line.add(next.get());
        }
        return line;
    }

    /** Whether a unit is there, or will be: one that is closed is not offered any more, nor are its parts. */
    public boolean isOffered(OrgUnit unit) {
        return line(unit).stream().noneMatch(each -> each.validity().isOver(asOf.date()));
    }

    /** Whether a unit is there in a period. */
    public boolean isThere(OrgUnit unit, FiscalPeriod period) {
        return missing(unit, period, period).isEmpty();
    }

    /** What is not there from one period to another: a unit or, as its parts come and go with it, one above it. */
    Optional<OrgUnit> missing(OrgUnit unit, FiscalPeriod from, FiscalPeriod to) {
        return line(unit).stream()
                .filter(each -> !each.validity().touches(from.first(), to.last()))
                .findFirst();
    }

    /** Whether figures of a metric are entered at a unit in a period, by whoever may. */
    public boolean takes(Metric metric, OrgUnit unit, FiscalPeriod period) {
        return metric.isActive() && isThere(unit, period) && isLeaf(unit, period);
    }

    /** Whether the user may read a metric at a unit in a scenario. */
    public boolean mayRead(Metric metric, OrgUnit unit, Scenario scenario) {
        return anyGrant(grant -> grant.covers(metric) && covers(grant, unit) && grant.covers(scenario));
    }

    /** The same by their codes; what there never was nobody may read. */
    public boolean mayRead(String metric, String unit, String scenario) {
        try {
            return mayRead(metric(metric), unit(unit), scenario(scenario));
        } catch (CellException unknown) {
            return false;
        }
    }

    public boolean mayRead(Metric metric, OrgUnit unit) {
        return anyGrant(grant -> grant.covers(metric) && covers(grant, unit));
    }

    public boolean mayRead(OrgUnit unit, Scenario scenario) {
        return anyGrant(grant -> covers(grant, unit) && grant.covers(scenario));
    }

    public boolean mayRead(OrgUnit unit) {
        return anyGrant(grant -> covers(grant, unit));
    }

    /** Whether the user may read every unit in a scenario. */
    public boolean mayReadAll(Scenario scenario) {
        return roots().stream().allMatch(root -> mayRead(root, scenario));
    }

    /** Whether a role of the user holds for the whole organisation: for every unit, scenario and unrestricted metric. */
    public boolean holdsEverywhere() {
        return roots().stream()
                .allMatch(root -> anyGrant(
                        grant -> grant.kinds().isEmpty() && grant.metrics().isEmpty() && covers(grant, root)));
    }

    /** Whether the user may read every figure there can be, restricted metrics included. */
    public boolean mayReadEverything() {
        return roots().stream()
                .allMatch(root -> organisation.metrics().stream()
                        .allMatch(metric -> anyGrant(
                                grant -> grant.kinds().isEmpty() && grant.covers(metric) && covers(grant, root))));
    }

    public boolean mayRead(Metric metric) {
        return anyGrant(grant -> grant.covers(metric));
    }

    public boolean mayRead(Scenario scenario) {
        return anyGrant(grant -> grant.covers(scenario));
    }

    /** Whether the user is more than a partner: a partner does not learn who else there is. */
    public boolean mayReadPartners() {
        return anyGrant(grant -> grant.role() != Role.PARTNER);
    }

    /** Whether the user may enter a metric at a unit in a scenario. */
    public boolean mayEnter(Metric metric, OrgUnit unit, Scenario scenario) {
        return anyGrant(grant -> grant.role().mayEnter(scenario.kind())
                && grant.covers(metric)
                && covers(grant, unit)
                && grant.covers(scenario));
    }

    /**
     * Makes sure of a right.
     *
     * @throws CellException #N/A, the same whether or not there are data
     */
    public static void require(boolean isPermitted) {
        if (!isPermitted) {
            throw notPermitted();
        }
    }

    private boolean anyGrant(Predicate<Grant> wanted) {
        return user.grants().stream().anyMatch(wanted);
    }

    private boolean covers(Grant grant, OrgUnit unit) {
        return line(unit).stream().anyMatch(each -> each.code().equals(grant.unit()));
    }

    /** What is refused says no more than that: not even whether it is there. */
    private static CellException notPermitted() {
        return CellError.NA.because("Not permitted: you have no right to read this, so ask your administrator for it.");
    }

    /**
     * How far the figures of leaf units and leaf periods are closed: where there are several, no further than the least of them, and a
     * part does not count before it opens or after it is closed. A frozen version is locked.
     *
     * @param metric a lock limited to a category counts only for a metric in it
     */
    public State state(Scenario scenario, OrgUnit unit, Span span, Optional<Metric> metric) {
        return latest(scenario).isFrozen()
                ? State.LOCKED
                : span.leaves().stream()
                        .flatMap(period -> leaves(unit, period).stream()
                                .map(leaf -> lock(scenario, leaf, period, metric)
                                        .map(PeriodLock::state)
                                        .orElse(State.OPEN)))
                        .min(Comparator.naturalOrder())
                        .orElse(State.OPEN);
    }

    /** The lock that closes a leaf unit furthest in a leaf period. */
    public Optional<PeriodLock> lock(Scenario scenario, OrgUnit leaf, FiscalPeriod period, Optional<Metric> metric) {
        return locks.furthest(scenario, line(leaf), period, metric);
    }

    /** The direction of a metric; nothing for one that the user may not read. */
    public Optional<Direction> direction(String metric) {
        try {
            return Optional.of(metric(metric)).filter(this::mayRead).map(Metric::direction);
        } catch (CellException unknown) {
            return Optional.empty();
        }
    }

    /** The codes of the members of a kind that the user may read, in upper case. */
    public Set<String> codes(KnownMembers.Kind kind) {
        return new MemberList(this)
                .all(MemberList.Type.valueOf(kind.name())).stream()
                        .map(listed -> Labels.key(listed.id()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private <M extends Member> M member(Directory<M> directory, String label) {
        try {
            return directory.member(label);
        } catch (CellException unknown) {
            throw hidden(unknown);
        }
    }

    /** To someone who is only a partner what is unknown and what is not permitted are the same. */
    public CellException hidden(CellException unknown) {
        return mayReadPartners() ? unknown : notPermitted();
    }
}
