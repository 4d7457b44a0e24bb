package mpm.service.alerts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mpm.plan.Address;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.service.alerts.entity.AlertRow;
import mpm.service.alerts.entity.AlertRow.Finding;
import mpm.service.alerts.entity.AlertRuleRow;
import mpm.service.alerts.entity.AlertRuleRow.Limits;
import mpm.service.audit.control.AuditTrail;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;

/** The rules by which figures are watched, and what was out of the ordinary. */
@ApplicationScoped
public class Alerts {

    static final int FEWEST_PERIODS = 5;
    static final int MOST_PERIODS = 120;

    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,63}");
    private static final String RULE = "ALERT RULE";
    private static final String ALERT = "ALERT";
    private static final int LONGEST_REMARK = 2_000;
    private static final int MOST_IN_AUDIENCE = 100;
    private static final int LONGEST_PERSON = 30;

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /** The rules of figures that the caller may read. */
    @Transactional
    public List<AlertRuleRow> rules() {
        PlanView plan = plans.view();
        return rows.createNamedQuery(AlertRuleRow.ALL, AlertRuleRow.class)
                .getResultStream()
                .filter(rule -> plan.mayRead(rule.metric(), rule.unit(), rule.scenario()))
                .toList();
    }

    /** The rules of scenarios, whoever asks. */
    @Transactional
    List<AlertRuleRow> rules(Collection<String> scenarios) {
        return scenarios.isEmpty()
                ? List.of()
                : rows.createNamedQuery(AlertRuleRow.OF_SCENARIOS, AlertRuleRow.class)
                        .setParameter("scenarios", scenarios)
                        .getResultList();
    }

    /** Sets a rule, in the place of the one with the same id. */
    @Transactional
    public void put(AlertRuleRow given) {
        dataVersion.countWrite();
        PlanView plan = plans.view();
        Metric metric = plan.metric(given.metric());
        OrgUnit unit = plan.unit(given.unit());
        Scenario scenario = plan.scenario(given.scenario());
        AlertRuleRow rule = new AlertRuleRow(
                given.id(),
                metric.code(),
                unit.code(),
                given.watchesParts(),
                scenario.code(),
                given.method(),
                given.against().map(label -> plan.scenario(label).code()).orElse(null),
                given.limits(),
                given.audience());
        requireMayKeep(plan, rule);
        requireSense(rule);
        AlertRuleRow known = rows.find(AlertRuleRow.class, rule.id());
        if (known != null) {
            requireMayKeep(plan, known);
        }
        String before = known == null ? null : known.toString();
        rows.merge(rule);
        trail.append(
                new AuditTrail.Change(before == null ? "CREATE" : "CHANGE", RULE, rule.id(), before, rule.toString()));
        rows.flush();
    }

    private static void requireSense(AlertRuleRow rule) {
        Limits limits = rule.limits();
        if (!ID.matcher(rule.id()).matches()) {
            throw Refusal.invalid(
                    "The id of a rule is 1 to 64 capital letters, digits, dots, hyphens or underscores: CPL_EMEA.");
        } else if (rule.method().isOfThePast() == rule.against().isPresent()) {
            throw Refusal.invalid(
                    "RAG and TOLERANCE hold a value against a plan, so they name its scenario in against; XMR, T, ETS and MAD hold it against its past, and name none.");
        } else if (limits.periods() < FEWEST_PERIODS || limits.periods() > MOST_PERIODS) {
            throw Refusal.invalid(
                    "periods is how far the past goes back, from %d to %d.".formatted(FEWEST_PERIODS, MOST_PERIODS));
        } else if (limits.confidence() <= 0 || limits.confidence() >= 1) {
            throw Refusal.invalid("confidence is the share of ordinary values, between 0 and 1: 0.95.");
        } else if (limits.amber() < 0 || limits.red() < limits.amber()) {
            throw Refusal.invalid("amber and red are adverse shares of plan: 0 or more, and amber before red.");
        } else if (limits.beyond() < 0 || limits.beyondShare() < 0) {
            throw Refusal.invalid("beyond and beyondShare are sizes: 0 or more.");
        } else if (rule.audience().size() > MOST_IN_AUDIENCE
                || rule.audience().stream().anyMatch(person -> person.length() > LONGEST_PERSON)) {
            throw Refusal.invalid("An audience is at most %d users, each by an id of at most %d characters."
                    .formatted(MOST_IN_AUDIENCE, LONGEST_PERSON));
        }
    }

    /** Ends a rule; what it found stays. */
    @Transactional
    public void remove(String id) {
        dataVersion.countWrite();
        PlanView plan = plans.view();
        AlertRuleRow rule = rows.find(AlertRuleRow.class, id);
        if (rule == null || !plan.mayRead(rule.metric(), rule.unit(), rule.scenario())) {
            throw Refusal.unknown("There is no rule %s that you may see.".formatted(id));
        }
        requireMayKeep(plan, rule);
        rows.remove(rule);
        trail.append(new AuditTrail.Change("REMOVE", RULE, id, rule.toString(), null));
    }

    /** A rule tells of figures, so whoever keeps it may read them. */
    private void requireMayKeep(PlanView plan, AlertRuleRow rule) {
        Action.KEEP_ALERTS.require(plan, roles -> roles.mayRead(plan.metric(rule.metric()), plan.unit(rule.unit())));
        if (!mayReadBoth(plan, rule.metric(), rule.unit(), rule.scenario(), rule.against())) {
            throw Refusal.notPermitted("A rule watches figures that you may read: ask your administrator for these.");
        }
    }

    /**
     * The alerts before one that are for the caller, the latest first.
     *
     * @param isOpen whether only those are wanted that nobody has acknowledged
     */
    @Transactional
    public List<AlertRow> before(long id, boolean isOpen, int most) {
        PlanView plan = plans.view();
        List<AlertRow> found = new ArrayList<>();
        long last = id;
        while (found.size() < most) {
            List<AlertRow> next = rows.createNamedQuery(AlertRow.BEFORE, AlertRow.class)
                    .setParameter("id", last)
                    .setMaxResults(most)
                    .getResultList();
            next.stream()
                    .filter(alert -> isFor(plan, alert)
                            && !(isOpen && alert.acknowledgedBy().isPresent()))
                    .limit(most - found.size())
                    .forEach(found::add);
            if (next.size() < most) {
                break;
            }
            last = next.get(next.size() - 1).id();
        }
        return found;
    }

    private boolean isFor(PlanView plan, AlertRow alert) {
        Address address = alert.address();
        return (alert.audience().isEmpty() || alert.audience().contains(caller.id()))
                && mayReadBoth(plan, address.metric(), address.unit(), address.scenario(), alert.against());
    }

    /** What is watched, and what it is held against: an alert tells both. */
    private static boolean mayReadBoth(
            PlanView plan, String metric, String unit, String scenario, Optional<String> against) {
        return plan.mayRead(metric, unit, scenario)
                && against.stream().allMatch(each -> plan.mayRead(metric, unit, each));
    }

    /** Says that someone has seen to it. */
    @Transactional
    public AlertRow acknowledge(long id, String remark) {
        dataVersion.countWrite();
        Action.ACKNOWLEDGE.require(caller);
        AlertRow alert = rows.find(AlertRow.class, id);
        if (alert == null || !isFor(plans.view(), alert)) {
            throw Refusal.unknown("There is no alert %d that is for you.".formatted(id));
        } else if (remark.length() > LONGEST_REMARK) {
            throw Refusal.invalid("The remark is longer than %,d characters: shorten it.".formatted(LONGEST_REMARK));
        } else if (alert.acknowledgedBy().isEmpty()) {
            alert.acknowledge(caller.id(), now(), remark);
            trail.append(new AuditTrail.Change(
                    "ACKNOWLEDGE", ALERT, alert.address().objectId(), "%s %d".formatted(alert.rule(), id), remark));
        }
        return alert;
    }

    /** Keeps what a rule found, in a transaction that has counted its write; the same value is not told again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fire(AlertRuleRow rule, Address address, Finding finding) {
        if (last(rule, address).filter(finding::equals).isEmpty()) {
            long id = trail.append(new AuditTrail.Change(
                            "FIRE",
                            ALERT,
                            address.objectId(),
                            null,
                            "%s by %s: %s is %s, expected %s"
                                    .formatted(
                                            rule.id(),
                                            rule.method(),
                                            finding.value(),
                                            finding.direction(),
                                            finding.expected())))
                    .seq();
            rows.persist(new AlertRow(id, rule, address, finding, now()));
        }
    }

    /** What a rule last told of a figure. */
    Optional<Finding> last(AlertRuleRow rule, Address address) {
        return rows.createNamedQuery(AlertRow.AT, AlertRow.class)
                .setParameter("rule", rule.id())
                .setParameter("scenario", address.scenario())
                .setParameter("version", address.version())
                .setParameter("unit", address.unit())
                .setParameter("period", address.period())
                .setMaxResults(1)
                .getResultStream()
                .map(AlertRow::finding)
                .findFirst();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
