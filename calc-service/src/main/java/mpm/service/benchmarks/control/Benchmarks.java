package mpm.service.benchmarks.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import mpm.plan.BenchmarkSet;
import mpm.service.audit.control.AuditTrail;
import mpm.service.benchmarks.entity.BenchmarkRow;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;

/** Published values to compare with. */
@ApplicationScoped
public class Benchmarks {

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

    /** All sets that have one of these metrics, the newest first. */
    @Transactional
    public List<BenchmarkSet> of(Collection<String> metrics) {
        return rows.createNamedQuery(BenchmarkRow.OF, BenchmarkRow.class)
                .setParameter("metrics", metrics)
                .getResultStream()
                .map(BenchmarkRow::plan)
                .toList();
    }

    /** Takes in a set; one that is there stays as it was published. */
    @Transactional
    public void add(BenchmarkSet set) {
        dataVersion.countWrite();
        Action.PUBLISH_BENCHMARKS.require(caller);
        String metric = plans.view().metric(set.metric()).code();
        requireSense(set);
        if (rows.find(BenchmarkRow.class, set.code()) != null) {
            throw Refusal.conflict(
                    "Set %s is there already: what was published stays. Give a newer one a code of its own."
                            .formatted(set.code()));
        }
        rows.persist(new BenchmarkRow(set.of(metric)));
        trail.append(new AuditTrail.Change(
                "CREATE",
                "BENCHMARK",
                set.code(),
                null,
                "%s of %s, %d values"
                        .formatted(metric, set.source(), set.points().size())));
    }

    private static void requireSense(BenchmarkSet set) {
        if (set.code().isBlank() || set.code().length() > 64) {
            throw Refusal.invalid("The code of a set is 1 to 64 characters.");
        }
        double percentile = 0;
        double value = Double.NEGATIVE_INFINITY;
        for (BenchmarkSet.Point point : set.points()) {
            if (point.n() < 1) {
                throw Refusal.invalid("n is how many peers stand behind a value: 1 or more.");
            } else if (set.form() == BenchmarkSet.Form.PEERS) {
                if (point.peer().isBlank()) {
                    throw Refusal.invalid("Each value has a percentile, or the name of a peer.");
                }
            } else {
                double next = point.percentile()
                        .orElseThrow(() -> Refusal.invalid("A set has percentiles or peers, not some of both."));
                if (next <= percentile || next >= 1) {
                    throw Refusal.invalid(
                            "Percentiles are shares between 0 and 1, each above the one before: 0.25, 0.5, 0.75.");
                } else if (point.value() < value) {
                    throw Refusal.invalid(
                            "The value at percentile %s lies below that of the one before: more peers lie below a larger value."
                                    .formatted(next));
                }
                percentile = next;
                value = point.value();
            }
        }
    }

    /** Takes over sets as they are, in a transaction that has counted its write. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(List<BenchmarkSet> sets) {
        sets.forEach(each -> rows.persist(new BenchmarkRow(each)));
    }
}
