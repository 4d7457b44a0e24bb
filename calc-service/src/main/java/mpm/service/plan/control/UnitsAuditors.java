package mpm.service.plan.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import mpm.cell.CellException;
import mpm.plan.Address;
import mpm.plan.AuditEntry;
import mpm.plan.PlanView;
import mpm.service.audit.control.AuditReaders;
import mpm.service.permission.control.Action;

/**
 * Whoever audits some units reads what became of their figures and notes. What else there is, from roles to rates, is for
 * those who audit every unit, and what was promised for those who read every metric as well.
 */
@ApplicationScoped
public class UnitsAuditors implements AuditReaders {

    /** Its entries have values, of whatever metric. */
    private static final String COMMITMENT = "COMMITMENT";

    @Inject
    Plans plans;

    @Override
    public Predicate<AuditEntry> mayRead() {
        PlanView auditor = Action.READ_AUDIT.where(plans.view());
        boolean readsAll = auditor.holdsEverywhere();
        boolean readsEveryMetric = auditor.mayReadEverything();
        return entry -> Address.of(entry.objectId())
                .flatMap(address -> mayRead(auditor, address))
                .orElse(entry.objectType().equals(COMMITMENT) ? readsEveryMetric : readsAll);
    }

    /** Whether a figure may be read; nothing where it belongs to what is there no more. */
    private static Optional<Boolean> mayRead(PlanView auditor, Address address) {
        try {
            return Optional.of(auditor.mayRead(
                    auditor.metric(address.metric()),
                    auditor.unit(address.unit()),
                    auditor.scenario(address.scenario())));
        } catch (CellException unknown) {
            return Optional.empty();
        }
    }
}
