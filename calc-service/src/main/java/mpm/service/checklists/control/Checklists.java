package mpm.service.checklists.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mpm.service.checklists.entity.Checklist;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** The stored checklist instances. */
@ApplicationScoped
public class Checklists {

    /**
     * An instance as it is stored.
     *
     * @param version counts its writes, from 1
     */
    public record Stored(
            String code, LocalDate fiscalYearStart, String organisation, Map<String, LocalDate> done, long version) {}

    /** A write that has not seen the latest version; nothing was changed. */
    public static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Conflict(String sentence) {
            super(sentence, null, false, false);
        }
    }

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    /** Codes are compared without regard to case. */
    public static String key(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    @Transactional
    public Optional<Stored> find(String code) {
        return Optional.ofNullable(rows.find(Checklist.class, key(code))).map(Checklists::stored);
    }

    /** The instances of these codes, in one query; a code without one is not in the answer. */
    @Transactional
    public List<Stored> find(Collection<String> codes) {
        return rows.createNamedQuery(Checklist.BY_CODES, Checklist.class)
                .setParameter(
                        "codes", codes.stream().map(Checklists::key).distinct().toList())
                .getResultStream()
                .map(Checklists::stored)
                .toList();
    }

    /** Every instance, by code. */
    @Transactional
    public List<Stored> all() {
        return rows.createNamedQuery(Checklist.ALL, Checklist.class)
                .getResultStream()
                .map(Checklists::stored)
                .toList();
    }

    /**
     * Creates an instance, or replaces the whole of one.
     *
     * @param seen the version that the writer has seen; none for an instance that is not there yet
     * @throws Conflict if that is not the latest one
     */
    @Transactional
    public Stored put(
            String code,
            LocalDate fiscalYearStart,
            String organisation,
            Map<String, LocalDate> done,
            @Nullable Long seen) {
        dataVersion.countWrite();
        Checklist known = rows.find(Checklist.class, key(code));
        requireLatest(key(code), known, seen);
        Checklist written = known;
        if (written == null) {
            written = new Checklist(key(code), fiscalYearStart, organisation);
            rows.persist(written);
        } else {
            // A tick alone does not touch the row of the instance, and must still count as a write of it.
            rows.lock(written, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
        written.become(fiscalYearStart, organisation, done);
        rows.flush();
        return stored(written);
    }

    private static void requireLatest(String code, @Nullable Checklist known, @Nullable Long seen) {
        if (known == null && seen != null) {
            throw new Conflict(("Checklist %s is not there, and the request replaces its version %d: leave version out "
                            + "to create it.")
                    .formatted(code, seen));
        } else if (known != null && seen == null) {
            throw new Conflict("Checklist %s is there already: read it, and send its version (now %d) to replace it."
                    .formatted(code, known.version()));
        } else if (known != null && seen != null && known.version() != seen) {
            throw new Conflict(("Checklist %s was changed by someone else: it is at version %d, and the request has "
                            + "seen %d. Read it again, then repeat the change.")
                    .formatted(code, known.version(), seen));
        }
    }

    private static Stored stored(Checklist row) {
        return new Stored(row.code(), row.fiscalYearStart(), row.organisation(), row.done(), row.version());
    }
}
