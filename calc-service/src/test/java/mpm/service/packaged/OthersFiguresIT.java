package mpm.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mpm.plan.Role;
import mpm.service.packaged.PlanClient.Line;
import mpm.service.packaged.SharedService.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is told of figures, nor books any, in a part of the organisation that is not theirs. */
@ExtendWith(SharedService.class)
class OthersFiguresIT {

    private static final String SCENARIO = "WATCHED";
    private static final String LEDGER =
            "Document,Date,Account,Cost centre,Amount\nA,2026-07-03,MKT_SPEND,DEMAND_EMEA,5\nB,2026-07-03,MKT_SPEND,DEMAND_AMER,5\n";

    @Test
    void anAlertIsForThoseWhoMayReadTheFigure(Shared shared) throws InterruptedException {
        withUnits(shared);
        PlanClient planner = new PlanClient(shared.service(), shared.as(Role.PLANNER));
        PlanClient ofEmea =
                new PlanClient(shared.service(), Shared.bearer(shared.provider().accessToken("bo", "emea")));
        planner.addScenario(SCENARIO, "PLAN");
        for (String unit : List.of("DEMAND_EMEA", "DEMAND_AMER")) {
            planner.put("alerts/rules/WATCH_" + unit, rule(unit)).ok();
            planner.submit(SCENARIO + unit, lines(unit)).ok();
        }

        JsonNode all = awaitAlerts(planner, SCENARIO, 2);
        JsonNode own = awaitAlerts(ofEmea, SCENARIO, 1);

        assertThat(all.findValuesAsText("org")).containsExactlyInAnyOrder("DEMAND_EMEA", "DEMAND_AMER");
        assertThat(own.findValuesAsText("org")).containsExactly("DEMAND_EMEA");
        assertThat(ofEmea.get("alerts/rules").ok().path("rules").findValuesAsText("org"))
                .containsExactly("DEMAND_EMEA");
        assertThat(new PlanClient(shared.service(), shared.as(Role.PARTNER))
                        .get("alerts")
                        .ok()
                        .path("alerts"))
                .isEmpty();
        for (JsonNode alert : all) {
            boolean isOwn = alert.path("org").asText().equals("DEMAND_EMEA");
            assertThat(ofEmea.post("alerts/" + alert.path("id").asLong() + "/acknowledge", Map.of())
                            .status())
                    .isEqualTo(isOwn ? 200 : 404);
        }
        ofEmea.put("alerts/rules/MINE", rule("DEMAND_AMER")).refused(403);
        assertThat(ofEmea.send("DELETE", "alerts/rules/WATCH_DEMAND_AMER").status())
                .isEqualTo(404);
    }

    @Test
    void anAlertDoesNotTellThePlanToThoseWhoMayNotReadIt(Shared shared) throws InterruptedException {
        withUnits(shared);
        PlanClient planner = new PlanClient(shared.service(), shared.as(Role.PLANNER));
        PlanClient controller = new PlanClient(shared.service(), shared.as(Role.CONTROLLER));
        planner.addScenario("WANTED", "PLAN");
        controller.addScenario("CAME", "ACTUAL");
        Map<String, Object> grant = Map.of("role", "VIEWER", "unit", "MKT", "kinds", List.of("ACTUAL"));
        PlanClient ofActuals = person(shared, "vic", grant);
        Map<String, Object> rule = Map.of(
                "metric",
                "LEADS",
                "org",
                "DEMAND_EMEA",
                "scenario",
                "CAME",
                "method",
                "TOLERANCE",
                "against",
                "WANTED",
                "beyond",
                1);
        controller.put("alerts/rules/AGAINST_PLAN", rule).ok();
        planner.submit("wanted", new Line("WANTED", "LEADS", "DEMAND_EMEA", "FY2027-P01", 480, 0))
                .ok();
        controller
                .submit("came", new Line("CAME", "LEADS", "DEMAND_EMEA", "FY2027-P01", 5, 0))
                .ok();

        awaitAlerts(controller, "CAME", 1);
        assertThat(ofActuals.figures("CAME", List.of("LEADS"), List.of("EMEA"), List.of("FY2027")))
                .hasSize(1);
        assertThat(ofActuals.get("alerts").ok().path("alerts")).isEmpty();
        assertThat(controller.send("DELETE", "alerts/rules/AGAINST_PLAN").status())
                .isEqualTo(200);
    }

