package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What others publish is taken in once, and read by the function from then on. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class BenchmarksIT {

    private static final String METRIC = "FIRST_PASS_YIELD";
    private static final Map<String, Object> LOWER = Map.of("percentile", 0.25, "value", 0.81, "n", 40);
    private static final Map<String, Object> UPPER = Map.of("percentile", 0.75, "value", 0.93, "n", 40);

    private final PlanClient client;

    BenchmarksIT(ServiceProcess service) {
        client = new PlanClient(service);
    }

    @BeforeEach
    void organise() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
    }

    @Test
    void theNewestLicensedSetIsRead() {
        publish("FPY-2025", "2025-12-31", List.of(LOWER, Map.of("percentile", 0.75, "value", 0.9)))
                .ok();
        publish("FPY-2026", "2026-12-31", List.of(LOWER, UPPER)).ok();
        Map<String, Object> unlicensed = set("FPY-2027", "2027-12-31", List.of(LOWER));
        unlicensed.put("licensed", false);
        client.post("benchmarks", unlicensed).ok();

        assertThat(client.call("BENCHMARK.GET", METRIC, null, null, null, "POINTS")
                        .path("value"))
                .hasToString("[[0.25,0.81],[0.75,0.93]]");
        assertThat(client.call("BENCHMARK.GET", METRIC, "FPY-2027")
                        .path("message")
                        .asText())
                .startsWith("Not permitted: the organisation has no licence");
        assertThat(client.get("audit?object=FPY-2026")
                        .ok()
                        .at("/entries/0/after")
                        .asText())
                .isEqualTo("FIRST_PASS_YIELD of Survey, 2 values");
    }

    @Test
    void peersAreReadByTheirFigures() {
        publish(
                        "FPY-PEERS",
                        "2024-12-31",
                        List.of(Map.of("peer", "North", "value", 0.9), Map.of("peer", "South", "value", 0.8)))
                .ok();

        assertThat(client.call("BENCHMARK.GET", METRIC, "FPY-PEERS", null, null, "VALUES")
                        .path("value"))
                .hasToString("[[0.8],[0.9]]");
    }

    @Test
    void whatWasPublishedStays() {
        publish("FPY-STAYS", "2020-12-31", List.of(LOWER)).ok();

        assertThat(publish("FPY-STAYS", "2020-12-31", List.of(UPPER))
                        .refused(409)
                        .path("detail")
                        .asText())
                .startsWith("Set FPY-STAYS is there already: what was published stays.");
    }

    @Test
    void valuesThatContradictOneAnotherAreRefused() {
        assertRefused("Percentiles are shares between 0 and 1, each above the one before", List.of(UPPER, LOWER));
        assertRefused("Percentiles are shares between 0 and 1", List.of(Map.of("percentile", 75, "value", 3)));
        assertRefused(
                "The value at percentile 0.75 lies below", List.of(LOWER, Map.of("percentile", 0.75, "value", 0.5)));
        assertRefused("A set has percentiles or peers", List.of(LOWER, Map.of("peer", "North", "value", 0.9)));
        assertRefused("Each value has a percentile, or the name of a peer.", List.of(Map.of("value", 0.9)));
        assertRefused(
                "n is how many peers stand behind a value", List.of(Map.of("percentile", 0.5, "value", 1, "n", 0)));
    }

    private void assertRefused(String sentence, List<Map<String, Object>> points) {
        assertThat(publish("FPY-NO", "2026-12-31", points)
                        .refused(422)
                        .path("detail")
                        .asText())
                .startsWith(sentence);
    }

    private PlanClient.Answer publish(String code, String date, List<Map<String, Object>> points) {
        return client.post("benchmarks", set(code, date, points));
    }

    private static Map<String, Object> set(String code, String date, List<Map<String, Object>> points) {
        return new HashMap<>(
                Map.of("code", code, "metric", METRIC, "source", "Survey", "date", date, "points", points));
    }
}
