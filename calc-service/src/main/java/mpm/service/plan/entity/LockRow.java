package mpm.service.plan.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import mpm.plan.PeriodLock;
import org.jspecify.annotations.Nullable;

/** How far a scenario, a unit with all its parts, and a period are closed. */
@Entity
@Table(name = "period_lock")
@IdClass(LockRow.Key.class)
@NamedQuery(name = LockRow.ALL, query = "select l from LockRow l order by l.scenario, l.period, l.unit, l.category")
public class LockRow {

    public static final String ALL = "LockRow.all";

    @Id
    private String scenario = "";

    @Id
    private String unit = "";

    @Id
    private String period = "";

    /** The category of metrics that it is limited to; empty where it holds for all. */
    @Id
    private String category = "";

    @Enumerated(EnumType.STRING)
    private PeriodLock.State state = PeriodLock.State.OPEN;

    @Column(name = "set_by")
    private String by = "";

    @Column(name = "set_at")
    private Instant at = Instant.EPOCH;

    private String reason = "";

    /** What is closed. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String scenario = "";
        private String unit = "";
        private String period = "";
        private String category = "";

        public Key() {}

        public Key(String scenario, String unit, String period, String category) {
            this.scenario = scenario;
            this.unit = unit;
            this.period = period;
            this.category = category;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.scenario.equals(scenario)
                    && key.unit.equals(unit)
                    && key.period.equals(period)
                    && key.category.equals(category);
        }

        @Override
        public int hashCode() {
            return Objects.hash(scenario, unit, period, category);
        }
    }

    protected LockRow() {}

    public LockRow(String scenario, String unit, String period, String category) {
        this.scenario = scenario;
        this.unit = unit;
        this.period = period;
        this.category = category;
    }

    /** A lock as it is. */
    public LockRow(PeriodLock lock) {
        this(lock.scenario(), lock.unit(), lock.period(), lock.category().orElse(""));
        become(lock.state(), lock.by(), Serials.instant(lock.at()), lock.reason());
    }

    public final void become(PeriodLock.State newState, String newBy, Instant newAt, String newReason) {
        state = newState;
        by = newBy;
        at = newAt;
        reason = newReason;
    }

    public PeriodLock.State state() {
        return state;
    }

    public PeriodLock plan() {
        return new PeriodLock(
                scenario,
                unit,
                period,
                category.isEmpty() ? Optional.empty() : Optional.of(category),
                state,
                by,
                Serials.of(at),
                reason);
    }
}
