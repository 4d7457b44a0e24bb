package mpm.service.submissions.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import mpm.service.access.boundary.EntryLimit;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.service.submissions.control.Outcome;
import mpm.service.submissions.control.Submission;
import mpm.service.submissions.control.Submissions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures and notes that people hand in: what {@code MPM.PUT} has staged in a workbook. */
@Path("submissions")
@RequestScoped
@Needs(Action.READ_SHARED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "Figures and notes handed in, approved and rejected.")
public class SubmissionsResource {

    private static final int AT_ONCE = 100;

    /** Why a submission is taken back. */
    record Rejection(@Nullable @Size(max = 2_000) String reason) {}

    /** A part of the list. */
    record ListDocument(
            List<OutcomeDocument> submissions, @Nullable Long next) {}

    @Inject
    EntryLimit limit;

    @Inject
    Submissions submissions;

    @POST
    @Needs(Action.ENTER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hand in figures and notes", description = """
                    All lines are written, or none; with acceptValid those that can be. A line says which row version it has
                    seen; where somebody else has changed the figure since, it is refused with both values, who and when. Sent
                    again under the same key, a submission is answered as before and not written twice. With dryRun=true
                    nothing is written.""")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubmissionDocument.class)))
    @APIResponse(responseCode = "200", description = "What a dry run would do.")
    @APIResponse(responseCode = "201", description = "Written, now or before under the same key.")
    @APIResponse(responseCode = "409", description = "Nothing was written: somebody else has changed a figure.")
    @APIResponse(responseCode = "413", description = "There are more lines than one submission may have.")
    @APIResponse(responseCode = "422", description = "Nothing was written: outcome.lines says which line, and why.")
    public Response submit(@QueryParam("dryRun") @DefaultValue("false") boolean dryRun, InputStream body)
            throws IOException {
        SubmissionDocument document = Json.read(body, SubmissionDocument.class);
        limit.require("lines", document.lines() == null ? 0 : document.lines().size());
        Submission submission = document.submission();
        if (dryRun) {
            return answer(Response.Status.OK, submissions.dryRun(submission));
        }
        try {
            return answer(Response.Status.CREATED, submissions.submit(submission));
        } catch (Submissions.Refused refused) {
            throw new ProblemException(new Problem(
                    refused.isConflict() ? 409 : 422,
                    String.valueOf(refused.getMessage()),
                    Map.of("outcome", Json.tree(OutcomeDocument.of(refused.outcome())))));
        }
    }

    private static Response answer(Response.Status status, Outcome outcome) {
        return Response.status(status)
                .entity(Json.write(OutcomeDocument.of(outcome)))
                .build();
    }

    @GET
    @Operation(
            summary = "The latest submissions",
            description = "The latest hundred of those that you may see, the newest first, without their lines; "
                    + "before=next asks for the hundred before them.")
    public byte[] latest(@QueryParam("before") @Nullable Long before) {
        Submissions.Page page = submissions.before(before == null ? Long.MAX_VALUE : before, AT_ONCE);
        return Json.write(new ListDocument(
                page.submissions().stream().map(OutcomeDocument::of).toList(),
                page.next().orElse(null)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One submission, with what stood there before and what it wrote")
    @APIResponse(responseCode = "404", description = "There is no such submission that you may see.")
    public byte[] one(@PathParam("id") long id) {
        return Json.write(OutcomeDocument.of(submissions.find(id)));
    }

    @POST
    @Needs(Action.APPROVE)
    @Path("{id}/approve")
    @Operation(summary = "Say that the figures of a submission are right")
    public byte[] approve(@PathParam("id") long id) {
        return Json.write(OutcomeDocument.of(submissions.approve(id)));
    }

    @POST
    @Needs(Action.APPROVE)
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take the figures of a submission back",
            description = "What stood there before stands there again.")
    @APIResponse(
            responseCode = "409",
            description = "A figure was changed since, is locked, or belongs to an older version.")
    public byte[] reject(@PathParam("id") long id, InputStream body) throws IOException {
        String reason = Json.read(body, Rejection.class).reason();
        return Json.write(OutcomeDocument.of(submissions.reject(id, reason == null ? "" : reason)));
    }
}
