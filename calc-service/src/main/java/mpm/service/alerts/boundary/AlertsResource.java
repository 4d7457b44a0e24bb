package mpm.service.alerts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mpm.service.alerts.control.Alerts;
import mpm.service.alerts.entity.AlertRow;
import mpm.service.alerts.entity.AlertRuleRow;
import mpm.service.alerts.entity.AlertRuleRow.Limits;
import mpm.service.alerts.entity.AlertRuleRow.Method;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is out of the ordinary, and how it is found. */
@Path("alerts")
@RequestScoped
@Needs(Action.READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts", description = "Figures that are watched, and what was out of the ordinary.")
public class AlertsResource {

    private static final int AT_ONCE = 200;
    private static final int PERIODS = 12;
    private static final double CONFIDENCE = 0.95;
    private static final double AMBER = 0.05;
    private static final double RED = 0.1;

    /**
     * A rule as it travels.
     *
     * @param parts whether each unit without parts is judged by itself
     * @param against the scenario that holds the plan, for RAG and TOLERANCE
     */
    record RuleDocument(
            @Nullable String id,
            @Nullable String metric,
            @Nullable String org,
            boolean parts,
            @Nullable String scenario,
            @Nullable Method method,
            @Nullable String against,
            @Nullable Integer periods,
            @Nullable Double confidence,
            @Nullable Double amber,
            @Nullable Double red,
            @Nullable Double beyond,
            @Nullable Double beyondShare,
            @Nullable Set<String> audience) {

        static RuleDocument of(AlertRuleRow row) {
            Limits limits = row.limits();
            return new RuleDocument(
                    row.id(),
                    row.metric(),
                    row.unit(),
                    row.watchesParts(),
                    row.scenario(),
                    row.method(),
                    row.against().orElse(null),
                    limits.periods(),
                    limits.confidence(),
                    limits.amber(),
                    limits.red(),
                    limits.beyond(),
                    limits.beyondShare(),
                    new TreeSet<>(row.audience()));
        }

        AlertRuleRow row(String code) {
            return new AlertRuleRow(
                    code,
                    text(metric),
                    text(org),
                    parts,
                    text(scenario),
                    method == null ? Method.XMR : method,
                    against,
                    new Limits(
                            periods == null ? PERIODS : periods,
                            confidence == null ? CONFIDENCE : confidence,
                            amber == null ? AMBER : amber,
                            red == null ? RED : red,
                            beyond == null ? 0 : beyond,
                            beyondShare == null ? 0 : beyondShare),
                    audience == null ? Set.of() : audience);
        }
    }

    /** An alert as it travels. */
    record AlertDocument(
            long id,
            String rule,
            Method method,
            String metric,
            String org,
            String period,
            String scenario,
            int version,
            String firedAt,
            double value,
            double expected,
            @Nullable Double low,
            @Nullable Double high,
            String direction,
            @Nullable String acknowledgedBy,
            @Nullable String acknowledgedAt,
            @Nullable String remark) {

        static AlertDocument of(AlertRow row) {
            return new AlertDocument(
                    row.id(),
                    row.rule(),
                    row.method(),
                    row.address().metric(),
                    row.address().unit(),
                    row.address().period(),
                    row.address().scenario(),
                    row.address().version(),
                    row.firedAt().toString(),
                    row.finding().value(),
                    row.finding().expected(),
                    row.finding().low().orElse(null),
                    row.finding().high().orElse(null),
                    row.finding().direction(),
                    row.acknowledgedBy().orElse(null),
                    row.acknowledgedAt().map(Object::toString).orElse(null),
                    row.remark().orElse(null));
        }
    }

    /** What was done about an alert. */
    record Acknowledgement(@Nullable String remark) {}

    @Inject
    Alerts alerts;

    @GET
    @Operation(
            summary = "The latest alerts",
            description =
                    "Two hundred, the newest first, of figures that you may read; before=id asks for those before one, "
                            + "open=true for those that nobody has acknowledged.")
    public byte[] latest(@QueryParam("before") @Nullable Long before, @QueryParam("open") boolean open) {
        return Json.write(Map.of(
                "alerts",
                alerts.before(before == null ? Long.MAX_VALUE : before, open, AT_ONCE).stream()
                        .map(AlertDocument::of)
                        .toList()));
    }

    @POST
    @Needs(Action.ACKNOWLEDGE)
    @Path("{id}/acknowledge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that you have seen to an alert", description = "The first who says so counts.")
    @APIResponse(responseCode = "404", description = "There is no such alert that is for you.")
    public byte[] acknowledge(@PathParam("id") long id, InputStream body) throws IOException {
        String remark = text(Json.read(body, Acknowledgement.class).remark());
        return Json.write(AlertDocument.of(alerts.acknowledge(id, remark)));
    }

    @GET
    @Path("rules")
    @Operation(summary = "The rules of figures that you may read")
    public byte[] rules() {
        return Json.write(
                Map.of("rules", alerts.rules().stream().map(RuleDocument::of).toList()));
    }

    @PUT
    @Needs(Action.KEEP_ALERTS)
    @Path("rules/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Watch a figure", description = """
                    Every value that is written from now on is judged. XMR, T, ETS and MAD hold it against the periods before it, as
                    MPM.SIGNAL does; RAG and TOLERANCE against the scenario in against, as MPM.RAG and MPM.VARIANCE.FLAG do. A unit is
                    judged as a whole, with parts=true each unit below it that has no parts. An audience limits who is told.""")
    public byte[] put(@PathParam("id") String id, InputStream body) throws IOException {
        alerts.put(Json.read(body, RuleDocument.class).row(id));
        return rules();
    }

    @DELETE
    @Needs(Action.KEEP_ALERTS)
    @Path("rules/{id}")
    @Operation(summary = "Watch a figure no longer", description = "What the rule found stays.")
    public byte[] remove(@PathParam("id") String id) {
        alerts.remove(id);
        return rules();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
