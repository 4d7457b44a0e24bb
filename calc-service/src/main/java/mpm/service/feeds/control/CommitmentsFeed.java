package mpm.service.feeds.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.cell.Moment;
import mpm.plan.Commitment;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.Person;
import mpm.plan.PlanView;
import mpm.service.commitments.control.Commitments;
import mpm.service.plan.entity.Serials;
import org.jspecify.annotations.Nullable;

/** What people promise. */
@ApplicationScoped
public class CommitmentsFeed implements Feed<CommitmentsFeed.Row> {

    /** A promise. */
    public record Row(
            @Meaning("The promise.") String id,

            @Meaning("Who promised, by their id.") String owner,

            @Meaning("Who promised, by their name.") String ownerName,

            @Meaning("The metric, by its code.") String metric,

            @Meaning("What people call the metric.") String metricName,

            @Meaning("The unit, by its code.") String org,

            @Meaning("What people call the unit.") String orgName,

            @Meaning("The last day on which it can be kept.")
            LocalDate due,

            @Meaning("PROPOSED, ACCEPTED, DUE, KEPT, MISSED or CLOSED.")
            String state,

            @Meaning("The value promised last.") BigDecimal promised,

            @Meaning("The value promised first.") BigDecimal original,

            @Meaning("How often it was revised.") int revisions,

            @Meaning("The share that may be missing.") BigDecimal tolerance,

            @Meaning("How probable the owner thinks it, 0 to 1; empty where it is not said.") @Nullable
            BigDecimal confidence,

            @Meaning("What came; empty until it is disclosed.") @Nullable
            BigDecimal disclosed,

            @Meaning("When it was made.") Instant proposedAt,

            @Meaning("When it was accepted.") @Nullable Instant acceptedAt,

            @Meaning("When it was disclosed what came.") @Nullable
            Instant disclosedAt,

            @Meaning("When it was closed.") @Nullable Instant closedAt,

            @Meaning("What follows if it is kept.") String ifKept,

            @Meaning("What follows if it is missed.") String ifMissed) {}

    @Inject
    Commitments commitments;

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public String sentence() {
        return "Every promise, by its due date, with what was promised first and last and what came.";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Set<Filter> filters() {
        return Set.of(Filter.METRIC, Filter.ORG);
    }

    @Override
    public Stream<Row> rows(PlanView plan, Filters filters) {
        List<Metric> metrics = filters.metrics(plan);
        Predicate<OrgUnit> org = filters.org(plan);
        Map<String, String> names =
                plan.organisation().people().stream().collect(Collectors.toMap(Person::id, Person::name));
        return commitments.all().stream()
                .filter(each -> metrics.contains(plan.stored(each.metric())) && org.test(plan.unit(each.unit())))
                .map(each -> row(plan, each, names.getOrDefault(each.owner(), "")));
    }

    private static Row row(PlanView plan, Commitment promise, String ownerName) {
        Metric metric = plan.stored(promise.metric());
        OrgUnit unit = plan.unit(promise.unit());
        return new Row(
                promise.id(),
                promise.owner(),
                ownerName,
                metric.code(),
                metric.name(),
                unit.code(),
                unit.name(),
                promise.due().date(),
                promise.state(plan.asOf(), metric.direction()).name(),
                Decimals.of(promise.value()),
                Decimals.of(promise.original()),
                promise.revisions().size() - 1,
                Decimals.of(promise.tolerance()),
                promise.confidence().map(Decimals::of).orElse(null),
                promise.disclosed().map(outcome -> Decimals.of(outcome.value())).orElse(null),
                Serials.instant(promise.revisions().get(0).at()),
                instant(promise.accepted()),
                instant(promise.disclosed().map(Commitment.Disclosure::at)),
                instant(promise.closed()),
                promise.positive(),
                promise.negative());
    }

    private static @Nullable Instant instant(Optional<Moment> at) {
        return at.map(Serials::instant).orElse(null);
    }
}
