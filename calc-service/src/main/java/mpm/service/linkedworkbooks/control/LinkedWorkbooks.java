package mpm.service.linkedworkbooks.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mpm.plan.Address;
import mpm.plan.Entry;
import mpm.plan.LastRead;
import mpm.plan.PeriodAddress;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.Sha256;
import mpm.service.audit.control.AuditTrail;
import mpm.service.figures.control.FigureStore;
import mpm.service.linkedworkbooks.entity.WorkbookRow;
import mpm.service.linkedworkbooks.entity.WorkbookRow.BindingRow;
import mpm.service.linkedworkbooks.entity.WorkbookRow.Direction;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.scenarios.control.Scenarios;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** The workbooks that read and enter figures. */
@ApplicationScoped
public class LinkedWorkbooks {

    /** What is said of a workbook; nothing where it stays as it was. */
    public record Terms(
            String id,
            @Nullable String name,
            @Nullable String template,
            @Nullable String templateVersion,
            @Nullable String address) {}

    /**
     * A cell and the labels of its figure, as the workbook has them.
     *
     * @param kind whether the figure itself stands there, or its note
     * @param lastRead the row version that was last read there; nothing where the workbook reads it now
     */
    public record Binding(
            String sheet,
            String cell,
            Entry.Kind kind,
            String metric,
            String unit,
            String period,
            String scenario,
            Direction direction,
            @Nullable Long lastRead) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    FigureStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /** How a workbook stands to the figures that it reads. */
    public enum State {
        IN_SYNC,
        /** A figure was written since the workbook read it. */
        BEHIND
    }

    /** The workbooks that the caller has linked; to administrators and to those who reconcile every unit, all. */
    @Transactional
    public List<WorkbookRow> all() {
        boolean readsAll = readsAll();
        return rows.createNamedQuery(WorkbookRow.ALL, WorkbookRow.class)
                .getResultStream()
                .filter(row -> readsAll || isOwn(row))
                .toList();
    }

    @Transactional
    public WorkbookRow find(String id) {
        WorkbookRow row = rows.find(WorkbookRow.class, id);
        if (row == null || (!isOwn(row) && !readsAll())) {
            throw Refusal.unknown("There is no workbook %s that you have linked.".formatted(id));
        }
        return row;
    }

    private boolean readsAll() {
        return Action.RECONCILE.isAllowedEverywhere(plans.view());
    }

    private boolean isOwn(WorkbookRow row) {
        return row.owner().equals(caller.id()) || Action.ADMINISTER.isAllowed(caller);
    }

