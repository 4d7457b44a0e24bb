package mpm.service.alerts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;
import mpm.service.storage.entity.Words;
import org.jspecify.annotations.Nullable;

/** What is watched, and how. */
@Entity
@Table(name = "alert_rule")
@NamedQuery(name = AlertRuleRow.ALL, query = "select r from AlertRuleRow r order by r.id")
@NamedQuery(
        name = AlertRuleRow.OF_SCENARIOS,
        query = "select r from AlertRuleRow r where r.scenario in :scenarios order by r.id")
public class AlertRuleRow {

    public static final String ALL = "AlertRuleRow.all";
    public static final String OF_SCENARIOS = "AlertRuleRow.ofScenarios";

    @Id
    private String id = "";

    private String metric = "";
    private String unit = "";

    @Column(name = "watches_parts")
    private boolean watchesParts;

    private String scenario = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "judged_by")
    private Method method = Method.XMR;

    @Nullable
    private String against;

    private int periods;
    private double confidence;
    private double amber;
    private double red;
    private double beyond;

    @Column(name = "beyond_share")
    private double beyondShare;

    @Convert(converter = Words.class)
    private Set<String> audience = Set.of();

    /** How a value is judged. */
    public enum Method {
        /** By the past of the same figure, as MPM.SIGNAL does. */
        XMR,
        T,
        ETS,
        MAD,
        /** By what was planned, as MPM.RAG does. */
        RAG,
        /** By what was planned, as MPM.VARIANCE.FLAG does. */
        TOLERANCE;

        /** Whether a value is held against its own past, rather than against a plan. */
        public boolean isOfThePast() {
            return this != RAG && this != TOLERANCE;
        }
    }

    /**
     * What counts as out of the ordinary.
     *
     * @param periods how far the past goes back
     * @param confidence the share of ordinary values, for T and ETS
     * @param amber the adverse share of plan from which RAG is amber
     * @param red the adverse share of plan from which RAG is red
     * @param beyond the deviation from plan that TOLERANCE lets pass; 0 for none
     * @param beyondShare the same as a share of plan
     */
    public record Limits(int periods, double confidence, double amber, double red, double beyond, double beyondShare) {}

    protected AlertRuleRow() {}

    /**
     * A rule.
     *
     * @param watchesParts whether each unit without parts is judged by itself, rather than the unit as a whole
     * @param against the scenario that holds the plan; nothing where the past is the measure
     * @param audience who is told; none for everyone who may read the figure
     */
    public AlertRuleRow(
            String id,
            String metric,
            String unit,
            boolean watchesParts,
            String scenario,
            Method method,
            @Nullable String against,
            Limits limits,
            Set<String> audience) {
        this.id = id;
        this.metric = metric;
        this.unit = unit;
        this.watchesParts = watchesParts;
        this.scenario = scenario;
        this.method = method;
        this.against = against;
        this.periods = limits.periods();
        this.confidence = limits.confidence();
        this.amber = limits.amber();
        this.red = limits.red();
        this.beyond = limits.beyond();
        this.beyondShare = limits.beyondShare();
        this.audience = Set.copyOf(audience);
    }

    public String id() {
        return id;
    }

    public String metric() {
        return metric;
    }

    public String unit() {
        return unit;
    }

    public boolean watchesParts() {
        return watchesParts;
    }

    public String scenario() {
        return scenario;
    }

    public Method method() {
        return method;
    }

    public Optional<String> against() {
        return Optional.ofNullable(against);
    }

    public Limits limits() {
        return new Limits(periods, confidence, amber, red, beyond, beyondShare);
    }

    public Set<String> audience() {
        return Set.copyOf(audience);
    }

    @Override
    public String toString() {
        return "%s at %s%s in %s by %s%s, %s%s"
                .formatted(
                        metric,
                        unit,
                        watchesParts ? " part by part" : "",
                        scenario,
                        method,
                        against == null ? "" : " against " + against,
                        limits(),
                        audience.isEmpty() ? "" : ", for " + String.join(", ", audience));
    }
}
