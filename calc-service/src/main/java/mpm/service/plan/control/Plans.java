package mpm.service.plan.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mpm.plan.Grant;
import mpm.plan.OrgUnit;
import mpm.plan.Organisation;
import mpm.plan.PlanView;
import mpm.plan.User;
import mpm.service.permission.control.Caller;
import mpm.service.plan.entity.AdjustmentRow;
import mpm.service.plan.entity.LockRow;
import mpm.service.plan.entity.MetricRow;
import mpm.service.plan.entity.OrganisationRow;
import mpm.service.plan.entity.PartnerRow;
import mpm.service.plan.entity.PersonRow;
import mpm.service.plan.entity.RateRow;
import mpm.service.plan.entity.ScenarioRow;
import mpm.service.plan.entity.Serials;
import mpm.service.plan.entity.UnitRow;
import mpm.service.plan.entity.YearRow;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** The organisation as its rules need it. It is read once for every version of it, not once for every request. */
@ApplicationScoped
public class Plans {

    /** An organisation as it was read under a version. */
    private record Read(long version, Organisation organisation) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Caller caller;

    private final AtomicReference<@Nullable Read> latest = new AtomicReference<>();

    /** The organisation as the caller sees it; nothing for someone who is not signed in. */
    @Transactional
    public Optional<PlanView> find() {
        return caller.grants().isEmpty() ? Optional.empty() : Optional.of(view(organisation()));
    }

    /** The organisation as the caller sees it; someone who is not signed in sees nothing of it. */
    @Transactional
    public PlanView view() {
        return view(organisation());
    }

    /**
     * The same in a transaction that has counted a write of the plan: it sees what the transaction has written so far, and
     * nobody else does.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PlanView viewWithin() {
        return view(read());
    }

    private PlanView view(Organisation organisation) {
        List<Grant> grants = caller.grants().stream()
                .flatMap(grant -> grant.unit().equals(Caller.EVERYWHERE)
                        ? roots(organisation).map(root -> new Grant(grant.role(), root, grant.kinds(), grant.metrics()))
                        : Stream.of(grant))
                .toList();
        return new PlanView(organisation, new User(caller.id(), grants), Serials.of(Instant.now()));
    }

    private static Stream<String> roots(Organisation organisation) {
        return organisation.units().stream()
                .filter(unit -> unit.parent().isEmpty())
                .map(OrgUnit::code);
    }

    private Organisation organisation() {
        while (true) {
            long version = dataVersion.readPlan();
            Read known = latest.get();
            if (known != null && known.version() == version) {
                return known.organisation();
            }
            Organisation organisation = read();
            if (dataVersion.readPlan() == version) {
                latest.set(new Read(version, organisation));
                return organisation;
            }
            // Someone wrote in between, and it may be half of the old and half of the new.
            rows.clear();
        }
    }

    private Organisation read() {
        rows.flush();
        OrganisationRow organisation = rows.find(OrganisationRow.class, OrganisationRow.ONLY);
        if (organisation == null) {
            throw new IllegalStateException("The migration puts one row into organisation.");
        }
        return new Organisation(
                organisation.currency(),
                organisation.calendar(),
                all(YearRow.ALL, Integer.class),
                all(AdjustmentRow.ALL, AdjustmentRow.class).stream()
                        .map(AdjustmentRow::plan)
                        .toList(),
                organisation.amber(),
                organisation.red(),
                all(UnitRow.ALL, UnitRow.class).stream().map(UnitRow::plan).toList(),
                all(MetricRow.ALL, MetricRow.class).stream()
                        .map(MetricRow::plan)
                        .toList(),
                all(ScenarioRow.ALL, ScenarioRow.class).stream()
                        .map(ScenarioRow::plan)
                        .toList(),
                all(PartnerRow.ALL, PartnerRow.class).stream()
                        .map(PartnerRow::plan)
                        .toList(),
                all(PersonRow.ALL, PersonRow.class).stream()
                        .map(PersonRow::plan)
                        .toList(),
                all(RateRow.ALL, RateRow.class).stream().map(RateRow::plan).toList(),
                all(LockRow.ALL, LockRow.class).stream().map(LockRow::plan).toList());
    }

    private <T> List<T> all(String query, Class<T> type) {
        return rows.createNamedQuery(query, type).getResultList();
    }
}