    /**
     * How workbooks stand to the figures in their cells, by their ids.
     *
     * @param ids of workbooks that the caller may see
     */
    @Transactional
    public Map<String, State> states(Collection<String> ids) {
        Map<String, State> states = new HashMap<>();
        if (!ids.isEmpty()) {
            ids.forEach(id -> states.put(id, State.IN_SYNC));
            rows.createNamedQuery(WorkbookRow.BEHIND, String.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(id -> states.put(id, State.BEHIND));
        }
        return states;
    }

    /** The figures of a workbook that were written since it read them. */
    @Transactional
    public Set<Address> written(WorkbookRow row) {
        return rows.createNamedQuery(WorkbookRow.WRITTEN, Address.class)
                .setParameter("ids", List.of(row.id()))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /**
     * Links a workbook, or says anew what it is and which figures stand in it; it has read them now.
     *
     * @param bindings nothing where they stay as they were
     */
    @Transactional
    public WorkbookRow link(Terms terms, @Nullable List<Binding> bindings) {
        dataVersion.countWrite();
        Action.LINK.require(caller);
        if (terms.id().isBlank() || terms.id().length() > 64) {
            throw Refusal.invalid("The id of a workbook is 1 to 64 characters: a UUID that stays in it.");
        }
        WorkbookRow known = rows.find(WorkbookRow.class, terms.id());
        if (known != null && !isOwn(known)) {
            throw Refusal.conflict(
                    "Workbook %s is linked by someone else: give a copy an id of its own.".formatted(terms.id()));
        }
        WorkbookRow row = known == null ? new WorkbookRow(terms.id(), caller.id()) : known;
        row.describe(terms.name(), terms.template(), terms.templateVersion(), terms.address());
        String before = known == null ? null : row.fingerprint();
        if (bindings != null || known == null) {
            List<BindingRow> bound = bindings == null ? List.of() : bound(bindings);
            row.bind(bound, fingerprint(bound));
        }
        row.refreshed(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (known == null) {
            rows.persist(row);
        }
        if (!row.fingerprint().equals(before)) {
            audit(known == null ? "LINK" : "BIND", row.id(), before, row.fingerprint());
        }
        rows.flush();
        return row;
    }

    /** Forgets a workbook; what was submitted from it stays. */
    @Transactional
    public void unlink(String id) {
        dataVersion.countWrite();
        WorkbookRow row = find(id);
        if (!isOwn(row)) {
            throw Refusal.notPermitted(
                    "Workbook %s is linked by %s: ask them to unlink it.".formatted(id, row.owner()));
        }
        rows.remove(row);
        audit("UNLINK", id, row.fingerprint(), null);
    }

    private List<BindingRow> bound(List<Binding> bindings) {
        PlanView plan = plans.view();
        Set<String> cells = new HashSet<>();
        Map<Binding, LastRead> addresses = new LinkedHashMap<>();
        for (Binding binding : bindings) {
            if (!cells.add(binding.sheet() + "!" + binding.cell())) {
                throw Refusal.invalid("%s!%s is bound twice.".formatted(binding.sheet(), binding.cell()));
            }
            Place place = Place.readable(
                    plan, binding.metric(), binding.unit(), PeriodAddress.of(binding.period()), binding.scenario());
            addresses.put(binding, new LastRead(binding.kind(), place.address(plan.latest(place.scenario()))));
        }
        Map<LastRead, Long> now = standing(addresses);
        return addresses.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue(), now.getOrDefault(each.getValue(), 0L)))
                .toList();
    }

    /** What stands now where the workbook does not say which version it has read. */
    private Map<LastRead, Long> standing(Map<Binding, LastRead> bound) {
        Map<Entry.Kind, List<Address>> unsaid = bound.entrySet().stream()
                .filter(each -> each.getKey().lastRead() == null)
                .map(Map.Entry::getValue)
                .collect(Collectors.groupingBy(
                        LastRead::kind, Collectors.mapping(LastRead::address, Collectors.toList())));
        Map<LastRead, Long> standing = new HashMap<>();
        store.rows(unsaid.getOrDefault(Entry.Kind.FIGURE, List.of()))
                .forEach((address, row) -> standing.put(new LastRead(Entry.Kind.FIGURE, address), row.rowVersion()));
        store.notes(unsaid.getOrDefault(Entry.Kind.NOTE, List.of()))
                .forEach((address, row) -> standing.put(new LastRead(Entry.Kind.NOTE, address), row.rowVersion()));
        return standing;
    }

    private static BindingRow row(Binding binding, LastRead bound, long now) {
        Long read = binding.lastRead();
        return new BindingRow(binding.sheet(), binding.cell(), bound, binding.direction(), read == null ? now : read);
    }

    /**
     * The row versions at which a workbook of the caller's last read what it enters, for the rules of an entry: a cell that
     * only shows a figure does not say that whoever enters another has looked at it.
     *
     * @return of those figures and notes alone that are bound to one of its cells
     */
    @Transactional
    public Map<LastRead, Long> lastRead(String id) {
        WorkbookRow row = rows.find(WorkbookRow.class, id);
        if (row == null || !row.owner().equals(caller.id())) {
            return Map.of();
        }
        Map<LastRead, Long> lastRead = lastRead(row, binding -> binding.direction() == Direction.OUT);
        lastRead.putAll(lastRead(row, binding -> binding.direction() != Direction.OUT));
        return lastRead;
    }

    private static Map<LastRead, Long> lastRead(WorkbookRow row, Predicate<BindingRow> which) {
        return row.bindings().stream()
                .filter(which)
                .collect(Collectors.toMap(BindingRow::bound, BindingRow::lastRead, Math::max, HashMap::new));
    }

    /**
     * Notes that figures and notes were submitted from a workbook, and that its owner has seen what they wrote; in the transaction that
     * wrote them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void wrote(String id, Instant at, Map<LastRead, Long> rowVersions) {
        WorkbookRow row = rows.find(WorkbookRow.class, id);
        if (row != null && row.owner().equals(caller.id())) {
            row.submitted(at);
            row.read(rowVersions);
        }
    }

    /** A cell names no version: it stands for the one that counts, whose row versions go on from the one before. */
    void follow(@Observes Scenarios.Opened opened) {
        rows.createNativeQuery("UPDATE cell_binding SET version = ? WHERE scenario = ? AND version = ?")
                .setParameter(1, opened.now())
                .setParameter(2, opened.scenario())
                .setParameter(3, opened.before())
                .executeUpdate();
    }

    private static String fingerprint(List<BindingRow> bindings) {
        String lines = bindings.stream()
                .map(each -> "%s!%s %s %s %s\n"
                        .formatted(
                                each.sheet(),
                                each.cell(),
                                each.direction(),
                                each.bound().kind(),
                                each.address().objectId()))
                .sorted()
                .collect(Collectors.joining());
        return Sha256.hex(lines);
    }

    private void audit(String action, String id, @Nullable String before, @Nullable String after) {
        trail.append(new AuditTrail.Change(action, "WORKBOOK", id, before, after), new AuditTrail.From(id, null, null));
    }
}
