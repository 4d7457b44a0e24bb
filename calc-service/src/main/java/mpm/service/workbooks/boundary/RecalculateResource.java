package mpm.service.workbooks.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.service.workbooks.control.Recalculations;
import mpm.workbook.recalculation.Recalculated;
import mpm.workbook.recalculation.WorkbookRefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A workbook in, the same workbook with fresh values out. */
@Path("workbooks/recalculate")
@RequestScoped
@Needs(Action.CALCULATE)
@Tag(name = "Workbooks", description = "Whole workbooks, computed where no Excel is.")
public class RecalculateResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";

    @Inject
    Recalculations recalculations;

    @POST
    @Consumes({XLSX, XLSM})
    @Produces({XLSX, XLSM, MediaType.APPLICATION_JSON})
    @Operation(summary = "Recalculate a workbook", description = """
        Every formula is computed, those with MPM functions in either spelling among them, and the workbook comes
        back with fresh values and nothing else changed. A formula that cannot be computed here keeps its value and
        spoils no other; the report names it. What is not reached in time keeps its value as well.\
        """)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = XLSM, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The workbook, or the report.",
            content = {
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = XLSM, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportDocument.class))
            })
    @APIResponse(responseCode = "400", description = "A parameter has another value than those it can have.")
    @APIResponse(responseCode = "413", description = "The workbook is over a limit; the detail names it.")
    @APIResponse(responseCode = "415", description = "The content type is not that of a workbook.")
    @APIResponse(responseCode = "422", description = "It is no workbook that can be recalculated; the detail says why.")
    @APIResponse(responseCode = "503", description = "Other workbooks took all the time that there is: try again.")
    public Response recalculate(
            @Parameter(description = "only: values stand in the place of formulas, for those without the add-in.")
                    @QueryParam("values")
                    @Nullable
                    String values,
            @Parameter(description = "json: the answer says what changed and what failed, instead of the workbook.")
                    @QueryParam("report")
                    @Nullable
                    String report,
            InputStream body)
            throws IOException {
        boolean valuesOnly = isSet("values", "only", values);
        boolean reported = isSet("report", "json", report);
        byte[] workbook = body.readAllBytes();
        try {
            return recalculations.recalculated(
                    workbook, recalculated -> reported ? report(recalculated) : file(recalculated, valuesOnly));
        } catch (WorkbookRefusedException e) {
            String sentence = String.valueOf(e.getMessage());
            throw new ProblemException(
                    e.limit() > 0 ? Problem.tooLarge(sentence, e.limit()) : Problem.of(422, sentence));
        } catch (Recalculations.BusyException e) {
            throw new ProblemException(Problem.of(
                    503, "Other workbooks are being recalculated, and it takes long: try again in a minute."));
        }
    }

    private static boolean isSet(String parameter, String word, @Nullable String given) {
        if (given != null && !given.equals(word)) {
            throw new ProblemException(Problem.of(400, "%s can be “%s” or be left out.".formatted(parameter, word)));
        }
        return given != null;
    }

    private static Response report(Recalculated recalculated) {
        return Response.ok(Json.write(ReportDocument.of(recalculated.report())), MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response file(Recalculated recalculated, boolean valuesOnly) {
        boolean hasMacros = recalculated.hasMacros();
        return Response.ok(valuesOnly ? recalculated.valuesOnly() : recalculated.workbook(), hasMacros ? XLSM : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(valuesOnly ? "values" : "recalculated", hasMacros ? "xlsm" : "xlsx"))
                .build();
    }
}
