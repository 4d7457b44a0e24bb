package mpm.service.access.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import mpm.service.access.control.Issuer;
import mpm.service.access.control.IssuerOutOfReach;
import mpm.service.configuration.Settings;
import mpm.service.configuration.SignIn;
import mpm.service.json.Json;
import mpm.service.permission.control.Open;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the task pane must know to sign its user in: nothing of it is a secret. */
@Path("sign-in")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "Who asks, and what they may.")
public class SignInResource {

    /**
     * How to sign in.
     *
     * @param required whether anybody must; where not, the service belongs to the user of its computer
     */
    record Offer(
            boolean required,
            @Nullable String issuer,
            @Nullable String client,
            @Nullable String scope,
            @Nullable String authorizationEndpoint,
            @Nullable String tokenEndpoint) {

        static final Offer NOT_NEEDED = new Offer(false, null, null, null, null, null);
    }

    @Inject
    Settings settings;

    @Inject
    Issuer issuer;

    @GET
    @Open
    @Operation(
            summary = "How to sign in",
            description = "By authorisation code with PKCE, as a public client of the OpenID provider.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Offer.class)))
    @APIResponse(responseCode = "503", description = "The OpenID provider does not answer.")
    public byte[] offer() {
        return Json.write(settings.signIn().map(this::offer).orElse(Offer.NOT_NEEDED));
    }

    private Offer offer(SignIn signIn) {
        try {
            Issuer.Endpoints endpoints = issuer.endpoints(signIn);
            return new Offer(
                    true,
                    signIn.issuer().toString(),
                    signIn.client(),
                    signIn.scope(),
                    endpoints.authorization().toString(),
                    endpoints.token().toString());
        } catch (IssuerOutOfReach e) {
            throw new ProblemException(Problem.of(503, String.valueOf(e.getMessage())));
        }
    }
}
