package mpm.service.links.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mpm.cell.Moment;
import mpm.link.ChecklistInstance;
import mpm.link.Found;
import mpm.link.KnownMembers;
import mpm.link.Links;
import mpm.link.MetricDirection;
import mpm.link.Need;
import mpm.link.StoredChecklist;
import mpm.plan.Address;
import mpm.plan.BenchmarkSet;
import mpm.plan.Commitment;
import mpm.plan.Entry;
import mpm.plan.Figures;
import mpm.plan.LastRead;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.StoredBenchmarks;
import mpm.plan.StoredChanges;
import mpm.plan.StoredCommitments;
import mpm.plan.StoredFigures;
import mpm.plan.StoredLines;
import mpm.plan.StoredNote;
import mpm.plan.StoredPlan;
import mpm.plan.Version;
import mpm.service.access.control.CurrentCaller;
import mpm.service.benchmarks.control.Benchmarks;
import mpm.service.checklists.control.Checklists;
import mpm.service.checklists.control.Checklists.Stored;
import mpm.service.commitments.control.Commitments;
import mpm.service.figures.control.FigureStore;
import mpm.service.figures.entity.FigureRow;
import mpm.service.figures.entity.NoteRow;
import mpm.service.ledger.control.Ledger;
import mpm.service.linkedworkbooks.control.LinkedWorkbooks;
import mpm.service.permission.control.Action;
import mpm.service.plan.control.Plans;
import mpm.service.submissions.control.Changes;
import org.jspecify.annotations.Nullable;

/** What this service has stored, for the functions that read it: what the caller may not read is not found. */
@ApplicationScoped
public class StoredLinks implements Links {

    @Inject
    CurrentCaller caller;

    @Inject
    Checklists checklists;

    @Inject
    Plans plans;

    @Inject
    FigureStore figures;

    @Inject
    Changes changes;

    @Inject
    Commitments commitments;

    @Inject
    Benchmarks benchmarks;

    @Inject
    Ledger ledger;

    @Inject
    LinkedWorkbooks workbooks;

    @Override
    @Transactional
    public Found find(Set<Need<?>> needs) {
        return find(needs, Optional.empty());
    }

    /**
     * The same for calls of a linked workbook.
     *
     * @param workbook its id
     */
    @Transactional
    public Found find(Set<Need<?>> needs, Optional<String> workbook) {
        Map<Need<?>, Object> found = new HashMap<>();
        findChecklists(of(StoredChecklist.class, needs), found);
        findFigures(of(StoredFigures.class, needs), found);
        findNotes(of(StoredNote.class, needs), found);
        findCommitments(of(StoredCommitments.class, needs), found);
        of(StoredLines.class, needs)
                .forEach(need ->
                        found.put(need, ledger.lines(need.scenario(), need.metric(), need.units(), need.periods())));
        findBenchmarks(of(StoredBenchmarks.class, needs), found);
        workbook.ifPresent(id -> findLastRead(of(LastRead.class, needs), id, found));
        Set<Need<?>> ofPlan = needs.stream().filter(StoredLinks::isOfPlan).collect(Collectors.toSet());
        if (!ofPlan.isEmpty()) {
            plans.find().ifPresent(plan -> ofPlan.forEach(need -> findInPlan(need, plan, found)));
        }
        return new Found(found);
    }

