package mpm.service.calculation.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import mpm.service.calculation.control.Batch;
import mpm.service.configuration.Settings;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Batches of calls: what the add-in sends for the cells of a workbook. */
@Path("calculate")
@RequestScoped
@Needs(Action.CALCULATE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calculation", description = "The worksheet functions, called.")
public class CalculateResource {

    @Inject
    Batch batch;

    @Inject
    Settings settings;

    @POST
    @Operation(summary = "Compute a batch of calls", description = """
                    A call names a function, with or without MPM. and in any case, and its arguments by position. A cell is a
                    number, a text, true or false, null for a blank, or {"error":"#N/A"}; a range is a list of rows. Dates are
                    Excel serials of the 1900 system, or of the 1904 system with "date1904":true beside calls. A call that fails
                    answers {"error":"#DIV/0!","message":"…"} in its place and never fails the batch. Notes of a right value stand
                    beside it. A blank comes out as "". With "workbook":"its id" beside calls, MPM.PUT knows which versions of the
                    figures a linked workbook has read.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "one call",
                                            value =
                                                    "{\"calls\":[{\"function\":\"VARIANCE\",\"arguments\":[120,100]}]}")))
    @APIResponse(
            responseCode = "200",
            description =
                    "A result for every call, in order, and the version of the stored data they were computed from; where any were "
                            + "read, asOf says when.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "one result",
                                            value = "{\"results\":[{\"value\":20}],\"dataVersion\":0}")))
    @APIResponse(responseCode = "400", description = "The request is not readable as JSON.")
    @APIResponse(responseCode = "413", description = "More calls, cells or bytes than a request may have.")
    @APIResponse(responseCode = "422", description = "A call is not as it should be; the detail names it.")
    public byte[] calculate(InputStream body) throws IOException {
        CallReader.Batch read = CallReader.read(body, settings.limits());
        return ResultWriter.written(batch.answers(read.calls(), read.dates(), read.workbook()), read.dates());
    }
}
