package mpm.service.feeds.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mpm.plan.AuditEntry;
import mpm.plan.PlanView;
import mpm.service.audit.control.AuditFilter;
import mpm.service.audit.control.AuditPlaces;
import mpm.service.audit.control.AuditReaders;
import mpm.service.audit.control.AuditTrail;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;

/** Who changed what, the newest first. */
@ApplicationScoped
public class AuditFeed implements Feed<AuditFeed.Row> {

    private static final int ENTRIES_AT_ONCE = 5_000;

    /** An entry. */
    public record Row(
            @Meaning("Counts the entries from 1.") long seq,

            @Meaning("When it was written.") Instant at,

            @Meaning("Who did it.") String user,

            @Meaning("What was done.") String action,

            @Meaning("What was changed, such as FIGURE, NOTE, LOCK or RATE.")
            String objectType,

            @Meaning("Which of them.") String objectId,

            @Meaning("What stood there; empty where it was new.")
            String before,

            @Meaning("What stands there since; empty where it was removed.")
            String after,

            @Meaning("From which workbook.") String workbook,

            @Meaning("From which sheet.") String sheet,

            @Meaning("From which cell.") String cell,

            @Meaning("The fingerprint of the entry before it.")
            String previousHash,

            @Meaning("The fingerprint of the entry and of the one before it.")
            String hash) {

        static Row of(AuditEntry entry) {
            return new Row(
                    entry.seq(),
                    entry.at(),
                    entry.userId(),
                    entry.action(),
                    entry.objectType(),
                    entry.objectId(),
                    entry.before().orElse(""),
                    entry.after().orElse(""),
                    entry.workbookId().orElse(""),
                    entry.sheet().orElse(""),
                    entry.cell().orElse(""),
                    entry.previousHash(),
                    entry.hash());
        }
    }

    @Inject
    AuditTrail trail;

    @Inject
    AuditPlaces places;

    @Inject
    AuditReaders readers;

    @Inject
    Caller caller;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String sentence() {
        return "Every entry of the audit trail that one may read as auditor or controller, the newest first.";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Set<Filter> filters() {
        return EnumSet.of(
                Filter.METRIC,
                Filter.ORG,
                Filter.USER,
                Filter.PERIOD,
                Filter.FROM,
                Filter.TO,
                Filter.OBJECT,
                Filter.AFTER);
    }

    @Override
    public Stream<Row> rows(PlanView plan, Filters filters) {
        Action.READ_AUDIT.require(caller);
        AuditFilter wanted = AuditFilter.of(
                places,
                filters.text(Filter.USER),
                filters.text(Filter.METRIC),
                filters.text(Filter.ORG),
                filters.text(Filter.PERIOD),
                filters.text(Filter.FROM),
                filters.text(Filter.TO));
        long after = filters.number(Filter.AFTER).orElse(0L);
        return filters.text(Filter.OBJECT)
                .map(object -> trail.of(object, Integer.MAX_VALUE).stream().filter(wanted::matches))
                .orElseGet(() -> all(wanted))
                .takeWhile(entry -> entry.seq() > after)
                .filter(readers.mayRead())
                .map(Row::of);
    }

    private Stream<AuditEntry> all(AuditFilter wanted) {
        return Stream.iterate(
                        trail.before(Long.MAX_VALUE, wanted, ENTRIES_AT_ONCE),
                        part -> !part.isEmpty(),
                        part -> trail.before(part.get(part.size() - 1).seq(), wanted, ENTRIES_AT_ONCE))
                .flatMap(List::stream);
    }
}
