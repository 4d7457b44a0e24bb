package mpm.service.operation.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import mpm.service.configuration.Settings;
import mpm.service.json.Json;
import mpm.service.operation.control.ServiceState;
import mpm.service.permission.control.Open;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of this service, for whoever uses it. */
@Path("service")
@RequestScoped
@Open
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service", description = "The state of this service.")
public class ServiceResource {

    @Inject
    Settings settings;

    @GET
    @Operation(summary = "Version, data and reach of this service")
    public byte[] state() {
        return Json.write(ServiceState.of(settings));
    }
}
