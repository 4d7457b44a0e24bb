package mpm.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

        JsonNode all = planner.get("alerts").ok().path("alerts");
        for (int turn = 0; turn < 200 && all.size() < 2; turn++) {
            Thread.sleep(100);
            all = planner.get("alerts").ok().path("alerts");
        }
        JsonNode own = ofEmea.get("alerts").ok().path("alerts");

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
    void aControllerBooksInTheirOwnPartOnly(Shared shared) {
        withUnits(shared);
        new PlanClient(shared.service(), shared.as(Role.ADMIN))
                .put(
                        "people",
                        Map.of(
                                "people",
                                List.of(Map.of(
                                        "id",
                                        "eve",
                                        "name",
                                        "Eve",
                                        "email",
                                        "eve@example.com",
                                        "grants",
                                        List.of(Map.of("role", "CONTROLLER", "unit", "EMEA"))))))
                .ok();
        PlanClient eve =
                new PlanClient(shared.service(), Shared.bearer(shared.provider().accessToken("eve")));
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
