package mpm.service.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.plan.AuditEntry;
import mpm.service.audit.entity.AuditEnd;
import mpm.service.audit.entity.AuditRow;
import mpm.service.permission.control.Caller;
import mpm.service.storage.entity.UtcText;
import org.jspecify.annotations.Nullable;

/** Who changed what, when and from where. */
@ApplicationScoped
public class AuditTrail {

    private static final int ENTRIES_AT_ONCE = 5_000;
    private static final int OBJECTS_AT_ONCE = 1_000;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    /** From where something was changed; nothing where it was no cell of a workbook. */
    public record From(
            @Nullable String workbook,
            @Nullable String sheet,
            @Nullable String cell) {

        public static final From NOWHERE = new From(null, null, null);
    }

    /** A change: of what, and what stood and stands there. */
    public record Change(
            String action,
            String objectType,
            String objectId,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Whether the trail is what was written.
     *
     * @param entries how many there are
     * @param brokenAt the first entry that is not what was written or does not follow the one before it; nothing where
     *     all do
     */
    public record Verification(long entries, Optional<Long> brokenAt) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    Caller caller;

    /** Appends an entry; the transaction has counted its write, so that no other appends at the same time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AuditEntry append(Change change) {
        return append(change, From.NOWHERE);
    }

    /** The same for a change that came from a cell. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AuditEntry append(Change change, From from) {
        AuditEnd end = end();
        AuditEntry entry = new AuditEntry(
                        end.seq() + 1,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        caller.id(),
                        change.action(),
                        change.objectType(),
                        change.objectId(),
                        Optional.ofNullable(change.before()),
                        Optional.ofNullable(change.after()),
                        Optional.ofNullable(from.workbook()),
                        Optional.ofNullable(from.sheet()),
                        Optional.ofNullable(from.cell()),
                        "",
                        "")
                .after(end.hash());
        rows.persist(new AuditRow(entry));
        end.moveTo(entry.seq(), entry.hash());
        return entry;
    }

    /** The latest entries before one that a filter wants, the newest first. */
    @Transactional
    public List<AuditEntry> before(long seq, AuditFilter filter, int most) {
        List<AuditEntry> found = new ArrayList<>();
        long next = Math.min(seq, end().seq() + 1);
        while (next > 1 && found.size() < most) {
            // A part is a range of numbers: Derby reads no index backwards, and would sort the whole trail for it.
            long first = next - ENTRIES_AT_ONCE;
            rows.createQuery(
                            "select a from AuditRow a where a.seq >= :first and a.seq < :next and a.at >= :from and a.at < :until order by a.seq desc",
                            AuditRow.class)
                    .setParameter("first", first)
                    .setParameter("next", next)
                    .setParameter("from", UtcText.text(filter.from().orElse(Instant.EPOCH)))
                    .setParameter("until", UtcText.text(filter.until().orElse(END_OF_TIME)))
                    .getResultStream()
                    .map(AuditRow::plan)
                    .filter(filter::matches)
                    .limit((long) most - found.size())
                    .forEach(found::add);
            rows.clear();
            next = first;
        }
        return found;
    }

    /** The entries that follow one, the oldest first. */
    @Transactional
    public List<AuditEntry> after(long seq, int most) {
        return rows.createQuery("select a from AuditRow a where a.seq > :seq order by a.seq", AuditRow.class)
                .setParameter("seq", seq)
                .setMaxResults(most)
                .getResultStream()
                .map(AuditRow::plan)
                .toList();
    }

    /** The latest entries of one object, the newest first. */
    @Transactional
    public List<AuditEntry> of(String objectId, int most) {
        return rows.createQuery("select a from AuditRow a where a.objectId = :id order by a.seq desc", AuditRow.class)
                .setParameter("id", objectId)
                .setMaxResults(most)
                .getResultStream()
                .map(AuditRow::plan)
                .toList();
    }

    /** The latest entries of some types about any of some objects, the newest first. */
    @Transactional
    public List<AuditEntry> of(Collection<String> objectTypes, Collection<String> objectIds, int most) {
        List<AuditEntry> found = new ArrayList<>();
        List<String> ids = List.copyOf(objectIds);
        for (int from = 0; from < ids.size(); from += OBJECTS_AT_ONCE) {
            rows.createQuery(
                            "select a from AuditRow a where a.objectId in :ids and a.objectType in :types order by a.seq desc",
                            AuditRow.class)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + OBJECTS_AT_ONCE)))
                    .setParameter("types", objectTypes)
                    .setMaxResults(most)
                    .getResultStream()
                    .map(AuditRow::plan)
                    .forEach(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparingLong(AuditEntry::seq).reversed())
                .limit(most)
                .toList();
    }

    /** The stored hashes of entries, by their sequence numbers; an entry that is not there has none. */
    @Transactional
    public Map<Long, String> hashes(Collection<Long> seqs) {
        Map<Long, String> hashes = new HashMap<>(Map.of(0L, AuditEntry.FIRST_HASH));
        if (!seqs.isEmpty()) {
            rows.createQuery("select a.seq, a.hash from AuditRow a where a.seq in :seqs", Object[].class)
                    .setParameter("seqs", seqs)
                    .getResultStream()
                    .forEach(row -> hashes.put((Long) row[0], (String) row[1]));
        }
        return hashes;
    }

    /** Reads the whole trail, and checks that each entry is what was written and follows the one before it. */
    @Transactional
    public Verification verify() {
        long last = end().seq();
        String lastHash = end().hash();
        String hash = AuditEntry.FIRST_HASH;
        long seq = 0;
        while (seq < last) {
            List<AuditEntry> part = rows.createQuery(
                            "select a from AuditRow a where a.seq > :seq and a.seq <= :last order by a.seq",
                            AuditRow.class)
                    .setParameter("seq", seq)
                    .setParameter("last", last)
                    .setMaxResults(ENTRIES_AT_ONCE)
                    .getResultStream()
                    .map(AuditRow::plan)
                    .toList();
            for (AuditEntry entry : part) {
                if (entry.seq() != seq + 1 || !entry.isIntactAfter(hash)) {
                    return new Verification(last, Optional.of(seq + 1));
                }
                hash = entry.hash();
                seq = entry.seq();
            }
            if (part.isEmpty()) {
                // Entries are missing before the end of the trail.
                return new Verification(last, Optional.of(seq + 1));
            }
            rows.clear();
        }
        return new Verification(last, hash.equals(lastHash) ? Optional.empty() : Optional.of(last));
    }

    private AuditEnd end() {
        AuditEnd end = rows.find(AuditEnd.class, AuditEnd.ONLY);
        if (end == null) {
            throw new IllegalStateException("The migration puts one row into audit_end.");
        }
        return end;
    }
}
