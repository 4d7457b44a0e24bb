package mpm.service.commitments.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mpm.cell.CellException;
import mpm.plan.Commitment;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PlanView;
import mpm.service.audit.control.AuditTrail;
import mpm.service.commitments.entity.CommitmentRow;
import mpm.service.permission.control.Action;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** What people promise. A promise is made, accepted, revised, disclosed and closed; nothing of it is ever changed. */
@ApplicationScoped
public class Commitments {

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    AuditTrail trail;

    /** The commitments of ids, in any case, or of owners. */
    @Transactional
    public List<Commitment> of(Collection<String> ids, Collection<String> owners) {
        // An empty list is no SQL: a text that nobody is called stands in its place.
        Set<String> wantedIds = new HashSet<>(Set.of(""));
        ids.forEach(id -> wantedIds.add(id.strip().toUpperCase(Locale.ROOT)));
        Set<String> wantedOwners = new HashSet<>(Set.of(""));
        wantedOwners.addAll(owners);
        return rows.createNamedQuery(CommitmentRow.OF, CommitmentRow.class)
                .setParameter("ids", wantedIds)
                .setParameter("owners", wantedOwners)
                .getResultStream()
                .map(CommitmentRow::plan)
                .toList();
    }

    /** The commitments of the units that the caller may read. */
    @Transactional
    public List<Commitment> all() {
        PlanView plan = plans.view();
        return rows.createNamedQuery(CommitmentRow.ALL, CommitmentRow.class)
                .getResultStream()
                .map(CommitmentRow::plan)
                .filter(each -> mayRead(plan, each))
                .toList();
    }

    private static boolean mayRead(PlanView plan, Commitment commitment) {
        try {
            return plan.mayRead(plan.metric(commitment.metric()), plan.unit(commitment.unit()));
        } catch (CellException unknown) {
            return false;
        }
    }

    /** Makes a commitment; its owner, metric and unit may be named by any of their labels. */
    @Transactional
    public void make(Commitment labelled) {
        dataVersion.countWrite();
        PlanView plan = plans.view();
        Metric metric = plan.metric(labelled.metric());
        OrgUnit unit = plan.unit(labelled.unit());
        Commitment commitment = new Commitment(
                labelled.id(),
                plan.people(labelled.owner()).stream().findFirst().orElse(labelled.owner()),
                metric.code(),
                unit.code(),
                labelled.due(),
                labelled.tolerance(),
                labelled.confidence(),
                labelled.positive(),
                labelled.negative(),
                labelled.revisions(),
                labelled.accepted(),
                labelled.disclosed(),
                labelled.closed());
        requireRight(plan, commitment.metric(), commitment.unit());
        if (!metric.isActive() || !plan.isOffered(unit)) {
            throw Refusal.invalid("%s is retired or %s is closed, so nothing is promised of it any more."
                    .formatted(metric.code(), unit.code()));
        }
        requireShare("tolerance", "what is promised", commitment.tolerance());
        commitment.confidence().ifPresent(confidence -> requireShare("confidence", "certainty", confidence));
        if (commitment.id().isBlank() || commitment.id().length() > 64) {
            throw Refusal.invalid("The id of a commitment is 1 to 64 characters: C-2027-014.");
        } else if (rows.find(CommitmentRow.class, commitment.id()) != null) {
            throw Refusal.conflict("The id %s is taken: choose another, or revise the commitment that has it."
                    .formatted(commitment.id()));
        }
        CommitmentRow row = new CommitmentRow(commitment);
        rows.persist(row);
        audit("COMMIT", row, null, row.promised());
    }

    private static void requireShare(String name, String whole, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw Refusal.invalid("%s is a share of %s, from 0 to 1: 0.1 is a tenth.".formatted(name, whole));
        }
    }

    /** Accepts a commitment. */
    @Transactional
    public void accept(String id) {
        CommitmentRow row = begin(id);
        if (row.isAccepted()) {
            throw Refusal.conflict("Commitment %s is accepted already.".formatted(id));
        }
        row.accept(now());
        audit("ACCEPT", row, null, row.promised());
    }

    /** Promises another value; what was promised before stays on record. */
    @Transactional
    public void revise(String id, BigDecimal value, String reason) {
        CommitmentRow row = begin(id);
        if (row.isDisclosed()) {
            throw Refusal.conflict(
                    "The outcome of commitment %s is disclosed: it is not revised any more.".formatted(id));
        } else if (reason.isBlank()) {
            throw Refusal.invalid("A revision has a reason: those who rely on the promise read it.");
        }
        String before = row.promised();
        row.revise(now(), value);
        audit("REVISE", row, before, row.promised() + ": " + reason);
    }

    /** Says what came. */
    @Transactional
    public void disclose(String id, BigDecimal value) {
        CommitmentRow row = begin(id);
        if (row.isDisclosed()) {
            throw Refusal.conflict("The outcome of commitment %s is disclosed already.".formatted(id));
        } else if (!row.isAccepted()) {
            throw Refusal.conflict("Commitment %s is not accepted: accept it first.".formatted(id));
        }
        row.disclose(now(), value);
        audit("DISCLOSE", row, row.promised(), value.stripTrailingZeros().toPlainString());
    }

    /** Closes a commitment: its consequences are drawn. */
    @Transactional
    public void close(String id) {
        CommitmentRow row = begin(id);
        if (!row.isDisclosed()) {
            throw Refusal.conflict("The outcome of commitment %s is not disclosed: disclose it first.".formatted(id));
        }
        row.close(now());
        audit("CLOSE", row, null, "closed");
    }

    /** Takes over commitments as they are, in a transaction that has counted its write. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(List<Commitment> commitments) {
        commitments.forEach(each -> rows.persist(new CommitmentRow(each)));
    }

    private CommitmentRow begin(String id) {
        dataVersion.countWrite();
        CommitmentRow row = rows.find(CommitmentRow.class, id);
        PlanView plan = plans.view();
        if (row == null || !mayRead(plan, row.plan())) {
            throw Refusal.unknown("There is no commitment %s that you may see.".formatted(id));
        }
        requireRight(plan, row.plan().metric(), row.unit());
        if (row.isClosed()) {
            throw Refusal.conflict("Commitment %s is closed: nothing of it changes any more.".formatted(id));
        }
        return row;
    }

    private static void requireRight(PlanView plan, String metric, String unit) {
        Action.COMMIT.require(plan, roles -> roles.mayRead(plan.metric(metric), plan.unit(unit)));
    }

    private void audit(String action, CommitmentRow row, @Nullable String before, String after) {
        trail.append(new AuditTrail.Change(action, "COMMITMENT", row.id(), before, after));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
