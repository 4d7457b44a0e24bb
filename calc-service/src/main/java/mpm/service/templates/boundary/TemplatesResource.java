package mpm.service.templates.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import mpm.service.json.Json;
import mpm.service.json.Tagged;
import mpm.service.permission.control.Open;
import mpm.service.templates.control.Workbooks;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Template;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The templates as data: what the playground and the task pane offer. */
@Path("templates")
@RequestScoped
@Open
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates", description = "The workbooks that a planner starts from.")
public class TemplatesResource {

    /** Every template, and the parameters that each of them takes. */
    record Gallery(List<Offer> templates, List<OfferedParameter> parameters) {}

    /**
     * A template.
     *
     * @param workbook where its .xlsx file is
     */
    record Offer(
            String id,
            String title,
            String purpose,
            List<String> questions,
            List<OfferedSheet> sheets,
            String workbook) {}

    record OfferedSheet(
            String name, String purpose, @Nullable String picture) {}

    /**
     * What can be said in the address of a workbook.
     *
     * @param otherwise what counts where it is not given
     */
    record OfferedParameter(String name, String meaning, String otherwise) {}

    @Inject
    Workbooks workbooks;

    @GET
    @Operation(summary = "Every template", description = "In the gallery's order, and the parameters they take.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Gallery.class)))
    @APIResponse(responseCode = "304", description = "It is as the request has it.")
    public Response all(@Context Request request) {
        Gallery gallery = new Gallery(
                Templates.ALL.stream().map(this::offer).toList(),
                Arrays.stream(TemplateParameter.values())
                        .map(each -> new OfferedParameter(each.word(), each.meaning(), each.otherwise()))
                        .toList());
        return Tagged.of(Json.write(gallery)).answer(request);
    }

    @GET
    @Path("{id}/sheets")
    @Operation(
            summary = "What the sheets of a template hold",
            description = "Its workbook for the sheet in a page: what a person would type into the cells, how "
                    + "they look, and which rules hold. It takes the workbook's own parameters.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SheetsDocument.class)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be read; the detail says which.")
    @APIResponse(responseCode = "404", description = "There is no such template.")
    public Response sheets(@PathParam("id") String id, @Context UriInfo address, @Context Request request) {
        Template template = TemplateFiles.template(id);
        return Tagged.of(Json.write(SheetsDocument.of(
                        workbooks.content(template, TemplateParameter.read(address.getQueryParameters())))))
                .answer(request);
    }

    private Offer offer(Template template) {
        return new Offer(
                template.id(),
                template.title(),
                template.purpose(),
                template.questions(),
                template.sheets().stream().map(sheet -> sheet(template, sheet)).toList(),
                "/templates/%s.xlsx".formatted(template.id()));
    }

    private OfferedSheet sheet(Template template, Template.SheetSummary sheet) {
        String picture = "/templates/%s/%s.png".formatted(template.id(), sheet.slug());
        return new OfferedSheet(sheet.name(), sheet.purpose(), workbooks.hasPicture(template, sheet) ? picture : null);
    }
}
