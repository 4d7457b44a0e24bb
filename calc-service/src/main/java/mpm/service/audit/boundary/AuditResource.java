package mpm.service.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
import mpm.plan.AuditEntry;
import mpm.service.audit.control.AuditPlaces;
import mpm.service.audit.control.AuditReaders;
import mpm.service.audit.control.AuditTrail;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Path("audit")
@RequestScoped
@Needs(Action.READ_AUDIT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who changed what, when and from where.")
public class AuditResource {

    private static final int MOST = 1_000;

    /** An entry as it travels: what the hash covers, and the hash. */
    record Entry(
            long seq,
            String at,
            String userId,
            String action,
            String objectType,
            String objectId,
            @Nullable String before,
            @Nullable String after,
            @Nullable String workbookId,
            @Nullable String sheet,
            @Nullable String cell,
            String previousHash,
            String hash) {

        static Entry of(AuditEntry entry) {
            return new Entry(
                    entry.seq(),
                    entry.at().toString(),
                    entry.userId(),
                    entry.action(),
                    entry.objectType(),
                    entry.objectId(),
                    entry.before().orElse(null),
                    entry.after().orElse(null),
                    entry.workbookId().orElse(null),
                    entry.sheet().orElse(null),
                    entry.cell().orElse(null),
                    entry.previousHash(),
                    entry.hash());
        }
    }

    /** A part of the trail. */
    record Entries(List<Entry> entries, @Nullable Long next) {}

    /** Whether the trail is what was written. */
    record Verification(
            boolean intact, long entries, @Nullable Long brokenAt) {}

    @Inject
    AuditTrail trail;

    @Inject
    AuditReaders readers;

    @Inject
    AuditPlaces places;

    @GET
    @Operation(
            summary = "The latest entries",
            description =
                    "Of the latest, at most 1000, those that you may see, the newest first: of figures and notes that you "
                            + "may read as auditor or controller, and whatever else is there if you are that for every unit. "
                            + "before=next asks for those before them, object=PLAN/2/LEADS/EMEA/FY2027-P01 for those of one figure. "
                            + "Filters: user; metric; org, with all its parts; period, of a longer one all its leaves; from and to, "
                            + "days in UTC. Locks are found by org and period as well, rates by period.")
    public byte[] latest(
            @QueryParam("before") @Nullable Long before,
            @QueryParam("object") @Nullable String object,
            @QueryParam("rows") @DefaultValue("100") int rows,
            @BeanParam FilterParameters filter) {
        int most = Math.max(1, Math.min(MOST, rows));
        List<AuditEntry> entries = object == null
                ? trail.before(before == null ? Long.MAX_VALUE : before, filter.filter(places), most)
                : trail.of(object, most);
        Predicate<AuditEntry> mayRead = readers.mayRead();
        return Json.write(new Entries(
                entries.stream().filter(mayRead).map(Entry::of).toList(),
                object == null && entries.size() == most ? entries.get(most - 1).seq() : null));
    }

    @GET
    @Path("verify")
    @Operation(
            summary = "Check the whole trail",
            description =
                    "Every entry's hash covers the entry and the hash before it: brokenAt names the first that is not "
                            + "what was written.")
    public byte[] verify() {
        AuditTrail.Verification found = trail.verify();
        return Json.write(new Verification(
                found.brokenAt().isEmpty(), found.entries(), found.brokenAt().orElse(null)));
    }
}
