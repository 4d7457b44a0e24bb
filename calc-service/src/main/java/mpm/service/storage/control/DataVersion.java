package mpm.service.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicLong;
import mpm.service.storage.entity.WriteCount;

/**
 * How often stored data was written. An answer that was computed under one version is stale under the next, so every
 * answer names the version it was computed under.
 */
@ApplicationScoped
public class DataVersion {

    /** The version that a transaction writes. */
    record Written(long number) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    Event<Written> written;

    private final AtomicLong known = new AtomicLong();

    /** The version as last seen by this instance, without asking the database. */
    public long known() {
        return known.get();
    }

    /**
     * The version in the database. Whoever reads stored data asks for it first: a write that comes between then leaves
     * a version too old beside the data, which costs a second look, where the other way round stale data would pass for
     * fresh.
     */
    @Transactional
    public long read() {
        return seen(number(WriteCount.ALL));
    }

    /**
     * How often anything but figures was written, as the database has it: units, metrics, locks, rates. What was read of
     * them under one version holds until the next.
     */
    @Transactional
    public long readPlan() {
        return number(WriteCount.PLAN);
    }

    /**
     * Counts a write, in the transaction that writes. It is the first thing such a transaction does: the row it locks
     * lets writers follow one another, so that none of them can deadlock another.
     *
     * @return the version that it writes: no other transaction has the same
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long countWrite() {
        increment(WriteCount.ALL);
        long number = number(WriteCount.ALL);
        written.fire(new Written(number));
        return number;
    }

    /** The same for a transaction that writes more than figures. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long countPlanWrite() {
        long number = countWrite();
        increment(WriteCount.PLAN);
        return number;
    }

    private void increment(short count) {
        rows.createNamedQuery(WriteCount.INCREMENT).setParameter("id", count).executeUpdate();
    }

    private long number(short count) {
        return rows.createNamedQuery(WriteCount.NUMBER, Long.class)
                .setParameter("id", count)
                .getSingleResult();
    }

    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) Written version) {
        seen(version.number());
    }

    private long seen(long number) {
        return known.accumulateAndGet(number, Math::max);
    }
}