    private static JsonNode awaitAlerts(PlanClient client, String scenario, int count) throws InterruptedException {
        for (int turn = 0; turn < 200; turn++) {
            ArrayNode found = JsonNodeFactory.instance.arrayNode();
            client.get("alerts").ok().path("alerts").forEach(alert -> {
                if (alert.path("scenario").asText().equals(scenario)) {
                    found.add(alert);
                }
            });
            if (found.size() == count) {
                return found;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("There are no %d alerts of %s.".formatted(count, scenario));
    }

    @Test
    void aControllerBooksInTheirOwnPartOnly(Shared shared) {
        withUnits(shared);
        PlanClient eve = person(shared, "eve", "CONTROLLER", "EMEA");
        new PlanClient(shared.service(), shared.as(Role.CONTROLLER)).addScenario("BOOKED", "ACTUAL");
        JsonNode preview =
                eve.sendTable("import/EVE", LEDGER.getBytes(UTF_8), "text/csv").ok();
        String file = "import/files/" + preview.at("/file/id").asLong();
        Map<String, Object> mapping = new HashMap<>();
        preview.path("mapping").properties().forEach(each -> mapping.put(each.getKey(), each.getValue()));
        mapping.put("scenario", "BOOKED");
        JsonNode mapped = eve.put(file + "/mapping", mapping).ok();

        assertThat(mapped.path("problems").findValuesAsText("line")).containsExactly("3");
        assertThat(eve.post(file + "/apply", Map.of())
                        .refused(409)
                        .path("detail")
                        .asText())
                .contains("MKT_SPEND at DEMAND_AMER in FY2027-P01: You have no right to enter this here");
        assertThat(eve.figures("BOOKED", List.of("MKT_SPEND"), List.of("EMEA"), List.of("FY2027")))
                .isEmpty();
    }

    @Test
    void whatConcernsEveryUnitIsForThoseOfEveryUnit(Shared shared) {
        withUnits(shared);
        PlanClient controller = new PlanClient(shared.service(), shared.as(Role.CONTROLLER));
        controller.addScenario("CLOSED", "ACTUAL");
        PlanClient ofAmer = person(shared, "ada", "CONTROLLER", "AMER");
        PlanClient ofEmea = person(shared, "eva", "CONTROLLER", "EMEA");

        assertThat(ofEmea.put("rates", Map.of("rates", List.of(PlanClient.rate("SPOT", "0.9"))))
                        .refused(403)
                        .path("detail")
                        .asText())
                .startsWith("This concerns every unit: it takes the role CONTROLLER");

        ofAmer.post(
                        "reconcile/sign-offs",
                        Map.of(
                                "scenario",
                                "CLOSED",
                                "remark",
                                "Nothing yet",
                                "figures",
                                List.of(Map.of(
                                        "metric",
                                        "LEADS",
                                        "org",
                                        "DEMAND_AMER",
                                        "period",
                                        "FY2027-P01",
                                        "value",
                                        31415))))
                .ok();
        assertThat(ofAmer.get("reconcile/sign-offs").ok().path("signOffs")).hasSize(1);
        assertThat(ofEmea.get("reconcile/sign-offs").ok().path("signOffs")).isEmpty();
        assertThat(controller.get("reconcile/sign-offs").ok().path("signOffs")).isNotEmpty();

        JsonNode sent = ofAmer.sendTable("import/AMERLEDGER", LEDGER.getBytes(UTF_8), "text/csv")
                .ok();
        String file = "import/files/" + sent.at("/file/id").asLong();
        assertThat(ofEmea.get(file).status()).isEqualTo(404);
        assertThat(ofEmea.send("DELETE", file).status()).isEqualTo(404);
        assertThat(ofEmea.get("import/files").ok().path("files").findValuesAsText("source"))
                .doesNotContain("AMERLEDGER");
        controller.get(file).ok();
        JsonNode copy = ofEmea.sendTable("import/AMERLEDGER", (LEDGER + "\n").getBytes(UTF_8), "text/csv")
                .ok();
        assertThat(ofEmea.put("import/files/" + copy.at("/file/id").asLong() + "/mapping", copy.path("mapping"))
                        .refused(403)
                        .path("detail")
                        .asText())
                .startsWith("Others import from AMERLEDGER as well");

        ofAmer.put("workbooks/linked/amer-1", Map.of("name", "Americas.xlsx", "bindings", List.of()))
                .ok();
        assertThat(ofEmea.get("workbooks/linked/amer-1").status()).isEqualTo(404);
    }

    @Test
    void thereIsNoAdministratorOfAPartAndNobodyIsTwoPeople(Shared shared) {
        withUnits(shared);
        PlanClient admin = new PlanClient(shared.service(), shared.as(Role.ADMIN));

        assertThat(admin.put("people", people("partly", grant("ADMIN", "EMEA")))
                        .refused(422)
                        .path("detail")
                        .asText())
                .startsWith("partly is ADMIN of a part");
        assertThat(admin.put("people", people("admin ", grant("CONTROLLER", "MKT")))
                        .refused(422)
                        .path("detail")
                        .asText())
                .startsWith("The id of a person begins and ends with");
    }

    @Test
    void whatWasPromisedOfARestrictedMetricIsForWhoeverReadsIt(Shared shared) {
        withUnits(shared);
        PlanClient admin = new PlanClient(shared.service(), shared.as(Role.ADMIN));
        admin.put(
                        "metrics",
                        Map.of("metrics", List.of(Map.of("code", "SALARY", "unit", "MONEY", "isRestricted", true))))
                .ok();
        person(shared, "boss", "OWNER", "MKT", "SALARY")
                .post(
                        "commitments",
                        Map.of(
                                "id",
                                "SECRET1",
                                "owner",
                                "boss",
                                "metric",
                                "SALARY",
                                "org",
                                "EMEA",
                                "due",
                                "2027-03-31",
                                "value",
                                987654.32))
                .ok();

        assertThat(new PlanClient(shared.service(), shared.as(Role.AUDITOR))
                        .get("audit?object=SECRET1")
                        .ok()
                        .path("entries"))
                .isNotEmpty();
        assertThat(new PlanClient(shared.service(), shared.as(Role.CONTROLLER))
                        .get("audit?object=SECRET1")
                        .ok()
                        .path("entries"))
                .isEmpty();
        assertThat(person(shared, "leads", "AUDITOR", "MKT", "LEADS")
                        .get("audit?object=SECRET1")
                        .ok()
                        .path("entries"))
                .isEmpty();
    }

    /** Someone with one role, for some metrics where they are named. */
    private static PlanClient person(Shared shared, String id, String role, String unit, String... metrics) {
        return person(shared, id, grant(role, unit, metrics));
    }

    private static PlanClient person(Shared shared, String id, Map<String, Object> grant) {
        new PlanClient(shared.service(), shared.as(Role.ADMIN))
                .put("people", people(id, grant))
                .ok();
        return new PlanClient(shared.service(), Shared.bearer(shared.provider().accessToken(id)));
    }

    private static Map<String, Object> grant(String role, String unit, String... metrics) {
        return Map.of("role", role, "unit", unit, "metrics", List.of(metrics));
    }

    private static Map<String, Object> people(String id, Map<String, Object> grant) {
        return Map.of("people", List.of(Map.of("id", id, "name", id, "grants", List.of(grant))));
    }

    /** An organisation, unless another test has made one. */
    private static void withUnits(Shared shared) {
        PlanClient admin = new PlanClient(shared.service(), shared.as(Role.ADMIN));
        if (admin.get("units").ok().path("units").isEmpty()) {
            admin.organise("MONTHLY");
            admin.post("periods/years", Map.of("year", 2027)).ok();
        }
    }

    private static Map<String, Object> rule(String unit) {
        return Map.of("metric", "LEADS", "org", unit, "scenario", SCENARIO, "method", "XMR");
    }

    private static List<Line> lines(String unit) {
        List<Line> lines = new ArrayList<>();
        List<Integer> values = List.of(38, 36, 40, 37, 39, 38, 90);
        for (int place = 0; place < values.size(); place++) {
            lines.add(new Line(SCENARIO, "LEADS", unit, "FY2027-P%02d".formatted(place + 1), values.get(place), 0));
        }
        return lines;
    }
}
