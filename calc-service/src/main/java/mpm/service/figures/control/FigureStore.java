package mpm.service.figures.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mpm.plan.Address;
import mpm.plan.Figure;
import mpm.plan.Metric;
import mpm.plan.Note;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.StoredFigures;
import mpm.service.audit.control.AuditTrail;
import mpm.service.audit.control.AuditTrail.Change;
import mpm.service.audit.control.AuditTrail.From;
import mpm.service.figures.entity.FigureRow;
import mpm.service.figures.entity.NoteRow;
import org.jspecify.annotations.Nullable;

/** The stored figures and notes. Every change of one is an entry of the audit trail. */
@ApplicationScoped
public class FigureStore {

    /** The types of objects in the audit trail. */
    public static final String FIGURE = "FIGURE";

    public static final String NOTE = "NOTE";

    /** What a figure is worth in the currency of the group, where its unit has another. */
    private static final String GROUP_AMOUNT = "GROUP AMOUNT";

    /** A figure that a transaction has changed. */
    public record Written(Address address, Optional<BigDecimal> amount) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    AuditTrail trail;

    @Inject
    Event<Written> written;

    /** The version of one scenario, and how far figures are wanted there. */
    private record Wanted(Set<String> metrics, Set<String> units, Set<String> periods) {

        Wanted() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        /** An empty list is no SQL. */
        boolean isNothing() {
            return metrics.isEmpty() || units.isEmpty() || periods.isEmpty();
        }
    }

    private record Version(String scenario, int number) {}

    /** The figures that are needed, and others beside them: one statement for each version of a scenario. */
    @Transactional
    public List<Figure> figures(Collection<StoredFigures> needs) {
        Map<Version, Wanted> wanted = new HashMap<>();
        for (StoredFigures need : needs) {
            Wanted at = wanted.computeIfAbsent(new Version(need.scenario(), need.version()), key -> new Wanted());
            at.metrics().addAll(need.metrics());
            at.units().addAll(need.units());
            at.periods().addAll(need.periods());
        }
        return wanted.entrySet().stream()
                .filter(each -> !each.getValue().isNothing())
                .flatMap(each -> figures(each.getKey(), each.getValue()).stream())
                .toList();
    }

    /** Values are read without their rows: nobody changes them, and a row costs ten times what it holds. */
    private List<Figure> figures(Version version, Wanted wanted) {
        List<Object[]> found = rows.createNamedQuery(FigureRow.VALUES_AT, Object[].class)
                .setParameter("scenario", version.scenario())
                .setParameter("version", version.number())
                .setParameter("metrics", wanted.metrics())
                .setParameter("units", wanted.units())
                .setParameter("periods", wanted.periods())
                .getResultList();
        return found.stream()
                .map(value -> new Figure(
                        new Address(version.scenario(), version.number(), (String) value[0], (String) value[1], (String)
                                value[2]),
                        (BigDecimal) value[3],
                        Optional.ofNullable((BigDecimal) value[4]),
                        (long) value[5]))
                .toList();
    }

    /** The rows of figures at these addresses; an address that never had one is not there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Address, FigureRow> rows(Collection<Address> addresses) {
        Map<Address, FigureRow> found = new HashMap<>();
        Map<Version, List<Address>> versions =
                addresses.stream().collect(Collectors.groupingBy(each -> new Version(each.scenario(), each.version())));
        versions.forEach((version, each) -> rows.createNamedQuery(FigureRow.AT, FigureRow.class)
                .setParameter("scenario", version.scenario())
                .setParameter("version", version.number())
                .setParameter("metrics", distinct(each, Address::metric))
                .setParameter("units", distinct(each, Address::unit))
                .setParameter("periods", distinct(each, Address::period))
                .getResultList()
                .forEach(row -> found.put(row.address(), row)));
        return found;
    }

    /** Every row of a version. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<FigureRow> rows(String scenario, int version) {
        return rows.createNamedQuery(FigureRow.OF_VERSION, FigureRow.class)
                .setParameter("scenario", scenario)
                .setParameter("version", version)
                .getResultList();
    }

    /** The rows of the notes at these addresses, and perhaps others. */
    @Transactional
    public Map<Address, NoteRow> notes(Collection<Address> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        return rows.createNamedQuery(NoteRow.AT, NoteRow.class)
                .setParameter("scenarios", distinct(addresses, Address::scenario))
                .setParameter("metrics", distinct(addresses, Address::metric))
                .setParameter("units", distinct(addresses, Address::unit))
                .setParameter("periods", distinct(addresses, Address::period))
                .getResultStream()
                .collect(Collectors.toMap(NoteRow::address, Function.identity()));
    }

    private static Set<String> distinct(Collection<Address> addresses, Function<Address, String> part) {
        return addresses.stream().map(part).collect(Collectors.toSet());
    }

