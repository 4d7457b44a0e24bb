package mpm.service.imports.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.plan.SourceLine;
import mpm.service.imports.control.Imports;
import mpm.service.json.Json;
import mpm.service.ledger.entity.SourceLineRow;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.workbook.recalculation.WorkbookRefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of what happened. */
@Path("import")
@RequestScoped
@Needs(Action.IMPORT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Import", description = "Ledgers, purchase orders and figures in files: read, mapped, applied.")
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";
    private static final int FILES_AT_ONCE = 100;
    private static final int LINES_AT_ONCE = 500;

    /** How a file is applied. */
    record Application(boolean leaveOutUnreadable) {}

    /** Why a line belongs nowhere. */
    record Rejection(@Nullable String reason) {}

    /** A line as it travels. */
    record LineDocument(
            long file,
            int line,
            String status,
            @Nullable String reason,
            String source,
            String document,
            String date,
            String account,
            String vendor,
            String campaign,
            String costCentre,
            BigDecimal amount,
            String currency,
            String scenario,
            @Nullable String metric,
            @Nullable String org,
            String period) {

        static LineDocument of(SourceLineRow row) {
            SourceLine line = row.plan();
            return new LineDocument(
                    row.importId(),
                    row.place(),
                    row.status().name(),
                    row.reason().isEmpty() ? null : row.reason(),
                    line.source(),
                    line.document(),
                    line.date().date().toString(),
                    line.account(),
                    line.vendor(),
                    line.campaign(),
                    row.costCentre(),
                    line.amount(),
                    line.currency(),
                    line.scenario(),
                    line.metric().isEmpty() ? null : line.metric(),
                    line.unit().isEmpty() ? null : line.unit(),
                    line.period());
        }
    }

    @Inject
    Imports imports;

    @POST
    @Path("{source}")
    @Consumes({CSV, XLSX, XLSM})
    @Operation(summary = "Send a file and see how it would be read", description = """
                    {source} is the system that it comes from: SAP. The answer shows how the file was read, its columns and first
                    lines, the mapping that is proposed, a sentence for each line that cannot be applied, and control totals by
                    account. Nothing counts until the file is applied. A file that was applied already is answered as it stands.""")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = XLSM, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "201", description = "How the file would be applied.")
    @APIResponse(responseCode = "200", description = "The file was applied before.")
    @APIResponse(responseCode = "413", description = "The workbook is over a limit; the detail names it.")
    @APIResponse(responseCode = "422", description = "It is no table that can be read; the detail says why.")
    public Response receive(
            @PathParam("source") String source,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("sheet") @Nullable String sheet,
            @QueryParam("encoding") @Nullable String encoding,
            @QueryParam("separator") @Nullable String separator,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body)
            throws IOException {
        boolean isText = MediaType.valueOf(type).isCompatible(MediaType.valueOf(CSV));
        if (separator != null && separator.length() != 1) {
            throw new ProblemException(Problem.of(400, "separator is one character, such as ; or %09 for a tab."));
        }
        try {
            Imports.Preview preview = imports.receive(
                    new Imports.Sent(
                            source,
                            name,
                            !isText,
                            Optional.ofNullable(sheet),
                            Optional.ofNullable(encoding),
                            Optional.ofNullable(separator).map(text -> text.charAt(0))),
                    body.readAllBytes());
            return Response.status(preview.file().isApplied() ? Response.Status.OK : Response.Status.CREATED)
                    .entity(json(preview))
                    .build();
        } catch (WorkbookRefusedException e) {
            String sentence = String.valueOf(e.getMessage());
            throw new ProblemException(
                    e.limit() > 0 ? Problem.tooLarge(sentence, e.limit()) : Problem.of(422, sentence));
        }
    }

    @GET
    @Path("files")
    @Operation(summary = "The latest hundred files")
    public byte[] files() {
        return Json.write(Map.of(
                "files",
                imports.files(FILES_AT_ONCE).stream()
                        .map(PreviewDocument.FileDocument::of)
                        .toList()));
    }

    @GET
    @Path("files/{id}")
    @Operation(summary = "One file, as it would be applied or was")
    @APIResponse(responseCode = "404", description = "There is no such file.")
    public byte[] file(@PathParam("id") long id) {
        return json(imports.find(id));
    }

    @PUT
    @Path("files/{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say how the files of its system are read", description = """
                    columns: the column of each field. metrics: the metric of an account; an account that is called as a metric
                    needs none. units: the unit of a cost centre or campaign, * for all others. decimals: POINT or COMMA. dates:
                    DMY, MDY or YMD. It replaces what was said before, and is proposed for the next file of the system.""")
    public byte[] map(@PathParam("id") long id, InputStream body) throws IOException {
        return json(imports.map(id, Json.read(body, MappingDocument.class).mapping()));
    }

    @POST
    @Path("files/{id}/apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Apply a file", description = """
                    All lines count, or none; with leaveOutUnreadable those that can be read. The lines of a document that is there
                    already are replaced. The sum of the lines at an address is the figure there. A line whose account or cost centre is not
                    mapped is kept and listed; apply the file again when the mapping knows it.""")
    @APIResponse(
            responseCode = "409",
            description = "Nothing was applied: a line cannot be read, or its period is closed.")
    public byte[] apply(@PathParam("id") long id, InputStream body) throws IOException {
        return json(imports.apply(id, Json.read(body, Application.class).leaveOutUnreadable()));
    }

    @DELETE
    @Path("files/{id}")
    @Operation(summary = "Forget a file that was not applied")
    @APIResponse(responseCode = "409", description = "It was applied.")
    public byte[] forget(@PathParam("id") long id) {
        imports.remove(id);
        return files();
    }

    @GET
    @Path("lines")
    @Operation(
            summary = "Lines of files that were applied",
            description =
                    "status is UNMAPPED, MAPPED or REJECTED. Five hundred at once, behind a line of a file. sums are of all "
                            + "lines that are not mapped or were rejected, by currency.")
    public byte[] lines(
            @QueryParam("status") @DefaultValue("UNMAPPED") SourceLineRow.Status status,
            @QueryParam("file") long file,
            @QueryParam("line") int line) {
        List<LineDocument> lines = imports.lines(status, file, line, LINES_AT_ONCE).stream()
                .map(LineDocument::of)
                .toList();
        return Json.write(Map.of("lines", lines, "sums", imports.sums(status)));
    }

    @POST
    @Path("files/{id}/lines/{line}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that a line that is not mapped belongs nowhere")
    public byte[] reject(@PathParam("id") long id, @PathParam("line") int line, InputStream body) throws IOException {
        String reason = Json.read(body, Rejection.class).reason();
        imports.reject(id, line, reason == null ? "" : reason.strip());
        return file(id);
    }

    private static byte[] json(Imports.Preview preview) {
        return Json.write(PreviewDocument.of(preview));
    }
}
