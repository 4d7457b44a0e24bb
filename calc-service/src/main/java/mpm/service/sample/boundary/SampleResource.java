package mpm.service.sample.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.sample.control.Sample;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sample company. */
@Path("sample")
@RequestScoped
@Needs(Action.ADMINISTER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sample", description = "One organisation to begin with.")
public class SampleResource {

    @Inject
    Sample sample;

    @POST
    @Operation(
            summary = "Load the sample company",
            description =
                    "With its units, metrics, plan, ledger, commitments and peers, eight months into fiscal year 2027.")
    @APIResponse(
            responseCode = "201",
            description = "Loaded: try MPM.GET(\"MKT_SPEND\", \"EMEA\", \"FY2027-P01\", \"ACTUAL\").")
    @APIResponse(responseCode = "409", description = "The service has data of its own.")
    public Response load() {
        sample.load();
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(Map.of("loaded", true)))
                .build();
    }
}
