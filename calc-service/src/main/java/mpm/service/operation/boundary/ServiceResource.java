package mpm.service.operation.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import mpm.functions.Functions;
import mpm.service.configuration.Settings;
import mpm.service.json.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The state of this service, for whoever uses it. */
@Path("service")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service", description = "The state of this service.")
public class ServiceResource {

    /**
     * The state.
     *
     * @param dataDirectory where the data lies, if it lies in files of this service
     * @param reach who can reach the service, in words
     * @param functions how many there are
     */
    record State(
            String version,
            String database,
            @Nullable String dataDirectory,
            String reach,
            int functions,
            String publicAddress) {}

    @Inject
    Settings settings;

    @GET
    @Operation(summary = "Version, data and reach of this service")
    public byte[] state() {
        boolean isInFiles = settings.databaseKind().equals("Derby");
        return Json.write(new State(
                Version.TEXT,
                settings.databaseKind(),
                isInFiles ? settings.dataDirectory().toString() : null,
                // The start refuses any other reach.
                "this computer only",
                Functions.CATALOGUE.functions().size(),
                settings.publicAddress().toString()));
    }
}
