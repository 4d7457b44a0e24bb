package mpm.functions.datalink;

import static mpm.catalogue.ShownRange.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Limits;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.functions.Functions;
import mpm.plan.Address;
import mpm.plan.Entry;
import mpm.plan.LastRead;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every call of every user in the specification's fixture, through the binding. */
class DataLinkVectorsHoldTest {

    @TestFactory
    Stream<DynamicTest> everyCallIsAnsweredAsSpecified() throws IOException {
        JsonNode fixture;
        try (InputStream file = getClass().getResourceAsStream("/vectors/7-data-link.fixture.json")) {
            fixture = new ObjectMapper().readTree(Objects.requireNonNull(file));
        }
        PlanFixture plan = new PlanFixture(fixture);
        return stream(fixture.path("calls"))
                .map(call -> DynamicTest.dynamicTest(
                        "%s: %s%s"
                                .formatted(
                                        call.path("user").asText(),
                                        call.path("function").asText(),
                                        call.path("arguments")),
                        () -> holds(call, plan)));
    }

    private static void holds(JsonNode call, PlanFixture plan) {
        List<Range> arguments = stream(call.path("arguments"))
                .map(DataLinkVectorsHoldTest::range)
                .toList();
        Range answer = new Calculation(
                        Functions.CATALOGUE,
                        plan.data().links(plan.user(call.path("user").asText()), new Moment(46_300), lastRead(call)),
                        Limits.STANDARD)
                .results(List.of(new Call(call.path("function").asText(), arguments)), DateSystem.FROM_1900)
                .get(0)
                .value();
        JsonNode expect = call.path("expect");
        assertShows(
                answer,
                expect.has("table")
                        ? range(expect.path("table"))
                        : range(expect.elements().next()),
                call.path("rel").asDouble(),
                call.path("abs").asDouble());
        if (call.has("message")) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Cell.Failure.class,
                            failure -> assertThat(failure.reason().toLowerCase(Locale.ROOT))
                                    .startsWith(call.path("message").asText()));
        }
    }

    private static Map<LastRead, Long> lastRead(JsonNode call) {
        Map<LastRead, Long> lastRead = new HashMap<>();
        call.path("lastRead").properties().forEach(entry -> {
            String[] parts = entry.getKey().split("/", -1);
            lastRead.put(
                    new LastRead(Entry.Kind.FIGURE, new Address(parts[3], 2, parts[0], parts[1], parts[2])),
                    entry.getValue().asLong());
        });
        return lastRead;
    }

    private static Range range(JsonNode value) {
        return value.isArray()
                ? Grid.of(stream(value)
                        .map(row ->
                                stream(row).map(DataLinkVectorsHoldTest::cell).toList())
                        .toList())
                : cell(value);
    }

    private static Cell cell(JsonNode value) {
        if (value.isNumber()) {
            return Cell.of(value.asDouble());
        } else if (value.isBoolean()) {
            return Cell.of(value.asBoolean());
        } else if (value.isNull()) {
            return Cell.blank();
        }
        return CellError.of(value.asText())
                .<Cell>map(error -> new Cell.Failure(error, ""))
                .orElseGet(() -> new Cell.Text(value.asText()));
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
