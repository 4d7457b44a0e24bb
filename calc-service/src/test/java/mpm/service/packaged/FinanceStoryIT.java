package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.service.packaged.PlanClient.Line;
import mpm.service.packaged.SharedService.Shared;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How finance works with linked workbooks, from the link to the close and on into the next year, step by step. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class FinanceStoryIT {

    private static final String PLAN = "STORY";
    private static final String WORKBOOK = "6f1c1c1e-pia";
    private static final String SPEND = "MKT_SPEND";
    private static final String P01 = "FY2027-P01";
    private static final List<String> METRICS =
            List.of(SPEND, "SALES_SPEND", "COMMITTED_SPEND", "LEADS", "MQL", "SQL", "WON", "LOST", "NEW_LOGOS");
    private static final List<String> UNITS = List.of("DEMAND_EMEA", "BRAND_EMEA");

    @Test
    void fromTheLinkToTheClose(RunningService.Empty database) {
        try (Shared shared = SharedService.start(database.settings())) {
            // The sample company, loaded on demand by an administrator, and the people of this story.
            PlanClient ada = shared.client("ada", "admins");
            shared.client("pia", "planners").post("sample", Map.of()).refused(403);
            ada.post("sample", Map.of()).ok();
            ada.put(
                            "people",
                            Map.of(
                                    "people",
                                    List.of(
                                            person("pia", "EMEA", "PLANNER"),
                                            person("pete", "EMEA", "PLANNER"),
                                            person("abe", "EMEA", "APPROVER"),
                                            person("cora", "MKT", "CONTROLLER", "PLANNER"))))
                    .ok();
            PlanClient pia = shared.client("pia");
            PlanClient pete = shared.client("pete");
            PlanClient abe = shared.client("abe");
            PlanClient cora = shared.client("cora");
            cora.addScenario(PLAN, "FORECAST");

            // Link: Pia's workbook has an input cell for every figure of her units.
            JsonNode linked =
                    pia.put("workbooks/linked/" + WORKBOOK, workbook()).ok();
            assertThat(linked.path("bindings")).hasSize(216);
            assertThat(linked.path("fingerprint").asText()).hasSize(64);

            // Refresh: nothing stands there yet.
            assertThat(get(pia, "EMEA", "FY2027")).isEqualTo("No data");

            // Edit more than 200 cells, try it, submit it.
            JsonNode tried =
                    pia.post("submissions?dryRun=true", submission("try", 100)).ok();
            assertThat(tried.path("accepted").asInt()).isEqualTo(216);
            assertThat(get(pia, "EMEA", "FY2027")).isEqualTo("No data");
            long id = pia.post("submissions", submission("first", 100))
                    .ok()
                    .path("id")
                    .asLong();
            assertThat(get(pia, "EMEA", "FY2027")).isEqualTo("2400");

            // Approve, as somebody else, and lock; a late edit is refused.
            pia.post("submissions/" + id + "/approve", Map.of()).refused(403);
            JsonNode approved =
                    abe.post("submissions/" + id + "/approve", Map.of()).ok();
            assertThat(approved.path("state").asText()).isEqualTo("APPROVED");
            assertThat(approved.path("decidedBy").asText()).isEqualTo("abe");
            lock(pia, "SUBMITTED", "").ok();
            lock(pia, "LOCKED", "").refused(403);
            lock(abe, "APPROVED", "").ok();
            lock(cora, "LOCKED", "").ok();
            assertThat(pia.call("LOCKED", "EMEA", "FY2027-Q1", PLAN)
                            .path("value")
                            .asText())
                    .isEqualTo("LOCKED");
            JsonNode late = pia.post("submissions", submission("late", 110)).refused(422);
            assertThat(late.at("/outcome/lines/0/status").asText()).isEqualTo("LOCKED");

            // Reopen for a reason, and submit again.
            lock(cora, "OPEN", "").refused(422);
            lock(cora, "OPEN", "A late invoice").ok();
            pia.post("submissions", submission("again", 110)).ok();
            assertThat(get(pia, "EMEA", "FY2027")).isEqualTo("2640");

            // The trail knows every change, by whom and from which cell, and is whole.
            cora.verifiedEntries();
            JsonNode changes =
                    pia.call("AUDIT", SPEND, "DEMAND_EMEA", P01, PLAN).path("value");
            assertThat(texts(changes.path(1))).contains("pia", "SUBMIT", "100", "110", WORKBOOK, "Plan", "B1");
            assertThat(changes).hasSize(3);
            assertThat(changes.path(1).path(10).asBoolean()).as("Hash OK").isTrue();

            // The ledger's lines come to the cell exactly.
            JsonNode drilled = pia.call("DRILL", SPEND, "PARTNER_EMEA", "FY2027-P08", "ACTUAL")
                    .path("value");
            assertThat(texts(drilled.path(drilled.size() - 1))).startsWith("TOTAL", "3", "", "", "OK");

            // A workbook that agrees, and the same with one cell altered outside of the add-in.
            JsonNode agreed = pia.call("RECONCILE", cells(0), PLAN).path("value");
            JsonNode altered = pia.call("RECONCILE", cells(.01), PLAN).path("value");
            assertThat(texts(agreed.path(1))).containsExactly("KEYS", "", "", "", "216", "216", "0");
            assertThat(agreed.path(3).path(6).asBoolean()).as("SHA-256").isTrue();
            assertThat(texts(altered.path(1)))
                    .startsWith("DIFFERENT", SPEND, "DEMAND_EMEA", "FY2027-P02", "110.01", "110");
            assertThat(texts(altered.path(2))).containsExactly("KEYS", "", "", "", "216", "216", "1");
            assertThat(altered.path(4).path(6).asBoolean()).as("SHA-256").isFalse();

            // Two have read the same cell, and both change it: the second learns of the first.
            pete.put("workbooks/linked/0b7d-pete", workbook()).ok();
            pia.post("submissions", submission("one", 120)).ok();
            assertThat(pete.callFrom("0b7d-pete", "PUT", 130, SPEND, "DEMAND_EMEA", P01, PLAN)
                            .path("value")
                            .asText())
                    .isEqualTo("CHANGED ELSEWHERE");
            Map<String, Object> other = new HashMap<>(submission("other", 130));
            other.put("workbook", "0b7d-pete");
            JsonNode conflict = pete.post("submissions", other).refused(409).at("/outcome/lines/0");
            assertThat(List.of(conflict.path("before"), conflict.path("after"), conflict.path("changedBy")))
                    .extracting(JsonNode::asText)
                    .containsExactly("120", "130", "pia");

            // A new rate gives dollars another worth to the group, and the trail says so.
            cora.submit("dollars", new Line(PLAN, SPEND, "DEMAND_AMER", P01, 1_000, 0))
                    .ok();
            assertThat(worth(cora)).isEqualTo("920");
            Map<String, Object> rate =
                    Map.of("from", "USD", "to", "EUR", "period", P01, "type", "AVERAGE", "rate", 0.95);
            pia.put("rates", Map.of("source", "Pia", "rates", List.of(rate))).refused(403);
            JsonNode set = cora.put("rates", Map.of("source", "Treasury", "rates", List.of(rate)))
                    .ok();
            assertThat(set.path("translated").asInt()).isPositive();
            assertThat(worth(cora)).isEqualTo("950");
            JsonNode translation = cora.get("audit?object=" + PLAN + "/1/MKT_SPEND/DEMAND_AMER/" + P01)
                    .ok()
                    .at("/entries/0");
            assertThat(List.of(
                            translation.path("userId"),
                            translation.path("action"),
                            translation.path("before"),
                            translation.path("after")))
                    .extracting(JsonNode::asText)
                    .containsExactly("cora", "TRANSLATE", "920", "950");

            cora.verifiedEntries();
        }
    }

    @Test
    void aYearOf53WeeksRollsForwardWithItsTotals(RunningService.Empty database, @TempDir Path directory) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("mpm.data-directory", directory.resolve("data").toString());
        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            PlanClient client = new PlanClient(service);
            client.organise("WEEKS_445");
            for (int year = 2024; year <= 2030; year++) {
                client.post("periods/years", Map.of("year", year)).ok();
            }
            int longYear = IntStream.rangeClosed(2024, 2029)
                    .filter(year -> weeks(client, year) == 53)
                    .findFirst()
                    .orElseThrow();
            assertThat(weeks(client, longYear + 1)).isEqualTo(52);
            client.post("scenarios", Map.of("code", "LONG", "kind", "PLAN", "year", longYear))
                    .ok();
            client.submit(
                            "long",
                            IntStream.rangeClosed(1, 12)
                                    .boxed()
                                    .flatMap(period -> METRICS.stream()
                                            .map(metric -> new Line(
                                                    "LONG",
                                                    metric,
                                                    "DEMAND_EMEA",
                                                    "FY%d-P%02d".formatted(longYear, period),
                                                    period * 10.25,
                                                    0)))
                                    .toList())
                    .ok();

            client.post("scenarios", Map.of("code", "NEXT", "kind", "PLAN", "year", longYear + 1, "from", "LONG"))
                    .ok();

            for (String metric : METRICS) {
                for (String part : List.of("", "-Q1", "-Q4", "-P12")) {
                    assertThat(client.call("GET", metric, "MKT", "FY" + (longYear + 1) + part, "NEXT"))
                            .isEqualTo(client.call("GET", metric, "MKT", "FY" + longYear + part, "LONG"));
                }
            }
            assertThat(client.call("GET", SPEND, "MKT", "FY" + (longYear + 1), "NEXT")
                            .path("value")
                            .asDouble())
                    .isEqualTo(78 * 10.25);
            client.verifiedEntries();
        }
    }

    private static long weeks(PlanClient client, int year) {
        List<JsonNode> periods = new ArrayList<>();
        client.get("periods").ok().path("periods").forEach(period -> {
            if (period.path("year").asInt() == year) {
                periods.add(period);
            }
        });
        LocalDate first = LocalDate.parse(periods.get(0).path("first").asText());
        LocalDate last =
                LocalDate.parse(periods.get(periods.size() - 1).path("last").asText());
        return (last.toEpochDay() - first.toEpochDay() + 1) / 7;
    }

    private static Map<String, Object> person(String id, String unit, String... roles) {
        return Map.of(
                "id",
                id,
                "grants",
                Stream.of(roles).map(role -> Map.of("role", role, "unit", unit)).toList());
    }

    private static String get(PlanClient client, String unit, String period) {
        JsonNode result = client.call("GET", SPEND, unit, period, PLAN);
        return result.has("value")
                ? result.path("value").asText()
                : result.path("message").asText().replaceFirst("[:,].*", "");
    }

    private static String worth(PlanClient client) {
        return client.call("GET", SPEND, "DEMAND_AMER", P01, PLAN, null, "GROUP")
                .path("value")
                .asText();
    }

    private static PlanClient.Answer lock(PlanClient client, String state, String reason) {
        return client.post(
                "locks",
                Map.of("scenario", PLAN, "org", "EMEA", "period", "FY2027-Q1", "state", state, "reason", reason));
    }

    /** The same value in every input cell; what each of them has seen, the service knows from the link. */
    private static Map<String, Object> submission(String key, int value) {
        List<Map<String, Object>> lines = new ArrayList<>();
        places().forEach(place -> {
            Map<String, Object> line = new HashMap<>(place);
            line.put("value", value);
            line.put("sheet", "Plan");
            line.put("cell", "B" + (lines.size() + 1));
            lines.add(line);
        });
        return Map.of("key", key, "workbook", WORKBOOK, "comment", key, "lines", lines);
    }

    private static Map<String, Object> workbook() {
        List<Map<String, Object>> bindings = new ArrayList<>();
        places().forEach(place -> {
            Map<String, Object> binding = new HashMap<>(place);
            binding.putAll(Map.of("sheet", "Plan", "cell", "B" + (bindings.size() + 1), "direction", "IN"));
            bindings.add(binding);
        });
        return Map.of("name", "Plan EMEA.xlsx", "bindings", bindings);
    }

    /** The workbook's cells as a table for RECONCILE, one of them altered. */
    private static List<List<Object>> cells(double alteration) {
        List<List<Object>> cells = new ArrayList<>();
        cells.add(List.of("Metric", "Org", "Period", "Value"));
        places().forEach(place -> cells.add(List.of(
                place.get("metric"),
                place.get("org"),
                place.get("period"),
                cells.size() == 2 ? 110 + alteration : 110)));
        return cells;
    }

    private static Stream<Map<String, String>> places() {
        return METRICS.stream()
                .flatMap(metric -> UNITS.stream()
                        .flatMap(unit -> IntStream.rangeClosed(1, 12)
                                .mapToObj(month -> Map.of(
                                        "scenario",
                                        PLAN,
                                        "metric",
                                        metric,
                                        "org",
                                        unit,
                                        "period",
                                        "FY2027-P%02d".formatted(month)))));
    }

    private static List<String> texts(JsonNode row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.asText()));
        return texts;
    }
}
