package mpm.service.plan.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import mpm.plan.Version;
import org.jspecify.annotations.Nullable;

/** A version of a scenario. */
@Entity
@Table(name = "scenario_version")
@IdClass(VersionRow.Key.class)
public class VersionRow {

    @Id
    @ManyToOne
    @JoinColumn(name = "scenario")
    private ScenarioRow scenario;

    @Id
    private int number;

    private String label = "";

    @Column(name = "created_by")
    private String createdBy = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Nullable
    @Column(name = "frozen_at")
    private Instant frozenAt;

    /** The key of a version. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String scenario = "";
        private int number;

        public Key() {}

        public Key(String scenario, int number) {
            this.scenario = scenario;
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.scenario.equals(scenario) && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(scenario, number);
        }
    }

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected VersionRow() {}

    VersionRow(ScenarioRow scenario, int number, String label, String createdBy, Instant createdAt) {
        this.scenario = scenario;
        this.number = number;
        this.label = label;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** A version as it is; when it was made is not known any more. */
    VersionRow(ScenarioRow scenario, Version version) {
        this(scenario, version.number(), version.label(), version.createdBy(), Instant.EPOCH);
        this.frozenAt = version.frozen().map(Serials::instant).orElse(null);
    }

    public int number() {
        return number;
    }

    public boolean isFrozen() {
        return frozenAt != null;
    }

    public void freeze(Instant at) {
        frozenAt = at;
    }

    Version plan() {
        return new Version(
                number, label, createdBy, Optional.ofNullable(frozenAt).map(Serials::of));
    }
}
