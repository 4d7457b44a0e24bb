package mpm.service.scenarios.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.Version;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.plan.control.Plans;
import mpm.service.plan.entity.Serials;
import mpm.service.scenarios.control.Scenarios;
import mpm.service.scenarios.control.WeeksOfYears;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Scenarios and their versions. */
@Path("scenarios")
@RequestScoped
@Needs(Action.KEEP_VERSIONS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scenarios", description = "What is planned, forecast and what happened, in versions.")
public class ScenariosResource {

    /**
     * A new scenario.
     *
     * @param from the scenario that it begins with a copy of; none where it begins empty
     * @param factor by which every copied amount is multiplied
     * @param metrics which are copied; none for all
     */
    record NewScenario(
            @Nullable String code,
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 20) Set<@Size(max = 48) String> aliases,
            Scenario.@Nullable Kind kind,
            @Nullable Integer year,
            @Nullable @Size(max = 200) String owner,
            @Nullable @Size(max = 200) String label,
            @Nullable String from,
            @Nullable Integer fromVersion,
            @Nullable BigDecimal factor,
            @Nullable Set<String> metrics) {

        Scenarios.Terms terms() {
            return new Scenarios.Terms(
                    text(code),
                    text(name).isEmpty() ? text(code) : text(name),
                    aliases == null ? Set.of() : aliases,
                    kind == null ? Scenario.Kind.PLAN : kind,
                    year,
                    text(owner),
                    text(label));
        }

        Optional<Scenarios.Source> source() {
            return Optional.ofNullable(from)
                    .map(origin -> new Scenarios.Source(
                            origin,
                            fromVersion,
                            factor == null ? BigDecimal.ONE : factor,
                            metrics == null ? Set.of() : metrics));
        }
    }

    /**
     * How a scenario is made from that of the year before.
     *
     * @param org whose figures are taken; none for all
     * @param factors of metrics for which factor does not hold
     * @param weeks TOTALS keeps the totals of the year, RATES what a week holds
     */
    record RollForward(
            @Nullable String from,
            @Nullable Integer fromVersion,
            @Nullable String code,
            @Nullable String name,
            @Nullable Set<String> aliases,
            @Nullable String owner,
            @Nullable String label,
            @Nullable String org,
            @Nullable Set<String> metrics,
            @Nullable BigDecimal factor,
            @Nullable Map<String, BigDecimal> factors,
            WeeksOfYears.@Nullable Kept weeks) {

        Scenarios.Terms terms() {
            return new NewScenario(code, name, aliases, null, null, owner, label, null, null, null, null).terms();
        }

        Scenarios.Roll roll() {
            return new Scenarios.Roll(
                    new Scenarios.Source(
                            text(from),
                            fromVersion,
                            factor == null ? BigDecimal.ONE : factor,
                            metrics == null ? Set.of() : metrics),
                    Optional.ofNullable(org),
                    factors == null ? Map.of() : factors,
                    weeks == null ? WeeksOfYears.Kept.TOTALS : weeks);
        }
    }

    /** A new version. */
    record NewVersion(@Nullable @Size(max = 200) String label) {}

    /** A scenario as it travels. */
    record ScenarioDocument(
            String code,
            String name,
            Set<String> aliases,
            Scenario.Kind kind,
            @Nullable Integer year,
            String owner,
            int latest,
            List<VersionDocument> versions) {

        static ScenarioDocument of(Scenario scenario) {
            return new ScenarioDocument(
                    scenario.code(),
                    scenario.name(),
                    scenario.aliases(),
                    scenario.kind(),
                    scenario.year().orElse(null),
                    scenario.owner(),
                    scenario.latest(),
                    scenario.versions().stream().map(VersionDocument::of).toList());
        }
    }

    /** A version as it travels. */
    record VersionDocument(
            int number,
            String label,
            String createdBy,
            @Nullable String frozenAt) {

        static VersionDocument of(Version version) {
            return new VersionDocument(
                    version.number(),
                    version.label(),
                    version.createdBy(),
                    version.frozen().map(at -> Serials.instant(at).toString()).orElse(null));
        }
    }

    /** A figure that differs. */
    record DifferenceDocument(
            String metric,
            String org,
            String period,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    @Inject
    Scenarios scenarios;

    @Inject
    Plans plans;

    @GET
    @Needs(Action.READ)
    @Operation(summary = "The scenarios, in their order")
    public byte[] all() {
        PlanView plan = plans.view();
        return Json.write(Map.of(
                "scenarios",
                plan.organisation().scenarios().stream()
                        .filter((Scenario scenario) -> plan.mayRead(scenario))
                        .map(ScenarioDocument::of)
                        .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a scenario",
            description =
                    "Empty, or with the figures of another, each times a factor; into another year period by period.")
    @APIResponse(responseCode = "409", description = "There is one of this code.")
    public Response create(InputStream body) throws IOException {
        NewScenario wanted = Json.read(body, NewScenario.class);
        scenarios.create(wanted.terms(), wanted.source());
        return Response.status(Response.Status.CREATED).entity(all()).build();
    }

    @POST
    @Path("roll-forward")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make next year's scenario from this year's", description = """
                    Of the same kind, from the scenario in from: all figures, or those of metrics and of org with its parts, times factor
                    or a metric's own of factors. Where years have weeks, amounts follow the weeks of their periods, and the totals of
                    the year stay what they are however many weeks it has; with weeks=RATES what a week holds stays.""")
    @APIResponse(responseCode = "201", description = "The totals before and after, metric by metric.")
    @APIResponse(responseCode = "409", description = "There is a scenario of this code.")
    public Response rollForward(InputStream body) throws IOException {
        RollForward wanted = Json.read(body, RollForward.class);
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(scenarios.rollForward(wanted.terms(), wanted.roll())))
                .build();
    }

    @POST
    @Path("{code}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a version with the figures of the latest one", description = "From now on it counts.")
    public Response open(@PathParam("code") String code, InputStream body) throws IOException {
        scenarios.open(code, text(Json.read(body, NewVersion.class).label()));
        return Response.status(Response.Status.CREATED).entity(all()).build();
    }

    @POST
    @Path("{code}/versions/{number}/choose")
    @Operation(summary = "Let a version count")
    public byte[] choose(@PathParam("code") String code, @PathParam("number") int number) {
        scenarios.choose(code, number);
        return all();
    }

    @POST
    @Needs(Action.LOCK)
    @Path("{code}/versions/{number}/freeze")
    @Operation(summary = "Freeze a version", description = "Nothing in it changes any more.")
    public byte[] freeze(@PathParam("code") String code, @PathParam("number") int number) {
        scenarios.freeze(code, number);
        return all();
    }

    @GET
    @Needs(Action.READ)
    @Path("{code}/compare")
    @Operation(summary = "The figures in which two versions differ")
    public byte[] compare(
            @PathParam("code") String code, @QueryParam("before") int before, @QueryParam("after") int after) {
        return Json.write(Map.of(
                "differences",
                scenarios.compare(code, before, after).stream()
                        .map(each -> new DifferenceDocument(
                                each.metric(),
                                each.unit(),
                                each.period(),
                                each.before().orElse(null),
                                each.after().orElse(null)))
                        .toList()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
