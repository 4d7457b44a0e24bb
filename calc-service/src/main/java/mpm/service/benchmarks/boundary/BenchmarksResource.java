package mpm.service.benchmarks.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mpm.cell.Moment;
import mpm.plan.BenchmarkSet;
import mpm.service.benchmarks.control.Benchmarks;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes in what others publish; MPM.BENCHMARK.GET and the feed {@code benchmarks} read it. */
@Path("benchmarks")
@RequestScoped
@Needs(Action.PUBLISH_BENCHMARKS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Benchmarks", description = "Published values to compare with.")
public class BenchmarksResource {

    /** A set as it travels. */
    record SetDocument(
            @NotNull String code,
            @Nullable @Size(max = 200) String name,
            @NotNull String metric,
            @NotNull @Size(max = 200) String source,
            @Nullable @Size(max = 200) String segment,
            @NotNull LocalDate date,
            @Nullable Boolean licensed,
            @NotEmpty @Size(max = 10_000) List<@NotNull @Valid PointDocument> points) {

        BenchmarkSet set() {
            boolean isByPeers = points.stream().allMatch(point -> point.percentile() == null);
            return new BenchmarkSet(
                    code.strip(),
                    name == null ? code.strip() : name,
                    metric,
                    source,
                    segment == null ? "ALL" : segment,
                    Moment.of(date),
                    licensed == null || licensed,
                    isByPeers ? BenchmarkSet.Form.PEERS : BenchmarkSet.Form.PERCENTILES,
                    points.stream().map(PointDocument::point).toList());
        }
    }

    /** A published value: of a share of the peers, or of one of them. */
    record PointDocument(
            @Nullable Double percentile,
            @Nullable @Size(max = 200) String peer,
            @NotNull Double value,
            @Nullable Integer n) {

        BenchmarkSet.Point point() {
            return new BenchmarkSet.Point(
                    Optional.ofNullable(percentile), peer == null ? "" : peer, value, n == null ? 1 : n);
        }
    }

    /** What was taken in. */
    record Published(String set, int points) {}

    @Inject
    Benchmarks benchmarks;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publish a set of benchmarks",
            description =
                    "Either percentiles, each the share of the peers that lie below its value, or the peers by name. "
                            + "What was published stays: a newer set has a code of its own, and counts from its date on. "
                            + "A set with licensed false is kept, and read by nobody.")
    @APIResponse(responseCode = "409", description = "There is a set of this code.")
    @APIResponse(responseCode = "422", description = "The metric is unknown, or the values contradict one another.")
    public byte[] publish(InputStream body) throws IOException {
        BenchmarkSet set = Json.read(body, SetDocument.class).set();
        benchmarks.add(set);
        return Json.write(new Published(set.code(), set.points().size()));
    }
}
