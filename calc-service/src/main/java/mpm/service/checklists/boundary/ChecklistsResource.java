package mpm.service.checklists.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import mpm.service.checklists.control.Checklists;
import mpm.service.checklists.control.Checklists.Stored;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checklist instances: what {@code MPM.CHECKLIST} reads when it is given a code. */
@Path("checklists")
@RequestScoped
@Needs(Action.READ_SHARED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checklists", description = "How far an organisation is with the annual planning checklist.")
public class ChecklistsResource {

    @Inject
    Checklists checklists;

    @GET
    @Operation(summary = "Every checklist", description = "By code, each with its version.")
    public byte[] all() {
        List<ChecklistDocument> documents =
                checklists.all().stream().map(ChecklistDocument::of).toList();
        return Json.write(Map.of("checklists", documents));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One checklist", description = "The code is taken in any case.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChecklistDocument.class)))
    @APIResponse(responseCode = "404", description = "No checklist has this code.")
    public byte[] one(@PathParam("code") String code) {
        ChecklistDocument.requireCode(code);
        return Json.write(checklists
                .find(code)
                .map(ChecklistDocument::of)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "There is no checklist %s: GET /api/v1/checklists lists those there are, and PUT creates one."
                                .formatted(code)))));
    }

    @PUT
    @Needs(Action.ENTER)
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create or replace a checklist",
            description = "As a whole. Without version it is created; to replace one, send the version that was read.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChecklistDocument.class)))
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "409", description = "It was changed since it was read, or is there already.")
    @APIResponse(responseCode = "422", description = "A member of the document is not as it should be.")
    public Response put(@PathParam("code") String code, InputStream body) throws IOException {
        ChecklistDocument.requireCode(code);
        ChecklistDocument document = Json.read(body, ChecklistDocument.class);
        document.requireSameCode(code);
        Stored stored = stored(code, document);
        return Response.status(stored.version() == 1 ? Response.Status.CREATED : Response.Status.OK)
                .entity(Json.write(ChecklistDocument.of(stored)))
                .build();
    }

    private Stored stored(String code, ChecklistDocument document) {
        try {
            return checklists.put(
                    code,
                    document.requireFiscalYearStart(),
                    document.requireOrganisation(),
                    document.requireDone(),
                    document.version());
        } catch (Checklists.Conflict conflict) {
            throw new ProblemException(Problem.of(409, String.valueOf(conflict.getMessage())));
        }
    }
}
