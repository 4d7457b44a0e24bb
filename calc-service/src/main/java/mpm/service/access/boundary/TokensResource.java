package mpm.service.access.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.service.access.control.CurrentCaller;
import mpm.service.access.control.Identity;
import mpm.service.access.control.PersonalTokens;
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

/** Personal access tokens: by which Excel's own connections, and programs, read in a person's name. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class TokensResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PersonalTokens tokens;

    @GET
    @Needs(Action.KEEP_TOKENS)
    @Operation(summary = "My tokens", description = "The newest first, without the tokens themselves.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenDocument.class)))
    public byte[] mine() {
        return Json.write(documents(tokens.of(caller.identity())));
    }

    @GET
    @Path("everyone")
    @Needs(Action.ADMINISTER)
    @Operation(summary = "The tokens of all users", description = "The newest first, without the tokens themselves.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenDocument.class)))
    public byte[] everyones() {
        return Json.write(documents(tokens.all()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Action.KEEP_TOKENS)
    @Operation(
            summary = "Make a token",
            description =
                    "The token itself is in this answer and never again. It reads what its scope opens of what its "
                            + "owner may read at the time, and never writes.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WantedToken.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TokenDocument.class)))
    @APIResponse(responseCode = "422", description = "A member of the document is not as it should be.")
    public Response make(InputStream body) throws IOException {
        WantedToken wanted = Json.read(body, WantedToken.class);
        PersonalTokens.Made made =
                tokens.make(caller.identity(), wanted.requireName(), wanted.requireScope(), wanted.requireEnd());
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(TokenDocument.of(made.stored(), made.token())))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Needs(Action.KEEP_TOKENS)
    @Operation(summary = "Revoke a token", description = "It ends at once. An administrator may revoke anybody's.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    @APIResponse(responseCode = "404", description = "There is no such token, or it is somebody else's.")
    public Response revoke(@PathParam("id") String id) {
        Identity who = caller.identity();
        boolean revoked = tokens.revoke(id, who.may(Action.ADMINISTER, "tokens") ? Optional.empty() : Optional.of(who));
        if (!revoked) {
            throw new ProblemException(
                    Problem.of(404, "You have no such token: GET /api/v1/tokens lists those you have."));
        }
        return Response.noContent().build();
    }

    private static Map<String, List<TokenDocument>> documents(List<PersonalTokens.Stored> stored) {
        return Map.of(
                "tokens",
                stored.stream().map(each -> TokenDocument.of(each, null)).toList());
    }
}
