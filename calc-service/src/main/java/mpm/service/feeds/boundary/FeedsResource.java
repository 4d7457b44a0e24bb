package mpm.service.feeds.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.catalogue.Call;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.plan.Sha256;
import mpm.service.calculation.control.Calculations;
import mpm.service.configuration.Settings;
import mpm.service.configuration.Version;
import mpm.service.feeds.control.AuditFeed;
import mpm.service.feeds.control.Feed;
import mpm.service.feeds.control.Feeds;
import mpm.service.feeds.control.Filters;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.permission.control.Needs;
import mpm.service.plan.control.Plans;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.service.storage.control.DataVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stored data for Excel without the add-in, and for whatever else reads tables. */
@Path("feeds")
@RequestScoped
@Needs(Action.READ)
@Tag(name = "Feeds", description = "Stored data as flat tables, for Excel's own connections.")
public class FeedsResource {

    private static final String FILTERS = "Its parameters are the filters that /api/v1/feeds lists.";
    private static final int ATTEMPTS = 3;

    @Inject
    Feeds feeds;

    @Inject
    AuditFeed audit;

    @Inject
    Plans plans;

    @Inject
    DataVersion dataVersion;

    @Inject
    Calculations calculations;

    @Inject
    Caller caller;

    @Inject
    Settings settings;

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it.
    UriInfo uri;

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it.
    Request request;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The feeds",
            description = "Each with its columns and filters, and with the addresses of its tables and connections.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FeedDocument.class)))
    public byte[] all() {
        String below = address() + "/api/v1/feeds";
        return Json.write(Map.of(
                "feeds",
                feeds.all().stream().map(feed -> FeedDocument.of(feed, below)).toList(),
                "value",
                below + "/value?metric=LEADS&org=MKT&period=FY2027-Q1&scenario=ACTUAL"));
    }

    @GET
    @Path("{feed}.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "A feed as CSV", description = FILTERS)
    @APIResponse(responseCode = "413", description = "There are more rows than a sheet of Excel holds.")
    public Response csv(@PathParam("feed") String feed) throws IOException {
        return table(find(feed), Form.CSV);
    }

    @GET
    @Path("{feed}.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A feed as a JSON list", description = FILTERS)
    @APIResponse(responseCode = "413", description = "There are more rows than a sheet of Excel holds.")
    public Response json(@PathParam("feed") String feed) throws IOException {
        return table(find(feed), Form.JSON);
    }

    @GET
    @Path("audit.csv")
    @Needs(Action.READ_AUDIT)
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "The audit trail as CSV", description = FILTERS)
    public Response auditCsv() throws IOException {
        return table(audit, Form.CSV);
    }

    @GET
    @Path("audit.json")
    @Needs(Action.READ_AUDIT)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The audit trail as a JSON list", description = FILTERS)
    public Response auditJson() throws IOException {
        return table(audit, Form.JSON);
    }

    @GET
    @Path("{feed}.odc")
    @Produces("text/x-ms-odc;charset=UTF-8")
    @Operation(
            summary = "A connection to a feed that Excel opens",
            description =
                    "The filters of its address are those of the feed. It holds no credential: Excel asks for one.")
    public Response connection(@PathParam("feed") String feed) {
        PowerQuery connection = powerQuery(find(feed));
        return attachment(connection.file(), connection.feed(), "odc").build();
    }

    @GET
    @Path("{feed}.pq")
    @Produces("text/plain;charset=UTF-8")
    @Operation(summary = "The same connection as text, for Power Query's advanced editor")
    public String query(@PathParam("feed") String feed) {
        return powerQuery(find(feed)).query();
    }

    @GET
    @Path("value")
    @Produces("text/plain;charset=UTF-8")
    @Operation(
            summary = "One figure as text, for Excel's WEBSERVICE",
            description = "What MPM.GET shows: a number with a point, or the name of an error, such as #N/A.")
    @APIResponse(responseCode = "422", description = "A parameter is missing.")
    public String value(
            @Parameter(description = "By its code or name.", required = true) @QueryParam("metric") @Nullable
                    String metric,
            @Parameter(description = "By its code or name.", required = true) @QueryParam("org") @Nullable String org,
            @Parameter(description = "Such as FY2027-Q1 or YTD:FY2027-P08.", required = true)
                    @QueryParam("period")
                    @Nullable
                    String period,
            @Parameter(description = "By its code or name.", required = true) @QueryParam("scenario") @Nullable
                    String scenario,
            @QueryParam("version") @Nullable String version,
            @QueryParam("currency") @Nullable String currency,
            @Parameter(description = "What is answered where there is no figure.") @QueryParam("missing") @Nullable
                    String missing) {
        List<Cell> arguments = Stream.of(
                        required("metric", metric),
                        required("org", org),
                        required("period", period),
                        required("scenario", scenario),
                        optional(version),
                        optional(currency),
                        optional(missing))
                .toList();
        return calculations
                .calculation()
                .results(List.of(new Call("GET", arguments)), DateSystem.FROM_1900)
                .get(0)
                .value()
                .cell(0)
                .shown();
    }

    private static Cell required(String name, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new ProblemException(Problem.of(
                    422,
                    "%s is missing: ask for /api/v1/feeds/value?metric=LEADS&org=MKT&period=FY2027-Q1&scenario=ACTUAL."
                            .formatted(name)));
        }
        return Cell.of(given);
    }

    private static Cell optional(@Nullable String given) {
        return given == null ? Cell.blank() : Cell.of(given);
    }

    private Feed<?> find(String name) {
        return feeds.find(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "There is no feed of this name: there are %s."
                                .formatted(feeds.all().stream().map(Feed::name).collect(Collectors.joining(", "))))));
    }

    /** The table, or 304 for a client that has it. It is read again where someone wrote meanwhile, for it may hold half of that. */
    private Response table(Feed<?> feed, Form form) throws IOException {
        Filters filters = filters(feed);
        for (int attempt = 1; true; attempt++) {
            // First the version, then the data: DataVersion.read says why.
            long version = dataVersion.read();
            EntityTag tag = tag(version);
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            if (unchanged != null) {
                return tagged(unchanged, tag);
            }
            PackedTable table = PackedTable.of(feed, form, feed.rows(plans.view(), filters));
            if (attempt == ATTEMPTS || dataVersion.read() == version) {
                return tagged(
                        attachment((StreamingOutput) table::writeTo, feed, form.ending())
                                .type(form.mediaType()),
                        tag);
            }
        }
    }

    private static Response tagged(Response.ResponseBuilder answer, EntityTag tag) {
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static Response.ResponseBuilder attachment(Object content, Feed<?> feed, String ending) {
        return Response.ok(content)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"MPM %s.%s\"".formatted(feed.name(), ending));
    }

    /** The same for the same data, the same reader, and the same day: units and promises come and go with the days. */
    private EntityTag tag(long version) {
        return new EntityTag(Sha256.hex(String.join(
                        "\n",
                        Version.TEXT,
                        Long.toString(version),
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        caller.id(),
                        caller.grants().toString()))
                .substring(0, 22));
    }

    private PowerQuery powerQuery(Feed<?> feed) {
        return new PowerQuery(address(), feed, filters(feed).parameters());
    }

    private Filters filters(Feed<?> feed) {
        return Filters.of(
                feed,
                uri.getQueryParameters().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().get(0))));
    }

    /** Where Excel reaches the service: of a service that only this computer reaches, where it was asked just now. */
    private String address() {
        return settings.signIn().isPresent()
                ? settings.publicAddress().toString()
                : uri.getBaseUri().resolve("/").toString().replaceFirst("/$", "");
    }
}
