package mpm.service.locks.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.IntStream;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.service.json.Json;
import mpm.service.locks.control.LockGrid;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.plan.control.Plans;
import mpm.service.plan.entity.Serials;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far a scenario is closed, as one looks at it: every unit in every period. */
@Path("locks/grid")
@RequestScoped
@Needs(Action.READ_SHARED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Locks")
public class LockGridResource {

    /** A grid as it travels. */
    record GridDocument(String scenario, boolean frozen, List<RowDocument> units) {

        static GridDocument of(LockGrid grid) {
            return new GridDocument(
                    grid.scenario().code(),
                    grid.isFrozen(),
                    grid.rows().stream()
                            .map(row -> RowDocument.of(row, grid.periods()))
                            .toList());
        }
    }

    /** A unit with its state in each of the periods, in their order. */
    record RowDocument(String org, String name, int depth, boolean leaf, List<SquareDocument> states) {

        static RowDocument of(LockGrid.Row row, List<FiscalPeriod> periods) {
            return new RowDocument(
                    row.unit().code(),
                    row.unit().name(),
                    row.depth(),
                    row.isLeaf(),
                    IntStream.range(0, periods.size())
                            .mapToObj(place -> SquareDocument.of(
                                    periods.get(place), row.squares().get(place)))
                            .toList());
        }
    }

    /** A state, and who set it on which unit, when and why. */
    record SquareDocument(
            String period,
            PeriodLock.State state,
            @Nullable String on,
            @Nullable String by,
            @Nullable String at,
            @Nullable String reason) {

        static SquareDocument of(FiscalPeriod period, LockGrid.Square square) {
            PeriodLock lock = square.lock().orElse(null);
            return lock == null
                    ? new SquareDocument(period.address(), square.state(), null, null, null, null)
                    : new SquareDocument(
                            period.address(),
                            square.state(),
                            lock.unit(),
                            lock.by(),
                            Serials.instant(lock.at()).toString(),
                            lock.reason());
        }
    }

    @Inject
    Plans plans;

    @GET
    @Operation(
            summary = "How far a scenario is closed, unit by unit and period by period",
            description =
                    "period is a fiscal year or any other period; a unit with parts is as far as the least of them.")
    public byte[] grid(
            @QueryParam("scenario") @Nullable String scenario, @QueryParam("period") @Nullable String period) {
        PlanView plan = plans.view();
        Scenario wanted = plan.scenario(scenario == null ? "" : scenario);
        PlanView.require(plan.mayRead(wanted));
        return Json.write(GridDocument.of(LockGrid.of(plan, wanted, PeriodAddress.of(period == null ? "" : period))));
    }
}
