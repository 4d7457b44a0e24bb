package mpm.service.alerts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.cell.Cell;
import mpm.cell.CellException;
import mpm.cell.DateSystem;
import mpm.cell.Moment;
import mpm.cell.Series;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Address;
import mpm.plan.AdjustmentPeriod;
import mpm.plan.AuditEntry;
import mpm.plan.Figures;
import mpm.plan.Grant;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Role;
import mpm.plan.Scenario;
import mpm.plan.StoredFigures;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;
import mpm.service.access.control.CurrentCaller;
import mpm.service.access.control.Identity;
import mpm.service.alerts.entity.AlertRow.Finding;
import mpm.service.alerts.entity.AlertRuleRow;
import mpm.service.alerts.entity.JudgedMark;
import mpm.service.audit.control.AuditTrail;
import mpm.service.figures.control.FigureStore;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.storage.control.DataVersion;

/** Judges figures by the rules that watch them. It reads everything, and the audit trail names it. */
@ApplicationScoped
public class Judge {

    private static final Identity ITSELF = new Identity(
            "alerts",
            "this service",
            List.of(new Grant(Role.AUDITOR, Caller.EVERYWHERE, Set.of(), Set.of())),
            Set.of(),
            Optional.empty());

    private static final int DEEPEST = 5;
    private static final int ENTRIES_AT_ONCE = 1_000;

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentCaller caller;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    FigureStore store;

    @Inject
    Alerts alerts;

    /** What a rule watches: a unit in a period. */
    private record Watched(AlertRuleRow rule, OrgUnit unit, FiscalPeriod period) {}

    /**
     * Judges the figures that were written next after those judged before, and keeps what is out of the ordinary. How far it has
     * come is kept with it, so that every figure is judged, and once, whenever a service ends.
     *
     * @return whether there may be more
     */
    @ActivateRequestContext
    @Transactional
    public boolean judgeNext() {
        caller.become(ITSELF);
        // Another instance on the same database waits here, and finds these judged.
        JudgedMark judged = rows.find(JudgedMark.class, JudgedMark.ONLY, LockModeType.PESSIMISTIC_WRITE);
        List<AuditEntry> next = trail.after(judged.seq(), ENTRIES_AT_ONCE);
        if (next.isEmpty()) {
            return false;
        }
        judge(next.stream()
                .filter(entry -> entry.objectType().equals(FigureStore.FIGURE))
                .flatMap(entry -> Address.of(entry.objectId()).stream())
                .collect(Collectors.toSet()));
        judged.moveTo(next.get(next.size() - 1).seq());
        return next.size() == ENTRIES_AT_ONCE;
    }

    private void judge(Set<Address> written) {
        List<AlertRuleRow> rules =
                alerts.rules(written.stream().map(Address::scenario).collect(Collectors.toSet()));
        if (rules.isEmpty()) {
            return;
        }
        PlanView plan = plans.view();
        Map<Watched, Finding> found = new LinkedHashMap<>();
        for (Watched watched : watched(plan, rules, written)) {
            judged(plan, watched).ifPresent(finding -> found.put(watched, finding));
        }
        if (!found.isEmpty()) {
            dataVersion.countWrite();
            found.forEach((watched, finding) -> alerts.fire(watched.rule(), address(plan, watched), finding));
        }
    }

    private static Address address(PlanView plan, Watched watched) {
        Scenario scenario = plan.scenario(watched.rule().scenario());
        return new Address(
                scenario.code(),
                plan.latest(scenario).number(),
                watched.rule().metric(),
                watched.unit().code(),
                watched.period().address());
    }

    private static Set<Watched> watched(PlanView plan, List<AlertRuleRow> rules, Set<Address> written) {
        Set<Watched> watched = new HashSet<>();
        for (AlertRuleRow rule : rules) {
            try {
                Set<String> parts = new HashSet<>();
                addParts(plan, plan.stored(rule.metric()), parts, 0);
                for (Address address : written) {
                    if (isWatched(plan, rule, parts, address)) {
                        OrgUnit unit = plan.unit(rule.watchesParts() ? address.unit() : rule.unit());
                        watched.add(new Watched(rule, unit, leaf(plan, address.period())));
                    }
                }
            } catch (CellException unknown) {
                // What the rule watches is no longer active: it finds nothing.
            }
        }
        return watched;
    }

