package mpm.service.plan.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import mpm.link.Direction;
import mpm.plan.Metric;
import mpm.service.storage.entity.Words;
import org.jspecify.annotations.Nullable;

/** A metric of the catalogue; one that is no longer active keeps its figures, and no others are entered. */
@Entity
@Table(name = "metric")
@NamedQuery(name = MetricRow.ALL, query = "select m from MetricRow m order by m.place")
public class MetricRow implements Placed {

    public static final String ALL = "MetricRow.all";

    @Id
    private String code = "";

    private int place;

    @Size(max = 200)
    private String name = "";

    @Size(max = 20)
    @Convert(converter = Words.class)
    private Set<@Size(max = 48) String> aliases = Set.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "measured_in")
    private Metric.Unit unit = Metric.Unit.COUNT;

    @Enumerated(EnumType.STRING)
    @Column(name = "over_time")
    private Metric.OverTime overTime = Metric.OverTime.SUM;

    @Enumerated(EnumType.STRING)
    @Column(name = "over_units")
    private Metric.OverUnits overUnits = Metric.OverUnits.SUM;

    @Nullable
    private String numerator;

    @Nullable
    private String denominator;

    @Enumerated(EnumType.STRING)
    private Direction direction = Direction.HIGHER;

    @Column(name = "is_restricted")
    private boolean isRestricted;

    @Size(max = 2_000)
    private String definition = "";

    @Size(max = 16)
    private String category = "";

    @Size(max = 16)
    @Column(name = "leads_or_lags")
    private String indicator = "";

    @Size(max = 16)
    private String stage = "";

    @Size(max = 64)
    private String factor = "";

    @Size(max = 200)
    private String owner = "";

    @Size(max = 500)
    private String source = "";

    @Nullable
    private Double amber;

    @Nullable
    private Double red;

    @Column(name = "is_currency_bound")
    private boolean isCurrencyBound;

    @Column(name = "is_active")
    private boolean isActive = true;

    public MetricRow() {}

    public MetricRow(Metric metric) {
        this.code = metric.code();
        this.name = metric.name();
        this.aliases = metric.aliases();
        this.unit = metric.unit();
        this.overTime = metric.overTime();
        this.overUnits = metric.overUnits();
        this.numerator = metric.ratio().map(Metric.Ratio::numerator).orElse(null);
        this.denominator = metric.ratio().map(Metric.Ratio::denominator).orElse(null);
        this.direction = metric.direction();
        this.isRestricted = metric.isRestricted();
        this.isActive = metric.isActive();
        Metric.Profile profile = metric.profile();
        this.definition = profile.definition();
        this.category = profile.category();
        this.indicator = profile.indicator();
        this.stage = profile.stage();
        this.factor = profile.factor();
        this.owner = profile.owner();
        this.source = profile.source();
        this.amber = profile.amber().orElse(null);
        this.red = profile.red().orElse(null);
        this.isCurrencyBound = profile.isCurrencyBound();
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

    /** Whether a figure of it means the same under another row. */
    public boolean measuresAs(MetricRow other) {
        return unit == other.unit && overTime == other.overTime && overUnits == other.overUnits;
    }

    public boolean isRatio() {
        return overTime == Metric.OverTime.RATIO;
    }

    @Nullable
    public String numerator() {
        return numerator;
    }

    @Nullable
    public String denominator() {
        return denominator;
    }

    public Metric plan() {
        return new Metric(
                code,
                name,
                aliases,
                unit,
                overTime,
                overUnits,
                numerator == null || denominator == null
                        ? Optional.empty()
                        : Optional.of(new Metric.Ratio(numerator, denominator)),
                direction,
                isRestricted,
                isActive,
                new Metric.Profile(
                        definition,
                        category,
                        indicator,
                        stage,
                        factor,
                        owner,
                        source,
                        Optional.ofNullable(amber),
                        Optional.ofNullable(red),
                        isCurrencyBound));
    }

    @Override
    public String toString() {
        return plan().toString();
    }
}
