package mpm.service.plan.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.plan.Scenario;
import mpm.service.storage.entity.Words;
import org.jspecify.annotations.Nullable;

/** One view of a year, with its versions; it begins with one that is open. */
@Entity
@Table(name = "scenario")
@NamedQuery(
        name = ScenarioRow.ALL,
        query = "select distinct s from ScenarioRow s left join fetch s.versions order by s.place")
public class ScenarioRow implements Placed {

    public static final String ALL = "ScenarioRow.all";

    @Id
    private String code = "";

    private int place;
    private String name = "";

    @Convert(converter = Words.class)
    private Set<String> aliases = Set.of();

    @Enumerated(EnumType.STRING)
    private Scenario.Kind kind = Scenario.Kind.PLAN;

    @Nullable
    @Column(name = "fiscal_year")
    private Integer year;

    private String owner = "";

    @Nullable
    private String base;

    private int latest;

    @OneToMany(mappedBy = "scenario", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("number")
    private List<VersionRow> versions = new ArrayList<>();

    protected ScenarioRow() {}

    public ScenarioRow(
            String code,
            String name,
            Set<String> aliases,
            Scenario.Kind kind,
            @Nullable Integer year,
            String owner,
            @Nullable String base) {
        this.code = code;
        this.name = name;
        this.aliases = aliases;
        this.kind = kind;
        this.year = year;
        this.owner = owner;
        this.base = base;
    }

    /** A scenario as it is. */
    public ScenarioRow(Scenario scenario) {
        this(
                scenario.code(),
                scenario.name(),
                scenario.aliases(),
                scenario.kind(),
                scenario.year().orElse(null),
                scenario.owner(),
                null);
        this.latest = scenario.latest();
        scenario.versions().forEach(version -> versions.add(new VersionRow(this, version)));
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public void placeAt(int newPlace) {
        place = newPlace;
    }

    public int latest() {
        return latest;
    }

    public List<VersionRow> versions() {
        return List.copyOf(versions);
    }

    /** Adds a version that counts from now on. */
    public VersionRow open(String label, String by, Instant at) {
        latest = versions.stream().mapToInt(VersionRow::number).max().orElse(0) + 1;
        VersionRow version = new VersionRow(this, latest, label, by, at);
        versions.add(version);
        return version;
    }

    public void count(int version) {
        latest = version;
    }

    public Scenario plan() {
        return new Scenario(
                code,
                name,
                aliases,
                kind,
                Optional.ofNullable(year),
                owner,
                latest,
                versions.stream().map(VersionRow::plan).toList());
    }

    @Override
    public String toString() {
        return plan() + (base == null ? "" : ", from " + base);
    }
}
