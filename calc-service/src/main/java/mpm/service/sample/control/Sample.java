package mpm.service.sample.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mpm.plan.Metric;
import mpm.plan.Organisation;
import mpm.plan.PlanData;
import mpm.plan.SamplePlan;
import mpm.service.audit.control.AuditTrail;
import mpm.service.benchmarks.control.Benchmarks;
import mpm.service.commitments.control.Commitments;
import mpm.service.figures.control.FigureStore;
import mpm.service.ledger.control.Ledger;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.MasterData;
import mpm.service.plan.control.Plans;
import mpm.service.plan.control.SeedMetrics;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;

/** Loads the sample company, so that a newcomer has something to link to within a minute. */
@ApplicationScoped
public class Sample {

    private static final String NAME = "Tarnfell Instruments (sample)";

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    MasterData masterData;

    @Inject
    FigureStore figures;

    @Inject
    Commitments commitments;

    @Inject
    Benchmarks benchmarks;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /**
     * Loads the sample company into a service that has nothing yet.
     *
     * @throws Refusal if there is anything
     */
    @Transactional
    public void load() {
        long id = dataVersion.countPlanWrite();
        Action.ADMINISTER.require(caller);
        if (!masterData.units().isEmpty() || !masterData.metrics().isEmpty()) {
            throw Refusal.conflict(
                    "There are units or metrics already, and the sample company is not mixed with others: load it "
                            + "into a service of its own, with a mpm.data-directory of its own.");
        }
        PlanData sample = SamplePlan.whole();
        masterData.load(NAME, withSeed(sample.organisation()));
        figures.load(plans.viewWithin(), sample.figures(), sample.notes());
        commitments.load(sample.commitments());
        ledger.load(id, sample.lines());
        benchmarks.load(sample.benchmarks());
        trail.append(new AuditTrail.Change(
                "LOAD",
                "ORGANISATION",
                "1",
                null,
                "%s: %d figures".formatted(NAME, sample.figures().size())));
    }

    /** The metrics of the seed that the sample does not use follow those that it does. */
    private static Organisation withSeed(Organisation sample) {
        Map<String, Metric> known = new HashMap<>();
        sample.metrics().forEach(metric -> known.put(metric.code(), metric));
        List<Metric> metrics = new ArrayList<>(sample.metrics());
        SeedMetrics.ALL.stream()
                .filter(metric -> !known.containsKey(metric.code()))
                .forEach(metrics::add);
        return new Organisation(
                sample.currency(),
                sample.calendar(),
                sample.years(),
                sample.adjustments(),
                sample.amber(),
                sample.red(),
                sample.units(),
                metrics,
                sample.scenarios(),
                sample.partners(),
                sample.people(),
                sample.rates(),
                sample.locks());
    }
}
