package mpm.service.linkedworkbooks.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import mpm.plan.Entry;
import mpm.service.access.boundary.EntryLimit;
import mpm.service.json.Json;
import mpm.service.linkedworkbooks.control.LinkedWorkbooks;
import mpm.service.linkedworkbooks.entity.WorkbookRow;
import mpm.service.linkedworkbooks.entity.WorkbookRow.BindingRow;
import mpm.service.linkedworkbooks.entity.WorkbookRow.Direction;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The workbooks that read and enter figures. */
@Path("workbooks/linked")
@RequestScoped
@Needs(Action.LINK)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Linked workbooks", description = "The workbooks that read and enter figures.")
public class LinkedWorkbooksResource {

    /** A workbook as it travels; bindings are left out of lists. */
    record WorkbookDocument(
            @Nullable String id,
            @Nullable @Size(max = 200) String name,
            @Nullable String owner,
            @Nullable @Size(max = 64) String template,
            @Nullable @Size(max = 32) String templateVersion,
            @Nullable @Size(max = 1_000) String address,
            @Nullable String fingerprint,
            @Nullable String lastRefresh,
            @Nullable String lastSubmit,
            LinkedWorkbooks.@Nullable State state,
            @Nullable @Valid List<BindingDocument> bindings) {

        LinkedWorkbooks.Terms terms(String id) {
            return new LinkedWorkbooks.Terms(
                    id, stripped(name), stripped(template), stripped(templateVersion), stripped(address));
        }
    }

    /**
     * A cell as it travels, with the figure that stands in it.
     *
     * @param note whether it is the note of the figure that stands there
     */
    record BindingDocument(
            @Nullable @Size(max = 100) String sheet,
            @Nullable @Size(max = 100) String cell,
            boolean note,
            @Nullable String metric,
            @Nullable String org,
            @Nullable String period,
            @Nullable String scenario,
            @Nullable Direction direction,
            @Nullable Long lastRead) {

        static BindingDocument of(BindingRow row) {
            return new BindingDocument(
                    row.sheet(),
                    row.cell(),
                    row.bound().kind() == Entry.Kind.NOTE,
                    row.address().metric(),
                    row.address().unit(),
                    row.address().period(),
                    row.address().scenario(),
                    row.direction(),
                    row.lastRead());
        }

        LinkedWorkbooks.Binding binding() {
            return new LinkedWorkbooks.Binding(
                    text(sheet),
                    text(cell),
                    note ? Entry.Kind.NOTE : Entry.Kind.FIGURE,
                    text(metric),
                    text(org),
                    text(period),
                    text(scenario),
                    direction == null ? Direction.OUT : direction,
                    lastRead);
        }
    }

    @Inject
    EntryLimit limit;

    @Inject
    LinkedWorkbooks workbooks;

    private static WorkbookDocument document(
            WorkbookRow row, LinkedWorkbooks.@Nullable State state, @Nullable List<BindingDocument> bindings) {
        return new WorkbookDocument(
                row.id(),
                row.name(),
                row.owner(),
                row.template(),
                row.templateVersion(),
                row.address(),
                row.fingerprint(),
                row.lastRefresh() == null ? null : String.valueOf(row.lastRefresh()),
                row.lastSubmit() == null ? null : String.valueOf(row.lastSubmit()),
                state,
                bindings);
    }

    private byte[] whole(WorkbookRow row) {
        return Json.write(document(
                row,
                workbooks.states(List.of(row.id())).get(row.id()),
                row.bindings().stream().map(BindingDocument::of).toList()));
    }

    @GET
    @Needs(Action.READ_SHARED)
    @Operation(summary = "The workbooks that you have linked")
    public byte[] all() {
        List<WorkbookRow> all = workbooks.all();
        Map<String, LinkedWorkbooks.State> states =
                workbooks.states(all.stream().map(WorkbookRow::id).toList());
        return Json.write(Map.of(
                "workbooks",
                all.stream()
                        .map(row -> document(row, states.get(row.id()), null))
                        .toList()));
    }

    @GET
    @Needs(Action.READ_SHARED)
    @Path("{id}")
    @Operation(summary = "One workbook, with its cells")
    @APIResponse(responseCode = "404", description = "There is no such workbook that you have linked.")
    public byte[] one(@PathParam("id") String id) {
        return whole(workbooks.find(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Link a workbook, or say anew which figures stand in it",
            description =
                    "A binding is a cell, the labels of its figure, the direction (IN: entered there, OUT: read there, "
                            + "BOTH) and the row version that was last read: left out, it is the one that stands there now. With "
                            + "note, it is the note of the figure. What else is left out stays as it was.")
    public byte[] link(@PathParam("id") String id, InputStream body) throws IOException {
        WorkbookDocument document = Json.read(body, WorkbookDocument.class);
        List<BindingDocument> bindings = document.bindings();
        limit.require("bindings", bindings == null ? 0 : bindings.size());
        return whole(workbooks.link(
                document.terms(id),
                bindings == null
                        ? null
                        : bindings.stream().map(BindingDocument::binding).toList()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forget a workbook", description = "What was submitted from it stays.")
    public byte[] unlink(@PathParam("id") String id) {
        workbooks.unlink(id);
        return all();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
