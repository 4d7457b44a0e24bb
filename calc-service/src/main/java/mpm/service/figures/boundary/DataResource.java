package mpm.service.figures.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mpm.plan.Figure;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.StoredFigures;
import mpm.plan.Version;
import mpm.service.figures.control.FigureStore;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.plan.control.Plans;
import mpm.service.storage.control.DataVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stored figures as they are, leaf by leaf. */
@Path("data")
@RequestScoped
@Needs(Action.READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures", description = "Stored figures as they are, leaf by leaf.")
public class DataResource {

    /** Which figures are wanted; parents and longer periods stand for all their leaves. */
    record Query(
            @Nullable List<String> metrics,
            @Nullable List<String> orgs,
            @Nullable List<String> periods,
            @Nullable String scenario,
            @Nullable String version) {}

    /** A figure as it travels; whoever changes it says that they have seen its row version. */
    record FigureDocument(
            String metric,
            String org,
            String period,
            BigDecimal amount,
            @Nullable BigDecimal groupAmount,
            long rowVersion) {

        static FigureDocument of(Figure figure) {
            return new FigureDocument(
                    figure.address().metric(),
                    figure.address().unit(),
                    figure.address().period(),
                    figure.amount(),
                    figure.groupAmount().orElse(null),
                    figure.rowVersion());
        }
    }

    @Inject
    FigureStore store;

    @Inject
    Plans plans;

    @Inject
    DataVersion dataVersion;

    @POST
    @Path("query")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Stored figures, leaf by leaf",
            description =
                    "Of every metric, unit and period that is named and that you may read; what you may not is left out, "
                            + "as if it were not there.")
    public byte[] query(InputStream body) throws IOException {
        Query query = Json.read(body, Query.class);
        // First the version, then the data: DataVersion.read says why.
        long version = dataVersion.read();
        PlanView plan = plans.view();
        Scenario scenario = plan.scenario(query.scenario() == null ? "" : query.scenario());
        Version wanted = plan.version(scenario, query.version() == null ? "LATEST" : query.version());
        Set<String> units = new TreeSet<>();
        Set<String> periods = new TreeSet<>();
        Set<String> metrics = new TreeSet<>();
        for (String label : given(query.orgs())) {
            plan.leaves(plan.unit(label)).stream().map(OrgUnit::code).forEach(units::add);
        }
        for (String address : given(query.periods())) {
            plan.span(PeriodAddress.of(address)).leaves().forEach(leaf -> periods.add(leaf.address()));
        }
        for (String label : given(query.metrics())) {
            Metric metric = plan.metric(label);
            metrics.add(metric.code());
        }
        List<FigureDocument> figures =
                store
                        .figures(List.of(new StoredFigures(scenario.code(), wanted.number(), metrics, units, periods)))
                        .stream()
                        .filter(figure -> plan.mayRead(
                                plan.metric(figure.address().metric()),
                                plan.unit(figure.address().unit()),
                                scenario))
                        .map(FigureDocument::of)
                        .toList();
        return Json.write(Map.of("dataVersion", version, "version", wanted.number(), "figures", figures));
    }

    private static List<String> given(@Nullable List<String> labels) {
        return labels == null ? List.of() : labels;
    }
}
