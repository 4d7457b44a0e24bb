package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A figure that is out of the ordinary is told of once it is written, for better and for worse, with the catalogue's own verdict. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class AlertsIT {

    private static final double[] PAST = {38, 36, 40, 37, 39, 38};
    private static final String P07 = "FY2027-P07";

    private final PlanClient client;
    private final String scenario;
    private int submissions;

    AlertsIT(ServiceProcess service, TestInfo test) {
        client = new PlanClient(service);
        scenario = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT);
    }

    @BeforeEach
    void organise() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario(scenario, "PLAN");
    }

    @Test
    void aValueOutsideItsPastIsToldOfAsTheFunctionSays() {
        watch("LEADS", Map.of("method", "XMR"));
        past("LEADS");

        enter("LEADS", P07, 52);

        JsonNode alert = alerts(1).path(0);
        assertThat(alert.path("direction").asText()).isEqualTo("BETTER");
        assertThat(alert.path("value").asDouble()).isEqualTo(52);
        assertThat(alert.path("high").asDouble())
                .isEqualTo(signal("HIGH").path("value").asDouble());
        assertThat(alert.path("low").asDouble())
                .isEqualTo(signal("LOW").path("value").asDouble());
        assertThat(alert.path("expected").asDouble()).isBetween(37.9, 38.1);
        assertThat(signal("SIGNAL").path("value").asText()).isEqualTo("BETTER");
        JsonNode entry = client.get("audit?object=" + scenario + "/1/LEADS/DEMAND_EMEA/" + P07)
                .ok()
                .at("/entries/0");
        assertThat(entry.path("action").asText()).isEqualTo("FIRE");
        assertThat(entry.path("userId").asText()).isEqualTo("alerts");
        client.verifiedEntries();
    }

    @Test
    void bothWaysByEveryMethodOfThePast() {
        past("LEADS");
        for (String method : List.of("XMR", "T", "MAD", "ETS")) {
            watch(scenario + method, "LEADS", Map.of("method", method));
        }

        enter("LEADS", P07, 5);
        assertThat(alerts(4).findValuesAsText("direction"))
                .containsOnly("WORSE")
                .hasSize(4);

        enter("LEADS", P07, 90);
        assertThat(alerts(8).findValuesAsText("direction").subList(0, 4)).containsOnly("BETTER");
    }

    @Test
    void whatIsOrdinaryOrHasTooShortAPastIsNot() {
        watch("LEADS", Map.of("method", "XMR"));
        past("LEADS");
        enter("LEADS", P07, 39);
        enter("LEADS", "FY2027-P08", 60);

        // What was written before has been judged before.
        assertThat(alerts(1).findValuesAsText("period")).containsExactly("FY2027-P08");
    }

    @Test
    void aValueFarFromItsPlanIsToldOf() {
        String actual = scenario + "_ACTUAL";
        client.addScenario(actual, "ACTUAL");
        watch(
                scenario,
                "MKT_SPEND",
                Map.of("method", "TOLERANCE", "scenario", actual, "against", scenario, "beyondShare", 0.1));
        watch(scenario + "2", "MKT_SPEND", Map.of("method", "RAG", "scenario", actual, "against", scenario));
        enter("MKT_SPEND", P07, 100);

        submit(actual, "MKT_SPEND", "DEMAND_EMEA", P07, 120);
        assertThat(alerts(2).findValuesAsText("direction")).containsExactlyInAnyOrder("WORSE", "RED");
        submit(actual, "MKT_SPEND", "DEMAND_EMEA", P07, 80);
        JsonNode better = alerts(3).path(0);
        assertThat(better.path("direction").asText()).isEqualTo("BETTER");
        assertThat(better.path("expected").asDouble()).isEqualTo(100);
        assertThat(better.path("low").asDouble()).isEqualTo(90);
        assertThat(better.path("high").asDouble()).isEqualTo(110);
    }

    @Test
    void aUnitIsJudgedAsAWholeOrPartByPart() {
        watch(scenario, "LEADS", Map.of("org", "EMEA"));
        watch(scenario + "2", "LEADS", Map.of("org", "EMEA", "parts", true));
        past("LEADS");

        enter("LEADS", P07, 70);

        assertThat(alerts(2).findValuesAsText("org")).containsExactlyInAnyOrder("EMEA", "DEMAND_EMEA");
    }

    @Test
    void aRatioIsJudgedWhenAPartOfItIsWritten() {
        watch(scenario, "COST_PER_LEAD", Map.of());
        for (int month = 1; month <= 6; month++) {
            enter("MKT_SPEND", "FY2027-P%02d".formatted(month), PAST[month - 1] * 100);
            enter("LEADS", "FY2027-P%02d".formatted(month), 100);
        }
        enter("MKT_SPEND", P07, 9_000);
        enter("LEADS", P07, 100);

        JsonNode alert = alerts(1).path(0);
        assertThat(alert.path("metric").asText()).isEqualTo("COST_PER_LEAD");
        assertThat(alert.path("value").asDouble()).isEqualTo(90);
        assertThat(alert.path("direction").asText()).isEqualTo("WORSE");
    }

    @Test
    void itIsAcknowledgedOnceAndForThoseWhomItIsFor() {
        watch("LEADS", Map.of());
        watch(scenario + "2", "LEADS", Map.of("audience", List.of("somebody else")));
        past("LEADS");
        enter("LEADS", P07, 52);

        long id = alerts(1).at("/0/id").asLong();
        JsonNode acknowledged = client.post("alerts/" + id + "/acknowledge", Map.of("remark", "The fair"))
                .ok();
        client.post("alerts/" + id + "/acknowledge", Map.of("remark", "Mine")).ok();

        assertThat(acknowledged.path("acknowledgedBy").asText()).isEqualTo("local");
        assertThat(alerts("alerts").path(0).path("remark").asText()).isEqualTo("The fair");
        assertThat(alerts("alerts?open=true")).isEmpty();
        client.post("alerts/999999999/acknowledge", Map.of()).refused(404);
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        assertThat(refused(Map.of("method", "RAG"))).contains("name its scenario in against");
        assertThat(refused(Map.of("against", scenario))).contains("name its scenario in against");
        assertThat(refused(Map.of("periods", 3))).contains("from 5 to 120");
        assertThat(refused(Map.of("confidence", 1))).contains("between 0 and 1");
        assertThat(refused(Map.of("metric", "NO_SUCH"))).contains("Unknown metric");
        assertThat(refused(Map.of("amber", 0.3))).contains("amber before red");
    }

    @Test
    void aRuleThatEndedFindsNothing() {
        watch(scenario, "LEADS", Map.of());
        watch(scenario + "2", "LEADS", Map.of());
        assertThat(client.send("DELETE", "alerts/rules/" + scenario).status()).isEqualTo(200);
        past("LEADS");
        enter("LEADS", P07, 52);

        assertThat(alerts(1).findValuesAsText("rule")).containsExactly(scenario + "2");
    }

    private String refused(Map<String, Object> terms) {
        return client.put("alerts/rules/" + scenario, rule("LEADS", terms))
                .refused(422)
                .path("detail")
                .asText();
    }

    private void watch(String metric, Map<String, Object> terms) {
        watch(scenario, metric, terms);
    }

    private void watch(String id, String metric, Map<String, Object> terms) {
        client.put("alerts/rules/" + id, rule(metric, terms)).ok();
    }

    private Map<String, Object> rule(String metric, Map<String, Object> terms) {
        Map<String, Object> rule = new HashMap<>(Map.of("metric", metric, "org", "DEMAND_EMEA", "scenario", scenario));
        rule.putAll(terms);
        return rule;
    }

    private void past(String metric) {
        client.submit(
                        scenario + " past",
                        IntStream.rangeClosed(1, PAST.length)
                                .mapToObj(month -> new Line(
                                        scenario,
                                        metric,
                                        "DEMAND_EMEA",
                                        "FY2027-P%02d".formatted(month),
                                        PAST[month - 1],
                                        0))
                                .toList())
                .ok();
    }

    private void enter(String metric, String period, double value) {
        submit(scenario, metric, "DEMAND_EMEA", period, value);
    }

    private void submit(String into, String metric, String org, String period, double value) {
        long seen = client.figures(into, List.of(metric), List.of(org), List.of(period))
                .at("/0/rowVersion")
                .asLong();
        client.submit(scenario + ++submissions, new Line(into, metric, org, period, value, seen))
                .ok();
    }

    private JsonNode signal(String output) {
        List<List<Double>> history = new ArrayList<>();
        for (double value : PAST) {
            history.add(List.of(value));
        }
        return client.call("SIGNAL", 52, history, "HIGHER", "XMR", 0.95, output);
    }

    /** The alerts of this test's rules, once there are so many: they are judged behind the back of whoever writes. */
    private JsonNode alerts(int expected) {
        long end = System.nanoTime() + 20_000_000_000L;
        JsonNode found = alerts("alerts");
        while (found.size() < expected && System.nanoTime() < end) {
            sleep();
            found = alerts("alerts");
        }
        assertThat(found).as(found.toString()).hasSize(expected);
        return found;
    }

    private JsonNode alerts(String path) {
        ArrayNode own = JsonNodeFactory.instance.arrayNode();
        client.get(path).ok().path("alerts").forEach(alert -> {
            String rule = alert.path("rule").asText();
            if (List.of("", "2", "XMR", "T", "MAD", "ETS").stream().anyMatch(end -> rule.equals(scenario + end))) {
                own.add(alert);
            }
        });
        return own;
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
