package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How finance works with a linked workbook, from the link to the close, step by step. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class FinanceStoryIT {

    private static final String PLAN = "STORY";
    private static final String WORKBOOK = "workbooks/linked/6f1c1c1e-story";
    private static final List<String> METRICS =
            List.of("MKT_SPEND", "SALES_SPEND", "COMMITTED_SPEND", "LEADS", "MQL", "SQL", "WON", "LOST", "NEW_LOGOS");
    private static final List<String> UNITS = List.of("DEMAND_EMEA", "BRAND_EMEA");

    private final PlanClient client;

    FinanceStoryIT(ServiceProcess service) {
        client = new PlanClient(service);
    }

    @Test
    void fromTheLinkToTheClose() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario(PLAN, "PLAN");

        // Link a workbook with an input cell for every figure of the plan.
        JsonNode linked = client.put(WORKBOOK, Map.of("name", "Plan EMEA.xlsx", "bindings", bindings()))
                .ok();
        assertThat(linked.path("bindings")).hasSize(216);
        assertThat(linked.path("fingerprint").asText()).hasSize(64);

        // Refresh: nothing stands there yet.
        assertThat(get("EMEA", "FY2027")).isEqualTo("No data");

        // Edit more than 200 cells, try it, then submit it.
        List<Line> edited = lines(100, 0);
        JsonNode tried = client.post("submissions?dryRun=true", submission("try", edited))
                .ok();
        assertThat(tried.path("accepted").asInt()).isEqualTo(216);
        assertThat(get("EMEA", "FY2027")).isEqualTo("No data");
        long id = client.post("submissions", submission("first", edited))
                .ok()
                .path("id")
                .asLong();
        assertThat(get("EMEA", "FY2027")).isEqualTo("2400");

        // Approve and lock; a late edit is refused.
        assertThat(client.post("submissions/" + id + "/approve", Map.of())
                        .ok()
                        .path("state")
                        .asText())
                .isEqualTo("APPROVED");
        for (String state : List.of("SUBMITTED", "APPROVED", "LOCKED")) {
            lock(state, "").ok();
        }
        assertThat(client.call("LOCKED", "EMEA", "FY2027-Q1", PLAN)
                        .path("value")
                        .asText())
                .isEqualTo("LOCKED");
        JsonNode late =
                client.post("submissions", submission("late", lines(110, 1))).refused(422);
        assertThat(late.at("/outcome/lines/0/status").asText()).isEqualTo("LOCKED");

        // Reopen for a reason, and submit again.
        lock("OPEN", "").refused(422);
        lock("OPEN", "A late invoice").ok();
        client.post("submissions", submission("again", lines(110, 1))).ok();
        assertThat(get("EMEA", "FY2027")).isEqualTo("2640");

        // The trail knows every change, from which cell, and is whole.
        client.verifiedEntries();
        JsonNode changes = client.call("AUDIT", "MKT_SPEND", "DEMAND_EMEA", "FY2027-P01", PLAN)
                .path("value");
        assertThat(texts(changes.path(1))).contains("SUBMIT", "100", "110", "Plan", "B1");
        assertThat(changes).hasSize(3);
        assertThat(changes.path(1).path(10).asBoolean()).as("Hash OK").isTrue();

        // A cell that was altered outside is caught.
        List<List<Object>> local = List.of(
                List.of("Metric", "Org", "Period", "Value"),
                List.of("MKT_SPEND", "DEMAND_EMEA", "FY2027-P01", 110),
                List.of("MKT_SPEND", "DEMAND_EMEA", "FY2027-P02", 110.01));
        JsonNode found = client.call("RECONCILE", local, PLAN).path("value");
        assertThat(texts(found.path(1))).startsWith("DIFFERENT", "MKT_SPEND", "DEMAND_EMEA", "FY2027-P02");

        // Two submit the same cell: the second learns of the first.
        Line cell = new Line(PLAN, "LEADS", "DEMAND_EMEA", "FY2027-P01", 1, 2);
        client.submit("STORY one", cell).ok();
        client.submit("STORY other", new Line(PLAN, "LEADS", "DEMAND_EMEA", "FY2027-P01", 3, 2))
                .refused(409);

        // A year on: every total is what it was.
        client.post("scenarios", Map.of("code", "STORY28", "kind", "PLAN", "year", 2028, "from", PLAN))
                .ok();
        for (String metric : METRICS) {
            assertThat(client.call("GET", metric, "MKT", "FY2028", "STORY28"))
                    .isEqualTo(client.call("GET", metric, "MKT", "FY2027", PLAN));
        }

        client.verifiedEntries();
    }

    private String get(String unit, String period) {
        JsonNode result = client.call("GET", "MKT_SPEND", unit, period, PLAN);
        return result.has("value")
                ? result.path("value").asText()
                : result.path("message").asText().replaceFirst("[:,].*", "");
    }

    private PlanClient.Answer lock(String state, String reason) {
        return client.post(
                "locks",
                Map.of("scenario", PLAN, "org", "EMEA", "period", "FY2027-Q1", "state", state, "reason", reason));
    }

    private static Map<String, Object> submission(String key, List<Line> lines) {
        return Map.of(
                "key",
                "STORY " + key,
                "workbook",
                "6f1c1c1e-story",
                "comment",
                key,
                "lines",
                IntStream.range(0, lines.size())
                        .mapToObj(index -> {
                            Map<String, Object> line =
                                    new java.util.HashMap<>(lines.get(index).json());
                            line.put("cell", "B" + (index + 1));
                            return line;
                        })
                        .toList());
    }

    private static Stream<Line> places(Object value, long seen) {
        return METRICS.stream()
                .flatMap(metric -> UNITS.stream()
                        .flatMap(unit -> IntStream.rangeClosed(1, 12)
                                .mapToObj(month ->
                                        new Line(PLAN, metric, unit, "FY2027-P%02d".formatted(month), value, seen))));
    }

    private static List<Line> lines(Object value, long seen) {
        return places(value, seen).toList();
    }

    private static List<Map<String, Object>> bindings() {
        List<Map<String, Object>> bindings = new ArrayList<>();
        places(0, 0)
                .forEach(line -> bindings.add(Map.of(
                        "sheet",
                        "Plan",
                        "cell",
                        "B" + (bindings.size() + 1),
                        "metric",
                        line.metric(),
                        "org",
                        line.org(),
                        "period",
                        line.period(),
                        "scenario",
                        PLAN,
                        "direction",
                        "IN")));
        return bindings;
    }

    private static List<String> texts(JsonNode row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.asText()));
        return texts;
    }
}
