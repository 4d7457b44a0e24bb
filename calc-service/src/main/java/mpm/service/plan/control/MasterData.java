package mpm.service.plan.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.plan.Grant;
import mpm.plan.Metric;
import mpm.plan.Organisation;
import mpm.plan.Role;
import mpm.service.audit.control.AuditTrail;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.entity.AdjustmentRow;
import mpm.service.plan.entity.LockRow;
import mpm.service.plan.entity.MetricRow;
import mpm.service.plan.entity.OrganisationRow;
import mpm.service.plan.entity.PartnerRow;
import mpm.service.plan.entity.PersonRow;
import mpm.service.plan.entity.Placed;
import mpm.service.plan.entity.RateRow;
import mpm.service.plan.entity.ScenarioRow;
import mpm.service.plan.entity.UnitRow;
import mpm.service.plan.entity.YearRow;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** The organisation, its units, metrics, partners, people and years: an administrator sets them, and the trail says so. */
@ApplicationScoped
public class MasterData {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,63}");
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_TEXT = 4_000;

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Transactional
    public OrganisationRow organisation() {
        OrganisationRow organisation = rows.find(OrganisationRow.class, OrganisationRow.ONLY);
        if (organisation == null) {
            throw new IllegalStateException("The migration puts one row into organisation.");
        }
        return organisation;
    }

    /** Replaces what is said of the organisation; its calendar and its currency only while there are no figures. */
    @Transactional
    public void describe(OrganisationRow described) {
        begin();
        requireCurrency("currency", described.currency());
        OrganisationRow known = organisation();
        String before = known.toString();
        boolean counts = !known.calendar().equals(described.calendar())
                || !known.currency().equals(described.currency());
        if (counts && hasFigures()) {
            throw Refusal.conflict(
                    "There are figures already, so the calendar and the currency of the group stay as they "
                            + "are: the figures were entered by them.");
        }
        rows.merge(described);
        audit("ORGANISATION", "1", before, described.toString());
    }

    private boolean hasFigures() {
        return rows.createNativeQuery("SELECT 1 FROM figure")
                        .setMaxResults(1)
                        .getResultList()
                        .size()
                == 1;
    }

    /** Every unit, those that are not there today as well. */
    @Transactional
    public List<UnitRow> units() {
        return rows.createNamedQuery(UnitRow.ALL, UnitRow.class).getResultList();
    }

    /** Creates or replaces units; new ones follow those there are, a unit after the one that it belongs to. */
    @Transactional
    public void putUnits(List<UnitRow> units) {
        begin();
        Map<String, UnitRow> all = byCode(units());
        Map<String, Long> figures = figures(
                units.stream().flatMap(unit -> unit.plan().parent().stream()).collect(Collectors.toSet()));
        put("UNIT", units(), units, unit -> {
            String currency = unit.plan().currency();
            requireCurrency(unit.code() + ".currency", currency);
            UnitRow known = all.put(unit.code(), unit);
            requireNoCircle(unit, all);
            requireNoFiguresAbove(unit, known, figures);
            if (known != null && !known.plan().currency().equals(currency) && hasFigures("unit", unit.code())) {
                throw Refusal.conflict("Figures of %s were entered in %s, which therefore stays its currency."
                        .formatted(unit.code(), known.plan().currency()));
            }
        });
    }

    private boolean hasFigures(String kind, String code) {
        return rows.createNativeQuery("SELECT 1 FROM figure WHERE %s = ?".formatted(kind))
                        .setParameter(1, code)
                        .setMaxResults(1)
                        .getResultList()
                        .size()
                == 1;
    }

    /** How many figures units hold, in all versions; a unit that holds none is not there. */
    private Map<String, Long> figures(Set<String> units) {
        return units.isEmpty()
                ? Map.of()
                : rows.createQuery("""
                                select f.key.unit, count(f.rowVersion) from FigureRow f where f.key.unit in :units
                                and f.amount is not null group by f.key.unit""", Object[].class)
                        .setParameter("units", units)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Figures of a unit that has parts stand in no sum, and nobody can change them. */
    private static void requireNoFiguresAbove(UnitRow unit, @Nullable UnitRow known, Map<String, Long> figures) {
        String parent = unit.plan().parent().orElse("");
        long hidden = figures.getOrDefault(parent, 0L);
        if (hidden > 0
                && (known == null || !known.plan().parent().equals(unit.plan().parent()))) {
            throw Refusal.conflict(
                    "Figures of %s, %,d in number, would count nowhere with %s below it: put both below another unit, or remove the figures first."
                            .formatted(parent, hidden, unit.code()));
        }
    }

    private static void requireNoCircle(UnitRow unit, Map<String, UnitRow> all) {
        Set<String> above = new HashSet<>();
        String next = unit.code();
        while (next != null) {
            if (!above.add(next)) {
                throw Refusal.invalid("Unit %s would belong to itself: give it another parent.".formatted(unit.code()));
            }
            UnitRow row = all.get(next);
            if (row == null) {
                throw Refusal.invalid("Unit %s belongs to %s, which is not there: send %s before it."
                        .formatted(unit.code(), next, next));
            }
            next = row.plan().parent().orElse(null);
        }
    }

    /** Every metric, those no longer active as well. */
    @Transactional
    public List<MetricRow> metrics() {
        return rows.createNamedQuery(MetricRow.ALL, MetricRow.class).getResultList();
    }

    /** Creates or replaces metrics; new ones follow those there are. */
    @Transactional
    public void putMetrics(List<MetricRow> metrics) {
        begin();
        Map<String, MetricRow> before = byCode(metrics());
        Map<String, MetricRow> after = new HashMap<>(before);
        metrics.forEach(metric -> after.put(metric.code(), metric));
        Set<String> known = after.keySet();
        put("METRIC", metrics(), metrics, metric -> {
            String numerator = metric.numerator();
            String denominator = metric.denominator();
            boolean isRatioOfKnown = numerator != null
                    && denominator != null
                    && known.contains(numerator)
                    && known.contains(denominator);
            if (metric.isRatio() != isRatioOfKnown) {
                throw Refusal.invalid(
                        "Metric %s: a RATIO, and nothing else, names a numerator and a denominator that are metrics."
                                .formatted(metric.code()));
            }
            requireNoCircle(metric.code(), metric, after, new HashSet<>());
            requireSameMeasure(before.get(metric.code()), metric);
        });
    }

    /** A ratio is made of other metrics, however many ratios lie between. */
    private static void requireNoCircle(String code, MetricRow part, Map<String, MetricRow> all, Set<String> already) {
        for (String next : Stream.of(Optional.ofNullable(part.numerator()), Optional.ofNullable(part.denominator()))
                .flatMap(Optional::stream)
                .toList()) {
            MetricRow row = all.get(next);
            if (next.equals(code)) {
                throw Refusal.invalid("Metric %s would be made of itself: name other metrics.".formatted(code));
            } else if (row != null && already.add(next)) {
                requireNoCircle(code, row, all, already);
            }
        }
    }

    /** What stands already was entered as something: it would show something else, in closed periods as well. */
    private void requireSameMeasure(@Nullable MetricRow before, MetricRow after) {
        if (before != null && !before.measuresAs(after) && hasFigures("metric", after.code())) {
            throw Refusal.conflict(
                    "Figures of metric %s were entered by its unit and the way it adds up, which therefore stay: make a new metric."
                            .formatted(after.code()));
        }
    }

    /** Adds the metrics that are not there yet. */
    @Transactional
    public void addMetrics(List<Metric> metrics) {
        Set<String> known = byCode(metrics()).keySet();
        putMetrics(metrics.stream()
                .filter(metric -> !known.contains(metric.code()))
                .map(MetricRow::new)
                .toList());
    }

    @Transactional
    public List<PartnerRow> partners() {
        return rows.createNamedQuery(PartnerRow.ALL, PartnerRow.class).getResultList();
    }

    /** Creates or replaces partners; new ones follow those there are. */
    @Transactional
    public void putPartners(List<PartnerRow> partners) {
        begin();
        put("PARTNER", partners(), partners, partner -> {});
    }

    @Transactional
    public List<PersonRow> people() {
        return rows.createNamedQuery(PersonRow.ALL, PersonRow.class).getResultList();
    }

    /** Creates or replaces people, with all that they may do. */
    @Transactional
    public void putPeople(List<PersonRow> people) {
        begin();
        Set<String> units = byCode(units()).keySet();
        Set<String> metrics = byCode(metrics()).keySet();
        for (PersonRow person : people) {
            requireVisible(person.id());
            if (person.id().equals(caller.id()) && !caller.isAlone()) {
                throw Refusal.notPermitted("Nobody changes what they may do themselves: ask another administrator.");
            }
            for (Grant grant : person.user().grants()) {
                requireWholeAdministrator(person.id(), grant);
                requireKnown("unit", List.of(grant.unit()), units, person.id());
                requireKnown("metric", grant.metrics(), metrics, person.id());
            }
            PersonRow known = rows.find(PersonRow.class, person.id());
            String before = known == null ? null : known.toString();
            rows.merge(person);
            audit("PERSON", person.id(), before, person.toString());
        }
    }

    /** A database may take “eve” and “eve ” for the same, and a reader does. */
    private static void requireVisible(String id) {
        if (!id.equals(id.strip()) || id.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("The id of a person begins and ends with a letter, a digit or a sign: “%s” does not."
                    .formatted(id.strip()));
        }
    }

    /** Who keeps units and roles could take every other right: there is no administrator of a part. */
    private void requireWholeAdministrator(String person, Grant grant) {
        UnitRow unit = rows.find(UnitRow.class, grant.unit());
        boolean isWhole = grant.kinds().isEmpty()
                && grant.metrics().isEmpty()
                && unit != null
                && unit.plan().parent().isEmpty();
        if (grant.role() == Role.ADMIN && !isWhole) {
            throw Refusal.invalid(
                    "%s is ADMIN of a part: whoever keeps the units and the roles does so for the whole organisation, so give the role at the unit above all others, without kinds and metrics."
                            .formatted(person));
        }
    }

    private static void requireKnown(String kind, Collection<String> named, Set<String> known, String person) {
        named.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Refusal.invalid("%s has a role for %s %s, which is not there.".formatted(person, kind, code));
        });
    }

    @Transactional
    public List<Integer> years() {
        return rows.createNamedQuery(YearRow.ALL, Integer.class).getResultList();
    }

    /** Opens a fiscal year, unless it is open. */
    @Transactional
    public void openYear(int year) {
        begin();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.invalid(
                    "A fiscal year is a number such as 2027, from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR));
        } else if (rows.find(YearRow.class, year) == null) {
            rows.persist(new YearRow(year));
            audit("YEAR", "FY" + year, null, "open");
        }
    }

    /** Adds a period for late bookings to a year that is open, unless it is there. */
    @Transactional
    public void addAdjustment(String code, int year) {
        begin();
        requireCode(code);
        if (organisation().calendar().find(code).isPresent()) {
            throw Refusal.invalid(
                    "%s is a period of the calendar already: give late bookings a code of their own.".formatted(code));
        } else if (rows.find(YearRow.class, year) == null) {
            throw Refusal.invalid("FY%d is not open: open it first.".formatted(year));
        } else if (rows.find(AdjustmentRow.class, code) == null) {
            rows.persist(new AdjustmentRow(code, year));
            audit("PERIOD", code, null, "late bookings of FY" + year);
        }
    }

    /**
     * Takes over an organisation as it is, in a transaction that has counted its write and made sure that there is none. The
     * caller writes the entry of the audit trail.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(String name, Organisation organisation) {
        rows.merge(new OrganisationRow(
                name,
                organisation.currency(),
                organisation.calendar(),
                organisation.amber(),
                organisation.red(),
                true));
        organisation.years().forEach(year -> rows.persist(new YearRow(year)));
        organisation.adjustments().forEach(each -> rows.persist(new AdjustmentRow(each.code(), each.year())));
        inOrder(organisation.units().stream().map(UnitRow::new).toList());
        inOrder(organisation.metrics().stream().map(MetricRow::new).toList());
        inOrder(organisation.partners().stream().map(PartnerRow::new).toList());
        inOrder(organisation.scenarios().stream().map(ScenarioRow::new).toList());
        organisation.people().forEach(person -> rows.persist(new PersonRow(person, List.of())));
        organisation.rates().forEach(rate -> rows.persist(new RateRow(rate, "Sample")));
        organisation.locks().forEach(lock -> rows.persist(new LockRow(lock)));
        rows.flush();
    }

    private void inOrder(List<? extends Placed> list) {
        for (int place = 0; place < list.size(); place++) {
            list.get(place).placeAt(place + 1);
            rows.persist(list.get(place));
            rows.flush(); // A unit comes after the one that it belongs to.
        }
    }

    private void begin() {
        dataVersion.countPlanWrite();
        Action.ADMINISTER.require(caller);
    }

    /** Nothing is written before all are found to be right, one after the other. */
    private <R extends Placed> void put(String objectType, List<R> known, List<R> given, Consumer<R> requireSense) {
        Map<String, R> byCode = byCode(known);
        for (R row : given) {
            requireCode(row.code());
            requireSense.accept(row);
        }
        int next = known.stream().mapToInt(Placed::place).max().orElse(0) + 1;
        for (R row : given) {
            R before = byCode.get(row.code());
            String text = before == null ? null : before.toString();
            row.placeAt(before == null ? next++ : before.place());
            R merged = rows.merge(row);
            rows.flush();
            byCode.put(row.code(), merged);
            if (!merged.toString().equals(text)) {
                audit(objectType, row.code(), text, merged.toString());
            }
        }
    }

    private static <R extends Placed> Map<String, R> byCode(Collection<R> rows) {
        return rows.stream()
                .collect(Collectors.toMap(Placed::code, Function.identity(), (one, other) -> one, HashMap::new));
    }

    private void audit(String objectType, String objectId, @Nullable String before, String after) {
        trail.append(new AuditTrail.Change(
                before == null ? "CREATE" : "CHANGE",
                objectType,
                objectId,
                before == null ? null : shortened(before),
                shortened(after)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static void requireCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid(
                    "“%s” cannot be a code: 1 to 64 capital letters, digits, dots, hyphens or underscores, beginning with a letter or digit."
                            .formatted(code.length() <= 64 ? code : code.substring(0, 64) + "…"));
        }
    }

    private static void requireCurrency(String place, String currency) {
        if (!currency.matches("[A-Z]{3}")) {
            throw Refusal.invalid("%s is the three capital letters of a currency, such as EUR.".formatted(place));
        }
    }
}
