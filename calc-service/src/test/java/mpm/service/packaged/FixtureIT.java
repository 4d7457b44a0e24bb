package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mpm.service.plan.entity.Serials;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every call of every user in the specification's fixture, by HTTP, of data that came there by HTTP. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class FixtureIT {

    private static final String WORKBOOK = "fixture-workbook";

    private final Fixture fixture;

    FixtureIT(Fixture fixture) {
        this.fixture = fixture;
    }

    @TestFactory
    Stream<DynamicTest> everyCallIsAnsweredAsSpecified() {
        return nodes(fixture.calls())
                .map(call -> DynamicTest.dynamicTest(
                        "%s: %s%s"
                                .formatted(
                                        call.path("user").asText(),
                                        call.path("function").asText(),
                                        call.path("arguments")),
                        () -> holds(call)));
    }

    private void holds(JsonNode call) {
        JsonNode result = result(call);
        JsonNode expect = call.path("expect");
        if (expect.has("table")) {
            assertShows(result.path("value"), expect.path("table"), call);
        } else if (expect.has("value")) {
            assertThat(difference(result.path("value"), expect.path("value"), call))
                    .as(result.toString())
                    .isEmpty();
        } else {
            assertThat(result.path("error")).as(result.toString()).isEqualTo(expect.path("error"));
            assertThat(result.path("message").asText().toLowerCase(Locale.ROOT))
                    .startsWith(call.path("message").asText());
        }
    }

    /** What a linked workbook has read last, it says when it is linked, and the call says of which workbook it is. */
    private JsonNode result(JsonNode call) {
        PlanClient user = fixture.as(call.path("user").asText());
        Map<String, Object> batch = new HashMap<>();
        batch.put("calls", List.of(Map.of("function", call.path("function"), "arguments", call.path("arguments"))));
        if (call.has("lastRead")) {
            List<Map<String, Object>> bindings = new ArrayList<>();
            call.path("lastRead").properties().forEach(read -> {
                String[] address = read.getKey().split("/", -1);
                bindings.add(Map.of(
                        "sheet",
                        "Plan",
                        "cell",
                        "B" + bindings.size(),
                        "metric",
                        address[0],
                        "org",
                        address[1],
                        "period",
                        address[2],
                        "scenario",
                        address[3],
                        "direction",
                        "IN",
                        "lastRead",
                        read.getValue()));
            });
            user.put("workbooks/linked/" + WORKBOOK, Map.of("bindings", bindings))
                    .ok();
            batch.put("workbook", WORKBOOK);
        }
        return user.post("calculate", batch).ok().path("results").path(0);
    }

    private static void assertShows(JsonNode answer, JsonNode expected, JsonNode call) {
        List<String> differences = new ArrayList<>();
        assertThat(answer).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            assertThat(answer.path(row)).hasSameSizeAs(expected.path(row));
            for (int column = 0; column < expected.path(row).size(); column++) {
                JsonNode cell = answer.path(row).path(column);
                if (row > 0 && expected.path(0).path(column).asText().equals("When")) {
                    // The service has its own clock, and the fixture one of its own.
                    assertThat(cell.asDouble())
                            .isCloseTo(
                                    Serials.of(Instant.now()).serial(),
                                    within(Duration.ofHours(1).toSeconds() / 86_400.0));
                } else {
                    differences.addAll(difference(cell, expected.path(row).path(column), call));
                }
            }
        }
        assertThat(differences).as(answer.toString()).isEmpty();
    }

    private static List<String> difference(JsonNode cell, JsonNode expected, JsonNode call) {
        return shows(cell, expected, call) ? List.of() : List.of("%s instead of %s".formatted(cell, expected));
    }

    private static boolean shows(JsonNode cell, JsonNode expected, JsonNode call) {
        if (expected.isNumber() && cell.isNumber()) {
            double difference = Math.abs(cell.asDouble() - expected.asDouble());
            return difference <= call.path("abs").asDouble()
                    || difference <= call.path("rel").asDouble() * Math.abs(expected.asDouble());
        }
        // The fixture writes an error inside a table as its text.
        return (cell.has("error") ? cell.path("error") : cell).equals(expected);
    }

    private static Stream<JsonNode> nodes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
