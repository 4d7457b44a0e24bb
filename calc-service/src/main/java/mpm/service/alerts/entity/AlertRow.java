package mpm.service.alerts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import mpm.plan.Address;
import mpm.service.storage.entity.Words;
import org.jspecify.annotations.Nullable;

/** A value that was out of the ordinary. */
@Entity
@Table(name = "alert")
@NamedQuery(name = AlertRow.BEFORE, query = "select a from AlertRow a where a.id < :id order by a.id desc")
@NamedQuery(name = AlertRow.AT, query = """
        select a from AlertRow a where a.rule = :rule and a.scenario = :scenario and a.version = :version
        and a.unit = :unit and a.period = :period order by a.id desc""")
public class AlertRow {

    public static final String BEFORE = "AlertRow.before";
    public static final String AT = "AlertRow.at";

    @Id
    private long id;

    @Column(name = "alert_rule")
    private String rule = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "judged_by")
    private AlertRuleRow.Method method = AlertRuleRow.Method.XMR;

    private String scenario = "";
    private int version;
    private String metric = "";
    private String unit = "";
    private String period = "";

    @Column(name = "fired_at")
    private Instant firedAt = Instant.EPOCH;

    @Column(name = "reached")
    private double value;

    private double expected;

    @Nullable
    private Double low;

    @Nullable
    private Double high;

    private String direction = "";

    @Nullable
    private String against;

    @Convert(converter = Words.class)
    private Set<String> audience = Set.of();

    @Nullable
    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Nullable
    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Nullable
    private String remark;

    /**
     * What a rule says of a value.
     *
     * @param expected the middle of the ordinary, or the plan
     * @param low where the ordinary ends below; nothing where only one side counts, as of high
     * @param direction BETTER or WORSE; HIGH or LOW of a metric that should be at its target; AMBER or RED
     */
    public record Finding(
            double value, double expected, Optional<Double> low, Optional<Double> high, String direction) {}

    protected AlertRow() {}

    public AlertRow(long id, AlertRuleRow rule, Address address, Finding finding, Instant at) {
        this.id = id;
        this.rule = rule.id();
        this.method = rule.method();
        this.audience = rule.audience();
        this.against = rule.against().orElse(null);
        this.scenario = address.scenario();
        this.version = address.version();
        this.metric = address.metric();
        this.unit = address.unit();
        this.period = address.period();
        this.firedAt = at;
        this.value = finding.value();
        this.expected = finding.expected();
        this.low = finding.low().orElse(null);
        this.high = finding.high().orElse(null);
        this.direction = finding.direction();
    }

    public long id() {
        return id;
    }

    public String rule() {
        return rule;
    }

    public AlertRuleRow.Method method() {
        return method;
    }

    /** The scenario whose figure was expected; nothing where it was the past. */
    public Optional<String> against() {
        return Optional.ofNullable(against);
    }

    public Address address() {
        return new Address(scenario, version, metric, unit, period);
    }

    public Instant firedAt() {
        return firedAt;
    }

    public Finding finding() {
        return new Finding(value, expected, Optional.ofNullable(low), Optional.ofNullable(high), direction);
    }

    public Set<String> audience() {
        return Set.copyOf(audience);
    }

    public Optional<String> acknowledgedBy() {
        return Optional.ofNullable(acknowledgedBy);
    }

    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    public void acknowledge(String by, Instant at, String newRemark) {
        acknowledgedBy = by;
        acknowledgedAt = at;
        remark = newRemark;
    }
}
