package mpm.service.locks.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PeriodLock.State;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.Span;
import mpm.service.audit.control.AuditTrail;
import mpm.service.figures.control.FigureStore;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.plan.entity.LockRow;
import mpm.service.problems.control.Refusal;
import mpm.service.scenarios.control.Scenarios;
import mpm.service.storage.control.DataVersion;

/** Closes and opens periods. */
@ApplicationScoped
public class PeriodLocks {

    /**
     * What is to be closed, or opened.
     *
     * @param period a leaf, or a longer one for all of its leaves
     * @param category of metrics; empty for all
     */
    public record Wanted(String scenario, String unit, String period, String category, State state, String reason) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    Scenarios scenarios;

    @Inject
    FigureStore figures;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /** The locks that the caller may see. */
    @Transactional
    public List<PeriodLock> all() {
        PlanView plan = plans.view();
        return plan.organisation().locks().stream()
                .filter(lock -> plan.mayRead(plan.unit(lock.unit()), plan.scenario(lock.scenario())))
                .toList();
    }

    /**
     * Closes or opens. A scenario of which every period of its year is locked for the whole organisation is agreed: the
     * version that counts is frozen. Reopened, it goes on in a new version, and what was agreed stays as it was.
     */
    @Transactional
    public void set(Wanted wanted) {
        dataVersion.countPlanWrite();
        PlanView plan = plans.viewWithin();
        Scenario scenario = plan.scenario(wanted.scenario());
        OrgUnit unit = plan.unit(wanted.unit());
        Span span = plan.span(PeriodAddress.of(wanted.period()));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        boolean reopens = false;
        Set<String> unlocked = new HashSet<>();
        for (FiscalPeriod leaf : span.leaves()) {
            LockRow.Key key = new LockRow.Key(scenario.code(), unit.code(), leaf.address(), wanted.category());
            LockRow known = rows.find(LockRow.class, key);
            State before = known == null ? State.OPEN : known.state();
            boolean opens = wanted.state().compareTo(before) < 0;
            action(wanted.state(), opens).require(plan, roles -> roles.mayRead(unit, scenario));
            if (opens || wanted.state() == State.OPEN) {
                requireNotClosedAbove(plan, wanted, unit, leaf, before);
            }
            if (before == wanted.state()) {
                continue;
            }
            if (opens && wanted.reason().isBlank()) {
                throw Refusal.invalid("Whoever reopens says why: give a reason.");
            }
            LockRow row = known == null
                    ? new LockRow(scenario.code(), unit.code(), leaf.address(), wanted.category())
                    : known;
            row.become(wanted.state(), caller.id(), now, wanted.reason());
            if (known == null) {
                rows.persist(row);
            }
            reopens |= opens;
            if (before == State.LOCKED) {
                unlocked.add(leaf.address());
            }
            trail.append(new AuditTrail.Change(
                    opens ? "REOPEN" : "CLOSE",
                    "LOCK",
                    "%s/%s/%s%s"
                            .formatted(
                                    scenario.code(),
                                    unit.code(),
                                    leaf.address(),
                                    wanted.category().isEmpty() ? "" : "/" + wanted.category()),
                    before.name(),
                    wanted.reason().isBlank() ? wanted.state().name() : wanted.state() + ": " + wanted.reason()));
        }
        PlanView changed = plans.viewWithin();
        if (isAgreed(changed, scenario)) {
            scenarios.freezeWithin(scenario.code(), null);
        } else if (reopens && changed.latest(changed.scenario(scenario.code())).isFrozen()) {
            scenarios.openWithin(scenario.code(), wanted.reason());
        }
        // Rates may have changed while it was locked, and from now on it follows them again.
        figures.translate(plans.viewWithin(), Set.of(scenario.code()), unlocked);
    }

    /** What is closed with a whole stays closed, whatever becomes of the part. */
    private static void requireNotClosedAbove(
            PlanView plan, Wanted wanted, OrgUnit unit, FiscalPeriod leaf, State before) {
        String scenario = plan.scenario(wanted.scenario()).code();
        List<String> above = plan.line(unit).stream().skip(1).map(OrgUnit::code).toList();
        plan.organisation().locks().stream()
                .filter(lock -> lock.scenario().equals(scenario)
                        && lock.period().equals(leaf.address())
                        && above.contains(lock.unit())
                        && lock.state().compareTo(wanted.state()) > 0
                        && covers(lock, wanted, before))
                .findFirst()
                .ifPresent(lock -> {
                    throw Refusal.conflict("%s is closed in %s with all of %s: reopen it there."
                            .formatted(unit.code(), leaf.address(), lock.unit()));
                });
    }

    /** Whether a lock closes all that is to be opened, or something of it where nothing else does. */
    private static boolean covers(PeriodLock lock, Wanted wanted, State before) {
        return lock.category()
                .map(category ->
                        category.equals(wanted.category()) || (wanted.category().isEmpty() && before == State.OPEN))
                .orElse(true);
    }

    private static boolean isAgreed(PlanView plan, Scenario scenario) {
        return scenario.year()
                .map(year -> plan.span(PeriodAddress.of("FY" + year)).leaves().stream()
                        .allMatch(leaf -> plan.roots().stream()
                                .flatMap(root -> plan.leaves(root, leaf).stream())
                                .allMatch(unit -> plan.lock(scenario, unit, leaf, Optional.empty())
                                        .filter(lock -> lock.state() == State.LOCKED)
                                        .isPresent())))
                .orElse(false);
    }

    private static Action action(State state, boolean opens) {
        if (opens) {
            return Action.REOPEN;
        }
        return switch (state) {
            case OPEN, SUBMITTED -> Action.HAND_IN;
            case APPROVED -> Action.APPROVE;
            case LOCKED -> Action.LOCK;
        };
    }
}
