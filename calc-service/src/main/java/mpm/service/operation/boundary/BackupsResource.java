package mpm.service.operation.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import mpm.service.json.Json;
import mpm.service.operation.control.Backup;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Copies of the data. */
@Path("backups")
@RequestScoped
@Needs(Action.ADMINISTER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service")
public class BackupsResource {

    @Inject
    Backup backup;

    @POST
    @Operation(
            summary = "Copy the database",
            description = "Into the folder backups of the data directory, while the service goes on.")
    @APIResponse(responseCode = "201", description = "Made: the answer says where.")
    @APIResponse(responseCode = "409", description = "The data lie in PostgreSQL, which has programs for it.")
    public Response make() {
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(Map.of("backup", backup.make().toString())))
                .build();
    }
}
