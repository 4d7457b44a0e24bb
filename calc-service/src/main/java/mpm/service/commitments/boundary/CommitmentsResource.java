package mpm.service.commitments.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.cell.Moment;
import mpm.plan.Commitment;
import mpm.service.commitments.control.Commitments;
import mpm.service.figures.control.Amounts;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.plan.entity.Serials;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people promise. */
@Path("commitments")
@RequestScoped
@Needs(Action.COMMIT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments", description = "What people promise: never changed, only revised.")
public class CommitmentsResource {

    /** A commitment that is made. */
    record NewCommitment(
            @Nullable String id,
            @Nullable @Size(max = 200) String owner,
            @Nullable String metric,
            @Nullable String org,
            @Nullable LocalDate due,
            @Nullable BigDecimal value,
            @Nullable Double tolerance,
            @Nullable Double confidence,
            @Nullable @Size(max = 2_000) String positive,
            @Nullable @Size(max = 2_000) String negative) {

        Commitment commitment() {
            if (id == null || owner == null || metric == null || org == null || due == null || value == null) {
                throw refused("A commitment has id, owner, metric, org, due and value, all of them.");
            }
            return new Commitment(
                    id.strip(),
                    owner,
                    metric,
                    org,
                    Moment.of(due),
                    tolerance == null ? 0 : tolerance,
                    Optional.ofNullable(confidence),
                    positive == null ? "" : positive,
                    negative == null ? "" : negative,
                    List.of(new Commitment.Revision(
                            Serials.of(Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                            kept(value).doubleValue())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Another value, or the value that came. */
    record Value(
            @Nullable BigDecimal value,
            @Nullable @Size(max = 2_000) String reason) {

        BigDecimal required() {
            if (value == null) {
                throw refused("value is missing: send a number.");
            }
            return kept(value);
        }
    }

    /** A commitment as it travels. */
    record CommitmentDocument(
            String id,
            String owner,
            String metric,
            String org,
            String due,
            double tolerance,
            @Nullable Double confidence,
            String positive,
            String negative,
            List<Promise> promises,
            @Nullable String acceptedAt,
            @Nullable String disclosedAt,
            @Nullable Double disclosed,
            @Nullable String closedAt) {

        static CommitmentDocument of(Commitment commitment) {
            return new CommitmentDocument(
                    commitment.id(),
                    commitment.owner(),
                    commitment.metric(),
                    commitment.unit(),
                    commitment.due().date().toString(),
                    commitment.tolerance(),
                    commitment.confidence().orElse(null),
                    commitment.positive(),
                    commitment.negative(),
                    commitment.revisions().stream()
                            .map(each -> new Promise(text(each.at()), each.value()))
                            .toList(),
                    commitment.accepted().map(CommitmentsResource::text).orElse(null),
                    commitment.disclosed().map(each -> text(each.at())).orElse(null),
                    commitment.disclosed().map(Commitment.Disclosure::value).orElse(null),
                    commitment.closed().map(CommitmentsResource::text).orElse(null));
        }
    }

    /** What was promised, and when. */
    record Promise(String at, double value) {}

    @Inject
    Commitments commitments;

    @GET
    @Needs(Action.READ)
    @Operation(summary = "The commitments of the units that you may read, by their due date")
    public byte[] all() {
        return Json.write(Map.of(
                "commitments",
                commitments.all().stream().map(CommitmentDocument::of).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a commitment")
    @APIResponse(responseCode = "409", description = "There is one of this id.")
    public Response make(InputStream body) throws IOException {
        commitments.make(Json.read(body, NewCommitment.class).commitment());
        return Response.status(Response.Status.CREATED).entity(all()).build();
    }

    @POST
    @Path("{id}/accept")
    @Operation(summary = "Accept a commitment")
    public byte[] accept(@PathParam("id") String id) {
        commitments.accept(id);
        return all();
    }

    @POST
    @Path("{id}/revise")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Promise another value",
            description = "For a reason; what was promised before stays on record.")
    public byte[] revise(@PathParam("id") String id, InputStream body) throws IOException {
        Value value = Json.read(body, Value.class);
        commitments.revise(id, value.required(), value.reason() == null ? "" : value.reason());
        return all();
    }

    @POST
    @Path("{id}/disclose")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say what came")
    public byte[] disclose(@PathParam("id") String id, InputStream body) throws IOException {
        commitments.disclose(id, Json.read(body, Value.class).required());
        return all();
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Close a commitment: its consequences are drawn")
    public byte[] close(@PathParam("id") String id) {
        commitments.close(id);
        return all();
    }

    /** Rounded as figures are: of what has more decimals one database would keep something else than the other. */
    private static BigDecimal kept(BigDecimal value) {
        return Amounts.requireKept("value", value).setScale(Amounts.DECIMALS, RoundingMode.HALF_UP);
    }

    private static String text(Moment at) {
        return Serials.instant(at).toString();
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(422, sentence));
    }
}
