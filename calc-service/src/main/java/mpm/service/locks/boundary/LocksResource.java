package mpm.service.locks.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import mpm.plan.PeriodLock;
import mpm.service.json.Json;
import mpm.service.locks.control.PeriodLocks;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.plan.entity.Serials;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far periods are closed. */
@Path("locks")
@RequestScoped
@Needs(Action.READ_SHARED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Locks", description = "How far scenarios, units and periods are closed.")
public class LocksResource {

    /** A lock as it travels. */
    record Lock(
            @Nullable String scenario,
            @Nullable String org,
            @Nullable String period,
            @Nullable @Size(max = 16) String category,
            PeriodLock.@Nullable State state,
            @Nullable String by,
            @Nullable String at,
            @Nullable @Size(max = 2_000) String reason) {

        static Lock of(PeriodLock lock) {
            return new Lock(
                    lock.scenario(),
                    lock.unit(),
                    lock.period(),
                    lock.category().orElse(null),
                    lock.state(),
                    lock.by(),
                    Serials.instant(lock.at()).toString(),
                    lock.reason());
        }

        PeriodLocks.Wanted wanted() {
            if (state == null) {
                throw new ProblemException(Problem.of(422, "state is missing: OPEN, SUBMITTED, APPROVED or LOCKED."));
            }
            return new PeriodLocks.Wanted(text(scenario), text(org), text(period), text(category), state, text(reason));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    @Inject
    PeriodLocks locks;

    @GET
    @Operation(summary = "The locks that are set")
    public byte[] all() {
        return Json.write(Map.of("locks", locks.all().stream().map(Lock::of).toList()));
    }

    @POST
    @Needs(Action.HAND_IN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Close or open a period", description = """
                    state is OPEN, SUBMITTED, APPROVED or LOCKED. It holds for the unit with all its parts, and for every
                    period of a longer one; with a category for the metrics in it alone. Reopening takes a reason. When every
                    period of a scenario's year is locked for the whole organisation, the version that counts is frozen;
                    reopened, the scenario goes on in a new version.""")
    @APIResponse(responseCode = "403", description = "It takes another role.")
    @APIResponse(responseCode = "409", description = "It is closed with a unit above it, and reopened there.")
    public byte[] set(InputStream body) throws IOException {
        locks.set(Json.read(body, Lock.class).wanted());
        return all();
    }
}
