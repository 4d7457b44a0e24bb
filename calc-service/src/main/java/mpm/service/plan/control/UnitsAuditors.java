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
 * those who audit every unit.
 */
@ApplicationScoped
public class UnitsAuditors implements AuditReaders {

    @Inject
    Plans plans;

    @Override
    public Predicate<AuditEntry> mayRead() {
        PlanView auditor = plans.view().where(grant -> Action.READ_AUDIT.roles().contains(grant.role()));
        boolean readsAll = auditor.roots().stream().allMatch(auditor::mayRead);
        return entry -> Address.of(entry.objectId())
                .flatMap(address -> mayRead(auditor, address))
                .orElse(readsAll);
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
