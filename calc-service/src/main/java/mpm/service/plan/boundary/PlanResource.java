package mpm.service.plan.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.Partner;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.service.access.boundary.EntryLimit;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.permission.control.Needs;
import mpm.service.plan.control.MasterData;
import mpm.service.plan.control.Plans;
import mpm.service.plan.control.SeedMetrics;
import mpm.service.plan.entity.MetricRow;
import mpm.service.plan.entity.OrganisationRow;
import mpm.service.plan.entity.PartnerRow;
import mpm.service.plan.entity.PersonRow;
import mpm.service.plan.entity.UnitRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an organisation plans with. An administrator reads and writes all of it, others read what they may. */
@Path("/")
@RequestScoped
@Needs(Action.READ)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation", description = "What an organisation plans with: units, metrics, partners, people, years.")
public class PlanResource {

    /** Units, each with all that is kept of it. */
    record Units(@NotNull @Valid List<UnitRow> units) {}

    /** Metrics, each with all that is kept of it. */
    record Metrics(@NotNull @Valid List<MetricRow> metrics) {}

    /** Partners, each with all that is kept of it. */
    record Partners(@NotNull @Valid List<PartnerRow> partners) {}

    /** People, each with what they may do. */
    record People(@NotNull @Valid List<PersonRow> people) {}

    /** A fiscal year that is to be opened. */
    record Year(int year) {}

    /** A period for late bookings that is to be added to a year. */
    record Adjustment(@NotNull @Size(max = 32) String code, int year) {}

    /**
     * A period of the calendar.
     *
     * @param within the quarter that it belongs to, or the year where it has no quarters
     */
    record Period(String period, @Nullable String within, int year, String first, String last) {

        static Period of(FiscalPeriod period, PlanView plan) {
            return new Period(
                    period.address(),
                    plan.above(period).map(FiscalPeriod::address).orElse(null),
                    period.year(),
                    period.first().toString(),
                    period.last().toString());
        }
    }

    @Inject
    EntryLimit limit;

    @Inject
    MasterData data;

    @Inject
    Plans plans;

    @Inject
    Caller caller;

    @GET
    @Path("organisation")
    @Operation(summary = "The organisation: its name, the currency of the group, its fiscal calendar")
    public byte[] organisation() {
        return Json.write(data.organisation());
    }

    @PUT
    @Needs(Action.ADMINISTER)
    @Path("organisation")
    @Operation(
            summary = "Describe the organisation",
            description =
                    "periods is MONTHLY, WEEKS_445, WEEKS_454, WEEKS_544 or WEEKS_13X4; naming END or START; yearEnd "
                            + "LAST or NEAREST.")
    @APIResponse(responseCode = "409", description = "There are figures, so its calendar and its currency stay.")
    public byte[] describe(InputStream body) throws IOException {
        data.describe(Json.read(body, OrganisationRow.class));
        return organisation();
    }

    @GET
    @Path("units")
    @Operation(
            summary = "The units of the organisation, in their order",
            description = "Those that are there, or will be; an administrator reads those that are closed as well.")
    public byte[] units() {
        if (Action.ADMINISTER.isAllowed(caller)) {
            return Json.write(new Units(data.units()));
        }
        PlanView plan = plans.view();
        return Json.write(new Units(plan.organisation().units().stream()
                .filter((OrgUnit unit) -> plan.mayRead(unit) && plan.isOffered(unit))
                .map(UnitRow::new)
                .toList()));
    }

    @PUT
    @Needs(Action.ADMINISTER)
    @Path("units")
    @Operation(summary = "Create or replace units", description = "New ones follow those there are. Others stay.")
    @APIResponse(
            responseCode = "409",
            description = "Figures were entered at a unit that would have parts, or in another currency.")
    public byte[] putUnits(InputStream body) throws IOException {
        data.putUnits(limited("units", Json.read(body, Units.class).units()));
        return units();
    }

