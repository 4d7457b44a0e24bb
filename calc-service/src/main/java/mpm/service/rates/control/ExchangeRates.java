package mpm.service.rates.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Rate;
import mpm.plan.Scenario;
import mpm.plan.Span;
import mpm.service.audit.control.AuditTrail;
import mpm.service.figures.control.FigureStore;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.plan.entity.RateRow;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;

/** Sets exchange rates. A new rate gives the amounts of its period that are not locked a new worth in the currency of the group. */
@ApplicationScoped
public class ExchangeRates {

    private static final BigDecimal LARGEST = new BigDecimal("1e9");
    private static final int DECIMALS = 10;

    /** Rates of leaf periods that a transaction has changed. */
    public record Changed(Set<String> periods) {}

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
    Event<Changed> changes;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Transactional
    public List<Rate> all() {
        return plans.view().organisation().rates();
    }

    /**
     * Sets rates, each for a leaf period or for all of a longer one.
     *
     * @return how many amounts are worth something else to the group now
     * @throws Refusal where ledger lines in a closed period would be worth something else
     */
    @Transactional
    public int set(List<Rate> rates, String source) {
        dataVersion.countPlanWrite();
        Action.SET_RATES.require(caller);
        PlanView plan = plans.viewWithin();
        Action.SET_RATES.requireEverywhere(plan);
        Set<String> changed = new HashSet<>();
        for (Rate rate : rates) {
            requireSense(rate);
            Span span = plan.span(PeriodAddress.of(rate.period()));
            span.leaves().forEach(leaf -> {
                if (put(new Rate(rate.from(), rate.to(), leaf.address(), rate.type(), rate.rate()), source)) {
                    changed.add(leaf.address());
                }
            });
        }
        if (changed.isEmpty()) {
            return 0;
        }
        changes.fire(new Changed(changed));
        PlanView now = plans.viewWithin();
        return store.translate(
                now, now.organisation().scenarios().stream().map(Scenario::code).collect(Collectors.toSet()), changed);
    }

    private static void requireSense(Rate rate) {
        if (!rate.from().matches("[A-Z]{3}")
                || !rate.to().matches("[A-Z]{3}")
                || rate.from().equals(rate.to())) {
            throw Refusal.invalid("A rate is between two currencies, each by three capital letters: from USD to EUR.");
        } else if (rate.rate().signum() <= 0
                || rate.rate().compareTo(LARGEST) >= 0
                || rate.rate().stripTrailingZeros().scale() > DECIMALS) {
            throw Refusal.invalid("The rate from %s to %s is a number above 0 with at most %d decimals."
                    .formatted(rate.from(), rate.to(), DECIMALS));
        }
    }

    private boolean put(Rate rate, String source) {
        RateRow row = new RateRow(rate, source);
        RateRow known = rows.find(RateRow.class, row.key());
        String before = known == null ? null : known.plan().rate().toPlainString();
        String after = row.plan().rate().toPlainString();
        if (after.equals(before)) {
            return false;
        }
        rows.merge(row);
        trail.append(new AuditTrail.Change(
                before == null ? "CREATE" : "CHANGE",
                "RATE",
                "%s/%s/%s/%s".formatted(rate.from(), rate.to(), rate.period(), rate.type()),
                before,
                after));
        return true;
    }
}
