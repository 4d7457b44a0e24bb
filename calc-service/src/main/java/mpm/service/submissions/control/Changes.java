package mpm.service.submissions.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mpm.plan.Address;
import mpm.plan.AuditEntry;
import mpm.plan.Change;
import mpm.service.audit.control.AuditTrail;
import mpm.service.figures.control.FigureStore;

/** What the audit trail tells of figures and notes, with what was said when they were handed in. */
@ApplicationScoped
public class Changes {

    /** What was said, and the submission in which. */
    private record Said(String comment, String submission) {

        static final Said NOTHING = new Said("", "");
    }

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    AuditTrail trail;

    /** The latest changes at any of these addresses, the newest first. */
    @Transactional
    public List<Change> latest(Collection<Address> addresses, int most) {
        Map<String, Address> byId = addresses.stream()
                .collect(Collectors.toMap(Address::objectId, Function.identity(), (one, same) -> one));
        List<AuditEntry> entries = trail.of(Set.of(FigureStore.FIGURE, FigureStore.NOTE), byId.keySet(), most);
        Map<Long, String> hashes =
                trail.hashes(entries.stream().map(entry -> entry.seq() - 1).toList());
        Map<Long, Said> said = said(entries.stream().map(AuditEntry::seq).toList());
        return entries.stream()
                .map(entry -> {
                    Said with = said.getOrDefault(entry.seq(), Said.NOTHING);
                    return new Change(
                            entry,
                            Objects.requireNonNull(byId.get(entry.objectId())),
                            with.comment(),
                            with.submission(),
                            hashes.getOrDefault(entry.seq() - 1, ""));
                })
                .toList();
    }

    private Map<Long, Said> said(Collection<Long> seqs) {
        Map<Long, Said> said = new HashMap<>();
        if (!seqs.isEmpty()) {
            rows.createQuery(
                            "select l.auditSeq, l.comment, l.submission.id from SubmissionLineRow l where l.auditSeq in :seqs",
                            Object[].class)
                    .setParameter("seqs", seqs)
                    .getResultStream()
                    .forEach(row -> said.put((Long) row[0], new Said((String) row[1], String.valueOf(row[2]))));
        }
        return said;
    }
}
