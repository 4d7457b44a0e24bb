package mpm.service.functions.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import mpm.catalogue.Definition;
import mpm.catalogue.Spelling;
import mpm.functions.Functions;
import mpm.service.json.Json;
import mpm.service.json.Tagged;
import mpm.service.permission.control.Open;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue as data: what the task pane, the playground and the guide show. */
@Path("functions")
@RequestScoped
@Open
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Functions", description = "The catalogue of worksheet functions.")
public class FunctionsResource {

    /** The whole catalogue. */
    record Catalogue(String namespace, List<FunctionDocument> functions) {}

    /** Made once: the catalogue does not change while the service runs. */
    private static final Tagged ALL = Tagged.of(Json.write(new Catalogue(
            Spelling.NAMESPACE,
            Functions.CATALOGUE.functions().stream().map(FunctionDocument::of).toList())));

    @GET
    @Operation(summary = "Every function", description = "In the order of the success factors.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Catalogue.class)))
    @APIResponse(responseCode = "304", description = "It is as the request has it.")
    public Response all(@Context Request request) {
        return ALL.answer(request);
    }

    @GET
    @Path("{name}")
    @Operation(
            summary = "One function",
            description = "By its name in any case: with MPM., without it, or as Excel stores it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FunctionDocument.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no function of this name; the detail names those like it.")
    public Response one(@PathParam("name") String name, @Context Request request) {
        Definition function = Functions.CATALOGUE.find(name).orElseThrow(() -> unknown(name));
        return Tagged.of(Json.write(FunctionDocument.of(function))).answer(request);
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(Problem.of(404, Functions.CATALOGUE.unknown(name)));
    }
}
