package mpm.service.benchmarks.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mpm.cell.Moment;
import mpm.plan.BenchmarkSet;
import org.jspecify.annotations.Nullable;

/** A set of published values. */
@Entity
@Table(name = "benchmark_set")
@NamedQuery(name = BenchmarkRow.OF, query = """
        select distinct b from BenchmarkRow b left join fetch b.points where b.metric in :metrics
        order by b.dated desc, b.code""")
public class BenchmarkRow {

    public static final String OF = "BenchmarkRow.of";

    @Id
    private String code = "";

    private String metric = "";

    private String name = "";

    private String source = "";
    private String segment = "";
    private LocalDate dated = LocalDate.EPOCH;

    @Column(name = "is_licensed")
    private boolean isLicensed;

    @Enumerated(EnumType.STRING)
    private BenchmarkSet.Form form = BenchmarkSet.Form.PERCENTILES;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "benchmark_point", joinColumns = @JoinColumn(name = "benchmark_set"))
    @OrderColumn(name = "place")
    private List<PointRow> points = new ArrayList<>();

    /** A published value. */
    @Embeddable
    public static class PointRow {

        @Nullable
        private Double percentile;

        private String peer = "";
        private double reached;
        private int n;

        protected PointRow() {}

        PointRow(BenchmarkSet.Point point) {
            this.percentile = point.percentile().orElse(null);
            this.peer = point.peer();
            this.reached = point.value();
            this.n = point.n();
        }
    }

    protected BenchmarkRow() {}

    public BenchmarkRow(BenchmarkSet set) {
        this.code = set.code();
        this.metric = set.metric();
        this.name = set.name();
        this.source = set.source();
        this.segment = set.segment();
        this.dated = set.date().date();
        this.isLicensed = set.isLicensed();
        this.form = set.form();
        set.points().forEach(point -> points.add(new PointRow(point)));
    }

    public BenchmarkSet plan() {
        return new BenchmarkSet(
                code,
                name,
                metric,
                source,
                segment,
                Moment.of(dated),
                isLicensed,
                form,
                points.stream()
                        .map(point -> new BenchmarkSet.Point(
                                Optional.ofNullable(point.percentile), point.peer, point.reached, point.n))
                        .toList());
    }
}