    /**
     * Writes a figure, or removes it.
     *
     * @param known its row; nothing where it never had one
     * @return the sequence number of the audit entry
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long write(
            PlanView plan,
            Address address,
            @Nullable FigureRow known,
            Optional<BigDecimal> amount,
            String action,
            From from) {
        FigureRow row = known == null ? new FigureRow(address) : known;
        String before = plain(row.amount());
        String groupBefore = plain(row.groupAmount());
        row.become(
                amount.orElse(null),
                amount.flatMap(value -> groupAmount(plan, address, value)).orElse(null));
        if (known == null) {
            rows.persist(row);
        }
        long seq = trail.append(new Change(action, FIGURE, address.objectId(), before, plain(row.amount())), from)
                .seq();
        String groupAfter = plain(row.groupAmount());
        if (!Objects.equals(groupAfter, groupBefore) && !Objects.equals(groupAfter, plain(row.amount()))) {
            auditGroupAmount(action, row, groupBefore, from);
        }
        written.fire(new Written(address, amount));
        return seq;
    }

    /** Writes a figure to an address that never had one, as part of a copy of which the audit trail has one entry. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void copy(PlanView plan, Address address, BigDecimal amount) {
        FigureRow row = new FigureRow(address);
        Amounts.requireKept(address.objectId(), amount);
        row.become(amount, groupAmount(plan, address, amount).orElse(null));
        rows.persist(row);
    }

    /**
     * Takes over what stands in a version into another one of its scenario, as part of a copy of which the audit trail has one entry.
     * Row versions count on, of what was removed as well: those who read the one version notice what is changed in the other.
     *
     * @return how many figures stand there
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long goOn(PlanView plan, String scenario, int from, int to) {
        List<FigureRow> figures = rows(scenario, from);
        for (FigureRow row : figures) {
            rows.persist(row.in(to, worth(plan, row, to).orElse(null)));
        }
        rows.createNamedQuery(NoteRow.OF_VERSION, NoteRow.class)
                .setParameter("scenario", scenario)
                .setParameter("version", from)
                .getResultList()
                .forEach(note -> rows.persist(note.in(to)));
        return figures.stream().filter(row -> row.amount().isPresent()).count();
    }

    /** Takes over figures and notes as they are, in a transaction that has counted its write. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(PlanView plan, Collection<Figure> figures, Map<Address, Note> notes) {
        figures.forEach(figure -> copy(plan, figure.address(), figure.amount()));
        notes.forEach((address, note) -> {
            NoteRow row = new NoteRow(address);
            row.become(note.text());
            rows.persist(row);
        });
    }

    /** Writes a note, or removes it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long writeNote(Address address, @Nullable NoteRow known, Optional<String> text, String action, From from) {
        NoteRow row = known == null ? new NoteRow(address) : known;
        String before = row.plan().map(note -> note.text()).orElse(null);
        row.become(text.orElse(null));
        if (known == null) {
            rows.persist(row);
        }
        return trail.append(new Change(action, NOTE, address.objectId(), before, text.orElse(null)), from)
                .seq();
    }

    /**
     * Translates the amounts of scenarios in periods into the currency of the group anew, but not those that are agreed.
     *
     * @return how many are worth something else now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int translate(PlanView plan, Set<String> scenarios, Set<String> periods) {
        if (scenarios.isEmpty() || periods.isEmpty()) {
            return 0;
        }
        int changed = 0;
        List<FigureRow> all = rows.createNamedQuery(FigureRow.OF_PERIOD, FigureRow.class)
                .setParameter("scenarios", scenarios)
                .setParameter("periods", periods)
                .getResultList();
        for (FigureRow row : all) {
            Optional<BigDecimal> before = row.groupAmount();
            Optional<BigDecimal> after = worth(plan, row, row.address().version());
            if (!Objects.equals(plain(before), plain(after))) {
                row.translate(after.orElse(null));
                auditGroupAmount("TRANSLATE", row, plain(before), From.NOWHERE);
                changed++;
            }
        }
        return changed;
    }

    /** What a row is worth to the group in a version: what is agreed, frozen or locked, stays worth what it was. */
    private static Optional<BigDecimal> worth(PlanView plan, FigureRow row, int version) {
        return isAgreed(plan, row.address().in(version))
                ? row.groupAmount()
                : row.amount().flatMap(amount -> groupAmount(plan, row.address(), amount));
    }

    private static boolean isAgreed(PlanView plan, Address address) {
        Scenario scenario = plan.scenario(address.scenario());
        return plan.version(scenario, Integer.toString(address.version())).isFrozen()
                || plan.lock(
                                scenario,
                                plan.unit(address.unit()),
                                plan.span(PeriodAddress.of(address.period())).last(),
                                Optional.of(plan.metric(address.metric())))
                        .filter(lock -> lock.state() == PeriodLock.State.LOCKED)
                        .isPresent();
    }

    private void auditGroupAmount(String action, FigureRow row, @Nullable String before, From from) {
        trail.append(
                new Change(action, GROUP_AMOUNT, row.address().objectId(), before, plain(row.groupAmount())), from);
    }

    private static Optional<BigDecimal> groupAmount(PlanView plan, Address address, BigDecimal amount) {
        Metric metric = plan.metric(address.metric());
        if (metric.unit() != Metric.Unit.MONEY) {
            return Optional.empty();
        }
        Scenario scenario = plan.scenario(address.scenario());
        return plan.rates()
                .groupAmount(
                        amount,
                        plan.unit(address.unit()).currency(),
                        plan.span(PeriodAddress.of(address.period())).last(),
                        scenario.kind(),
                        metric)
                .map(worth -> Amounts.requireKept("An amount in the currency of the group", worth));
    }

    /** As entries are written; 920, not 920.0000. */
    private static @Nullable String plain(Optional<BigDecimal> amount) {
        return amount.map(value -> value.stripTrailingZeros().toPlainString()).orElse(null);
    }
}