    /** The metrics of which one is made: a ratio moves when one of its parts does. */
    private static void addParts(PlanView plan, Metric metric, Set<String> parts, int depth) {
        parts.add(metric.code());
        if (metric.ratio().isPresent() && depth < DEEPEST) {
            addParts(plan, plan.stored(metric.ratio().get().numerator()), parts, depth + 1);
            addParts(plan, plan.stored(metric.ratio().get().denominator()), parts, depth + 1);
        }
    }

    private static boolean isWatched(PlanView plan, AlertRuleRow rule, Set<String> parts, Address address) {
        return address.scenario().equals(rule.scenario())
                && address.version()
                        == plan.latest(plan.scenario(rule.scenario())).number()
                && parts.contains(address.metric())
                && plan.line(plan.unit(address.unit())).stream()
                        .anyMatch(unit -> unit.code().equals(rule.unit()));
    }

    /** Late bookings count with the last period of their year. */
    private static FiscalPeriod leaf(PlanView plan, String period) {
        String address = plan.organisation().adjustments().stream()
                .filter(adjustment -> adjustment.code().equals(period))
                .map(AdjustmentPeriod::year)
                .map("FY%d"::formatted)
                .findFirst()
                .orElse(period);
        return plan.span(PeriodAddress.of(address)).last();
    }

    private Optional<Finding> judged(PlanView plan, Watched watched) {
        AlertRuleRow rule = watched.rule();
        Metric metric = plan.stored(rule.metric());
        Judgement judgement = new Judgement(rule.method(), rule.limits(), metric.direction());
        try {
            Series happened = values(plan, rule.scenario(), watched, periods(plan, watched));
            int last = happened.length() - 1;
            if (happened.isGap(last)) {
                return Optional.empty();
            } else if (rule.method().isOfThePast()) {
                return judgement.ofThePast(happened.value(last), before(happened, last));
            }
            Series planned = values(plan, rule.against().orElseThrow(), watched, List.of(watched.period()));
            return planned.isGap(0) ? Optional.empty() : judgement.ofThePlan(happened.value(last), planned.value(0));
        } catch (CellException noValue) {
            // A ratio of nothing, or a currency without a rate: there is no value to judge.
            return Optional.empty();
        }
    }

    /** The period with those before it that count, the oldest first. */
    private static List<FiscalPeriod> periods(PlanView plan, Watched watched) {
        List<FiscalPeriod> periods = new ArrayList<>(List.of(watched.period()));
        int wanted =
                watched.rule().method().isOfThePast() ? watched.rule().limits().periods() : 0;
        for (int number = 0; number < wanted; number++) {
            Moment day = Moment.of(periods.get(number).first().minusDays(1));
            periods.add(plan.span(PeriodAddress.from(Cell.of(day.serial()), DateSystem.FROM_1900))
                    .first());
        }
        Collections.reverse(periods);
        return periods;
    }

    private Series values(PlanView plan, String scenario, Watched watched, List<FiscalPeriod> periods) {
        Metric metric = plan.stored(watched.rule().metric());
        Scenario read = plan.scenario(scenario);
        Valuation valuation = new Valuation(plan, read, plan.latest(read), TargetCurrency.LOCAL);
        StoredFigures needs = valuation.needs(List.of(metric), List.of(watched.unit()), periods);
        Figures figures = Figures.of(store.figures(List.of(needs)));
        return Series.column(periods.stream()
                .mapToDouble(period -> valuation
                        .value(metric, watched.unit(), List.of(period), figures)
                        .map(BigDecimal::doubleValue)
                        .orElse(Double.NaN))
                .toArray());
    }

    private static Series before(Series values, int place) {
        double[] earlier = new double[place];
        for (int at = 0; at < place; at++) {
            earlier[at] = values.value(at);
        }
        return Series.column(earlier);
    }
}
