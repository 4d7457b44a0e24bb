package mpm.service.feeds.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mpm.plan.BenchmarkSet;
import mpm.plan.Metric;
import mpm.plan.PlanView;
import mpm.service.benchmarks.control.Benchmarks;
import org.jspecify.annotations.Nullable;

/** Published values to compare with. */
@ApplicationScoped
public class BenchmarksFeed implements Feed<BenchmarksFeed.Row> {

    /** A published value. */
    public record Row(
            @Meaning("The set, by its code.") String set,

            @Meaning("What people call the set.") String setName,

            @Meaning("The metric, by its code.") String metric,

            @Meaning("What people call the metric.") String metricName,

            @Meaning("Who published it.") String source,

            @Meaning("Which peers; ALL for all of them.") String segment,

            @Meaning("When it was published.") LocalDate date,

            @Meaning("The share of peers below the value; empty in a set by peers.") @Nullable
            BigDecimal percentile,

            @Meaning("The peer; empty in a set by percentiles.")
            String peer,

            @Meaning("The value.") BigDecimal value,

            @Meaning("How many peers stand behind it.") int n) {}

    @Inject
    Benchmarks benchmarks;

    @Override
    public String name() {
        return "benchmarks";
    }

    @Override
    public String sentence() {
        return "Every published value that the organisation may use, the newest set first.";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Set<Filter> filters() {
        return Set.of(Filter.METRIC);
    }

    @Override
    public Stream<Row> rows(PlanView plan, Filters filters) {
        List<String> metrics = filters.metrics(plan).stream().map(Metric::code).toList();
        return metrics.isEmpty()
                ? Stream.empty()
                : benchmarks.of(metrics).stream()
                        .filter(BenchmarkSet::isLicensed)
                        .flatMap(set -> set.points().stream().map(point -> row(plan.stored(set.metric()), set, point)));
    }

    private static Row row(Metric metric, BenchmarkSet set, BenchmarkSet.Point point) {
        return new Row(
                set.code(),
                set.name(),
                metric.code(),
                metric.name(),
                set.source(),
                set.segment(),
                set.date().date(),
                point.percentile().map(Decimals::of).orElse(null),
                point.peer(),
                Decimals.of(point.value()),
                point.n());
    }
}