    @GET
    @Path("metrics")
    @Operation(
            summary = "The catalogue of metrics, in its order",
            description = "Those that are active; an administrator reads those that are retired as well.")
    public byte[] metrics() {
        if (Action.ADMINISTER.isAllowed(caller)) {
            return Json.write(new Metrics(data.metrics()));
        }
        PlanView plan = plans.view();
        return Json.write(new Metrics(plan.organisation().metrics().stream()
                .filter((Metric metric) -> plan.mayRead(metric) && metric.isActive())
                .map(MetricRow::new)
                .toList()));
    }

    @PUT
    @Needs(Action.ADMINISTER)
    @Path("metrics")
    @Operation(summary = "Create or replace metrics", description = "New ones follow those there are. Others stay.")
    public byte[] putMetrics(InputStream body) throws IOException {
        data.putMetrics(limited("metrics", Json.read(body, Metrics.class).metrics()));
        return metrics();
    }

    @POST
    @Needs(Action.ADMINISTER)
    @Path("metrics/seed")
    @Operation(
            summary = "Add the metrics that most organisations begin with",
            description = "Those that are there already stay as they are.")
    public byte[] seedMetrics() {
        data.addMetrics(SeedMetrics.ALL);
        return metrics();
    }

    @GET
    @Needs(Action.READ_SHARED)
    @Path("partners")
    @Operation(summary = "The companies that market together with the organisation")
    public byte[] partners() {
        PlanView plan = plans.view();
        List<Partner> shown = plan.mayReadPartners() ? plan.organisation().partners() : List.of();
        return Json.write(new Partners(shown.stream().map(PartnerRow::new).toList()));
    }

    @PUT
    @Needs(Action.ADMINISTER)
    @Path("partners")
    @Operation(summary = "Create or replace partners")
    public byte[] putPartners(InputStream body) throws IOException {
        data.putPartners(limited("partners", Json.read(body, Partners.class).partners()));
        return partners();
    }

    @GET
    @Needs(Action.ADMINISTER)
    @Path("people")
    @Operation(summary = "People, and what they may do", description = "For administrators.")
    public byte[] people() {
        Action.ADMINISTER.require(caller);
        return Json.write(new People(data.people()));
    }

    @PUT
    @Needs(Action.ADMINISTER)
    @Path("people")
    @Operation(
            summary = "Create or replace people, with all that they may do",
            description =
                    "A grant is a role, the unit that it holds for with all its parts, the kinds of scenarios (none: "
                            + "all) and the metrics (none: all that are not restricted).")
    public byte[] putPeople(InputStream body) throws IOException {
        data.putPeople(limited("people", Json.read(body, People.class).people()));
        return people();
    }

    @GET
    @Path("periods")
    @Operation(summary = "The fiscal years that are open, with their periods")
    public byte[] periods() {
        PlanView plan = plans.view();
        List<Integer> years = plan.organisation().years();
        return Json.write(Map.of(
                "years",
                years,
                "periods",
                years.stream()
                        .flatMap(year -> plan.span(PeriodAddress.of("FY" + year)).leaves().stream())
                        .map(period -> Period.of(period, plan))
                        .toList()));
    }

    @POST
    @Needs(Action.ADMINISTER)
    @Path("periods/years")
    @Operation(summary = "Open a fiscal year")
    public byte[] openYear(InputStream body) throws IOException {
        data.openYear(Json.read(body, Year.class).year());
        return periods();
    }

    @POST
    @Needs(Action.ADMINISTER)
    @Path("periods/adjustments")
    @Operation(summary = "Add a period for late bookings to a year")
    public byte[] addAdjustment(InputStream body) throws IOException {
        Adjustment adjustment = Json.read(body, Adjustment.class);
        data.addAdjustment(adjustment.code(), adjustment.year());
        return periods();
    }

    private <T> List<T> limited(String name, List<T> entries) {
        limit.require(name, entries.size());
        return entries;
    }
}
