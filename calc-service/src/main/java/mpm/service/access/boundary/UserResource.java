package mpm.service.access.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import mpm.plan.Grant;
import mpm.service.access.control.CurrentCaller;
import mpm.service.access.control.Identity;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who asks, as the service knows them. */
@Path("user")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class UserResource {

    /** A user, by name. */
    record User(String name, List<GivenRole> roles) {

        static User of(Identity identity) {
            return new User(
                    identity.name(),
                    identity.grants().stream().map(GivenRole::of).toList());
        }
    }

    /**
     * A role, and where it holds.
     *
     * @param unit with all its parts; * for the whole organisation
     * @param kinds of scenarios; none for all
     * @param metrics none for all that are not restricted
     */
    record GivenRole(String role, String unit, List<String> kinds, List<String> metrics) {

        static GivenRole of(Grant grant) {
            return new GivenRole(
                    grant.role().name(),
                    grant.unit(),
                    grant.kinds().stream().map(Enum::name).sorted().toList(),
                    grant.metrics().stream().sorted().toList());
        }
    }

    @Inject
    CurrentCaller caller;

    @GET
    @Needs(Action.READ)
    @Operation(summary = "Who I am, and my roles")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = User.class)))
    public byte[] user() {
        return Json.write(User.of(caller.identity()));
    }
}