    private static <N> List<N> of(Class<N> kind, Set<Need<?>> needs) {
        return needs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void findChecklists(List<StoredChecklist> wanted, Map<Need<?>, Object> found) {
        if (wanted.isEmpty() || !caller.identity().may(Action.READ_SHARED, "checklists")) {
            return;
        }
        Map<String, Stored> byCode = checklists
                .find(wanted.stream().map(StoredChecklist::code).toList())
                .stream()
                .collect(Collectors.toMap(Stored::code, Function.identity()));
        for (StoredChecklist need : wanted) {
            Stored stored = byCode.get(Checklists.key(need.code()));
            if (stored != null) {
                found.put(need, instance(stored));
            }
        }
    }

    private static ChecklistInstance instance(Stored stored) {
        return new ChecklistInstance(
                stored.code(),
                stored.done().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, done -> Moment.of(done.getValue()))));
    }

    /** Every need gets all figures of the batch: it asks by address, and one map of them serves a thousand calls. */
    private void findFigures(List<StoredFigures> wanted, Map<Need<?>, Object> found) {
        if (!wanted.isEmpty()) {
            Figures all = Figures.of(figures.figures(wanted));
            wanted.forEach(need -> found.put(need, all));
        }
    }

    private void findNotes(List<StoredNote> wanted, Map<Need<?>, Object> found) {
        Set<Address> addresses = wanted.stream().map(StoredNote::address).collect(Collectors.toSet());
        Map<Address, NoteRow> notes = figures.notes(addresses);
        for (StoredNote need : wanted) {
            Optional.ofNullable(notes.get(need.address()))
                    .flatMap(NoteRow::plan)
                    .ifPresent(note -> found.put(need, note));
        }
    }

    /** What was read and still stands needs no finding: of a figure that was removed only its row knows. */
    private void findLastRead(List<LastRead> wanted, String workbook, Map<Need<?>, Object> found) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<LastRead, Long> lastRead = workbooks.lastRead(workbook);
        Map<Address, FigureRow> standing = figures.rows(addresses(wanted, Entry.Kind.FIGURE));
        Map<Address, NoteRow> notes = figures.notes(addresses(wanted, Entry.Kind.NOTE));
        for (LastRead need : wanted) {
            Long read = lastRead.get(need);
            if (read != null
                    && !(need.kind() == Entry.Kind.NOTE
                            ? isCurrent(read, notes.get(need.address()))
                            : isCurrent(read, standing.get(need.address())))) {
                found.put(need, read);
            }
        }
    }

    private static boolean isCurrent(long read, @Nullable FigureRow row) {
        return row == null
                ? LastRead.isCurrent(read, 0, false)
                : LastRead.isCurrent(read, row.rowVersion(), row.amount().isPresent());
    }

    private static boolean isCurrent(long read, @Nullable NoteRow row) {
        return row == null
                ? LastRead.isCurrent(read, 0, false)
                : LastRead.isCurrent(read, row.rowVersion(), row.plan().isPresent());
    }

    private static Set<Address> addresses(List<LastRead> wanted, Entry.Kind kind) {
        return wanted.stream()
                .filter(need -> need.kind() == kind)
                .map(LastRead::address)
                .collect(Collectors.toSet());
    }

    private void findCommitments(List<StoredCommitments> wanted, Map<Need<?>, Object> found) {
        if (wanted.isEmpty()) {
            return;
        }
        List<Commitment> all = commitments.of(
                wanted.stream().map(StoredCommitments::id).toList(),
                wanted.stream().flatMap(need -> need.owners().stream()).toList());
        for (StoredCommitments need : wanted) {
            found.put(
                    need,
                    all.stream()
                            .filter(each -> each.id().equalsIgnoreCase(need.id().strip())
                                    || need.owners().contains(each.owner()))
                            .toList());
        }
    }

    private void findBenchmarks(List<StoredBenchmarks> wanted, Map<Need<?>, Object> found) {
        if (wanted.isEmpty()) {
            return;
        }
        List<BenchmarkSet> all =
                benchmarks.of(wanted.stream().map(StoredBenchmarks::metric).toList());
        for (StoredBenchmarks need : wanted) {
            found.put(
                    need,
                    all.stream()
                            .filter(set -> set.metric().equals(need.metric()))
                            .toList());
        }
    }

    private static boolean isOfPlan(Need<?> need) {
        return need instanceof StoredPlan
                || need instanceof MetricDirection
                || need instanceof KnownMembers
                || need instanceof StoredChanges;
    }

    private void findInPlan(Need<?> need, PlanView plan, Map<Need<?>, Object> found) {
        if (need instanceof StoredPlan) {
            found.put(need, plan);
        } else if (need instanceof MetricDirection metric) {
            plan.direction(metric.metric()).ifPresent(direction -> found.put(need, direction));
        } else if (need instanceof KnownMembers members) {
            found.put(need, plan.codes(members.kind()));
        } else if (need instanceof StoredChanges wanted) {
            found.put(need, changes.latest(addresses(wanted, plan.scenario(wanted.scenario())), wanted.most()));
        }
    }

    private static Collection<Address> addresses(StoredChanges wanted, Scenario scenario) {
        Set<Address> addresses = new HashSet<>();
        for (Version version : scenario.versions()) {
            for (String unit : wanted.units()) {
                for (String period : wanted.periods()) {
                    addresses.add(new Address(scenario.code(), version.number(), wanted.metric(), unit, period));
                }
            }
        }
        return addresses;
    }
}
