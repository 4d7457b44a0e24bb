package mpm.service.locks.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.Span;

/**
 * How far a scenario is closed, unit by unit and period by period, as far as its reader may read it.
 *
 * @param isFrozen whether the version that counts is frozen, so that everything in it is locked
 */
public record LockGrid(Scenario scenario, boolean isFrozen, List<FiscalPeriod> periods, List<Row> rows) {

    /** A unit with its state in each of the periods. */
    public record Row(OrgUnit unit, int depth, boolean isLeaf, List<Square> squares) {}

    /**
     * A state, and the lock that it comes from; of a unit with parts that are closed to different degrees there is none.
     */
    public record Square(PeriodLock.State state, Optional<PeriodLock> lock) {}

    public static LockGrid of(PlanView plan, Scenario scenario, PeriodAddress year) {
        List<FiscalPeriod> periods = plan.span(year).leaves();
        return new LockGrid(
                scenario,
                plan.latest(scenario).isFrozen(),
                periods,
                plan.roots().stream()
                        .flatMap(root -> rows(plan, scenario, root, 0, periods))
                        .toList());
    }

    private static Stream<Row> rows(
            PlanView plan, Scenario scenario, OrgUnit unit, int depth, List<FiscalPeriod> periods) {
        boolean isThere = periods.stream().anyMatch(period -> plan.isThere(unit, period));
        Stream<Row> here = isThere && plan.mayRead(unit, scenario)
                ? Stream.of(new Row(
                        unit,
                        depth,
                        plan.isLeaf(unit),
                        periods.stream()
                                .map(period -> square(plan, scenario, unit, period))
                                .toList()))
                : Stream.empty();
        return Stream.concat(
                here, plan.parts(unit).stream().flatMap(part -> rows(plan, scenario, part, depth + 1, periods)));
    }

    private static Square square(PlanView plan, Scenario scenario, OrgUnit unit, FiscalPeriod period) {
        Span span = new Span(period.address(), List.of(period));
        // Locks lie on a unit or above it, and so does the one that closes all its parts alike.
        return new Square(
                plan.state(scenario, unit, span, Optional.empty()),
                plan.lock(scenario, unit, period, Optional.empty()));
    }
}
