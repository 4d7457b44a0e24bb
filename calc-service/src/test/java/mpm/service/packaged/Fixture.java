package mpm.service.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mpm.service.packaged.PlanClient.Line;
import mpm.service.packaged.SharedService.Shared;

/**
 * The organisation of the specification's fixture in a service of many users, brought there by the service's own interfaces:
 * its administrator, and for figures, locks and rates the fixture's controller.
 */
final class Fixture implements AutoCloseable {

    private static final Path FILE =
            Path.of("../functions-catalog/src/test/resources/vectors/7-data-link.fixture.json");
    private static final String CONTROLLER = "cy";

    private final Shared shared;
    private final JsonNode fixture;
    private final PlanClient admin;
    private final PlanClient controller;

    Fixture(Shared shared) {
        this.shared = shared;
        try {
            fixture = new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        admin = shared.client("ada", "admins");
        controller = as(CONTROLLER);
        organise();
        enter();
        close(fixture.path("locks"));
    }

    PlanClient as(String user) {
        return shared.client(user);
    }

    PlanClient admin() {
        return admin;
    }

    JsonNode calls() {
        return fixture.path("calls");
    }

    private void organise() {
        JsonNode tenant = fixture.path("tenant");
        admin.put(
                        "organisation",
                        Map.of(
                                "name",
                                "The fixture",
                                "currency",
                                tenant.path("groupCurrency"),
                                "periods",
                                "MONTHLY",
                                "startMonth",
                                tenant.path("fyStartMonth"),
                                "naming",
                                tenant.path("naming")))
                .ok();
        admin.post("periods/years", Map.of("year", 2027)).ok();
        admin.put("units", Map.of("units", objects("orgs", "code", "name", "parent", "kind", "currency")))
                .ok();
        admin.put(
                        "metrics",
                        Map.of(
                                "metrics",
                                objects(
                                        "metrics",
                                        "code",
                                        "name",
                                        "unit",
                                        "overTime",
                                        "overUnits",
                                        "numerator",
                                        "denominator",
                                        "direction",
                                        "category")))
                .ok();
        fixture.path("users").properties().forEach(user -> give(user.getKey(), user.getValue()));
        controller
                .put(
                        "rates",
                        Map.of("source", "Fixture", "rates", objects("rates", "from", "to", "period", "type", "rate")))
                .ok();
    }

    private void give(String user, JsonNode grants) {
        give(user, nodes(grants).map(grant -> Map.of("role", grant.path(0), "unit", grant.path(1))));
    }

    /** Gives a user roles, each at a unit. */
    void give(String user, Stream<? extends Map<String, ?>> grants) {
        admin.put("people", Map.of("people", List.of(Map.of("id", user, "grants", grants.toList()))))
                .ok();
    }

    /** The versions one after the other; the figure with a history is entered as often as its row version says. */
    private void enter() {
        fixture.path("scenarios")
                .forEach(scenario -> controller
                        .post(
                                "scenarios",
                                Map.of("code", scenario.path(0), "kind", scenario.path(1), "label", label(scenario, 1)))
                        .ok());
        submit("ACTUAL", 1);
        submit("PLAN", 1);
        controller.post("scenarios/PLAN/versions", Map.of("label", "Working")).ok();
        controller.post("scenarios/PLAN/versions/1/freeze", Map.of()).ok();
        controller
                .submit("not in version 2", new Line("PLAN", "MKT_SPEND", "DEMAND_EMEA", "FY2027-P03", "#MISSING", 1))
                .ok();
        controller
                .submit("another in version 2", new Line("PLAN", "MKT_SPEND", "DEMAND_EMEA", "FY2027-P02", 42_000, 1))
                .ok();
        controller
                .submit("new in version 2", new Line("PLAN", "MKT_SPEND", "DEMAND_AMER", "FY2027-P01", 62_000, 0))
                .ok();
        for (int version = 0; version < 7; version++) {
            controller
                    .submit(
                            "entered " + version,
                            new Line(
                                    "PLAN",
                                    "MKT_SPEND",
                                    "DEMAND_AMER",
                                    "FY2027-P02",
                                    version == 6 ? 60_000 : version,
                                    version))
                    .ok();
        }
    }

    private String label(JsonNode scenario, int number) {
        return nodes(fixture.path("versions"))
                .filter(version -> version.path(0).equals(scenario.path(0))
                        && version.path(1).asInt() == number)
                .findFirst()
                .orElseThrow()
                .path(2)
                .asText();
    }

    private void submit(String scenario, int version) {
        List<Line> lines = nodes(fixture.path("values"))
                .filter(value ->
                        value.path(0).asText().equals(scenario) && value.path(1).asInt() == version)
                .map(value -> new Line(
                        scenario,
                        value.path(2).asText(),
                        value.path(3).asText(),
                        value.path(4).asText(),
                        value.path(5),
                        0))
                .toList();
        controller.submit(scenario + version, lines).ok();
    }

    private void close(JsonNode locks) {
        locks.forEach(lock -> controller
                .post(
                        "locks",
                        Map.of(
                                "scenario", lock.path(0),
                                "org", lock.path(1),
                                "period", lock.path(2),
                                "state", lock.path(3),
                                "reason", lock.path(6)))
                .ok());
    }

    /** The rows of a table of the fixture as objects. */
    private List<Map<String, Object>> objects(String table, String... columns) {
        List<Map<String, Object>> objects = new ArrayList<>();
        fixture.path(table).forEach(row -> {
            Map<String, Object> object = new HashMap<>();
            IntStream.range(0, columns.length).forEach(column -> object.put(columns[column], row.path(column)));
            objects.add(object);
        });
        return objects;
    }

    private static Stream<JsonNode> nodes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public void close() {
        shared.close();
    }
}
