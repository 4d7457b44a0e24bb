package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a service for plan data, as a program outside it would. */
final class PlanClient {

    /** An answer of the service. */
    record Answer(int status, JsonNode body) {

        /** The body of what succeeded. */
        JsonNode ok() {
            assertThat(status).as(body.toString()).isBetween(200, 299);
            return body;
        }

        /** The body of what was refused. */
        JsonNode refused(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            return body;
        }
    }

    /**
     * A figure or a note that is handed in.
     *
     * @param value a number or a text
     * @param seen the row version that was seen there
     */
    record Line(String scenario, String metric, String org, String period, Object value, long seen, boolean note) {

        Line(String scenario, String metric, String org, String period, Object value, long seen) {
            this(scenario, metric, org, period, value, seen, false);
        }

        Map<String, Object> json() {
            Map<String, Object> json = new HashMap<>(Map.of(
                    "scenario",
                    scenario,
                    "metric",
                    metric,
                    "org",
                    org,
                    "period",
                    period,
                    "value",
                    value,
                    "seen",
                    seen,
                    "sheet",
                    "Plan",
                    "cell",
                    "B2"));
            if (note) {
                json.put("note", true);
            }
            return json;
        }
    }

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceProcess service;
    private final String[] headers;

    /**
     * A client.
     *
     * @param headers by which it says who asks; none where the service has one user
     */
    PlanClient(ServiceProcess service, String... headers) {
        this.service = service;
        this.headers = headers.clone();
    }

    Answer get(String path) {
        return answer(service.get("/api/v1/" + path, headers));
    }

    Answer put(String path, Object document) {
        return answer(service.put("/api/v1/" + path, text(document), headers));
    }

    Answer post(String path, Object document) {
        return answer(service.post("/api/v1/" + path, text(document), headers));
    }

    private HttpRequest.Builder request(String path) {
        return service.withJson("/api/v1/" + path, headers);
    }

    /** Sends what has no body. */
    Answer send(String method, String path) {
        return answer(service.send(request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build()));
    }

    /** Sends a file that holds a table. */
    Answer sendTable(String path, byte[] file, String type) {
        return answer(service.send(request(path)
                .setHeader("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build()));
    }

    Answer submit(String key, List<Line> lines) {
        return post(
                "submissions",
                Map.of("key", key, "lines", lines.stream().map(Line::json).toList()));
    }

    Answer submit(String key, Line... lines) {
        return submit(key, List.of(lines));
    }

    /** The stored figures of a metric, each by its unit and period. */
    JsonNode figures(String scenario, List<String> metrics, List<String> orgs, List<String> periods) {
        return post("data/query", Map.of("scenario", scenario, "metrics", metrics, "orgs", orgs, "periods", periods))
                .ok()
                .path("figures");
    }

    /** What a function answers: a value, or an error with its message. */
    JsonNode call(String function, @Nullable Object... arguments) {
        return call(Map.of(), function, arguments);
    }

    /** The same in a linked workbook. */
    JsonNode callFrom(String workbook, String function, @Nullable Object... arguments) {
        return call(Map.of("workbook", workbook), function, arguments);
    }

    private JsonNode call(Map<String, Object> from, String function, @Nullable Object... arguments) {
        Map<String, Object> batch = new HashMap<>(from);
        batch.put("calls", List.of(Map.of("function", function, "arguments", Arrays.asList(arguments))));
        return post("calculate", batch).ok().path("results").path(0);
    }

    /** Makes sure that the audit trail is whole, and says how long it is. */
    long verifiedEntries() {
        JsonNode verification = get("audit/verify").ok();
        assertThat(verification.path("intact").asBoolean())
                .as(verification.toString())
                .isTrue();
        return verification.path("entries").asLong();
    }

    /** The organisation of the sample calls of the data link, by the service's own interfaces. */
    void organise() {
        organise("MONTHLY");
        post("periods/years", Map.of("year", 2027)).ok();
        put("rates", Map.of("source", "Treasury", "rates", List.of(rate("AVERAGE", "0.92"), rate("BUDGET", "0.90"))))
                .ok();
    }

    /** The same with years divided in another way, none of them open. */
    void organise(String periods) {
        put(
                        "organisation",
                        Map.of(
                                "name",
                                "Tarnfell Instruments",
                                "currency",
                                "EUR",
                                "periods",
                                periods,
                                "startMonth",
                                7,
                                "amber",
                                0.95,
                                "red",
                                0.85))
                .ok();
        put(
                        "units",
                        Map.of(
                                "units",
                                List.of(
                                        unit("MKT", "", "EUR"),
                                        unit("EMEA", "MKT", "EUR"),
                                        unit("AMER", "MKT", "USD"),
                                        unit("DEMAND_EMEA", "EMEA", "EUR"),
                                        unit("BRAND_EMEA", "EMEA", "EUR"),
                                        unit("DEMAND_AMER", "AMER", "USD"))))
                .ok();
        post("metrics/seed", Map.of()).ok();
    }

    /** Creates a unit, or puts it below another one. */
    Answer putUnit(String code, String parent, String currency) {
        return put("units", Map.of("units", List.of(unit(code, parent, currency))));
    }

    void addScenario(String code, String kind) {
        post("scenarios", Map.of("code", code, "kind", kind, "year", 2027)).ok();
    }

    private static Map<String, Object> unit(String code, String parent, String currency) {
        Map<String, Object> unit =
                new HashMap<>(Map.of("code", code, "name", "Marketing " + code, "kind", "DEPT", "currency", currency));
        if (!parent.isEmpty()) {
            unit.put("parent", parent);
        }
        return unit;
    }

    static Map<String, Object> rate(String type, String rate) {
        return Map.of(
                "from", "USD", "to", "EUR", "period", "FY2027", "type", type, "rate", new java.math.BigDecimal(rate));
    }

    private static String text(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + response.body(), e);
        }
    }
}
