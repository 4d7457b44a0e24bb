package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody learns of figures that they may not read: by no interface, and not by the difference between what is not there and
 * what is not for them. Cy plans everything, Bo EMEA, Ed approves, promises and controls for EMEA.
 */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class PlanRightsIT {

    private static final String SPEND = "MKT_SPEND";
    private static final String P01 = "FY2027-P01";
    private static final String EMEA = "DEMAND_EMEA";
    private static final String AMER = "DEMAND_AMER";

    private final Fixture fixture;
    private final PlanClient cy;
    private final PlanClient bo;
    private final PlanClient ed;
    private final String scenario;

    /** Every test has a scenario of its own. */
    PlanRightsIT(Fixture fixture, TestInfo test) {
        this.fixture = fixture;
        cy = fixture.as("cy");
        bo = fixture.as("bo");
        ed = fixture.as("ed");
        scenario = test.getTestMethod().orElseThrow().getName().toUpperCase(java.util.Locale.ROOT);
    }

    @BeforeEach
    void plan() {
        fixture.give(
                "ed", Stream.of("APPROVER", "OWNER", "CONTROLLER").map(role -> Map.of("role", role, "unit", "EMEA")));
        cy.post("scenarios", Map.of("code", scenario, "kind", "PLAN", "year", 2027))
                .ok();
    }

    @Test
    void submissions() {
        long both = submitted("both", EMEA, AMER);
        long other = submitted("other", AMER);

        JsonNode seen = bo.get("submissions/" + both).ok();
        assertThat(seen.path("lines").findValuesAsText("org")).containsExactly(EMEA);
        assertThat(seen.path("accepted").asInt()).isEqualTo(1);
        assertThat(bo.get("submissions").ok().path("submissions").findValuesAsText("id"))
                .contains(Long.toString(both))
                .doesNotContain(Long.toString(other));
        assertSame(bo.get("submissions/" + other), Long.toString(other), bo.get("submissions/999999999"), "999999999");

        ed.post("submissions/" + both + "/approve", Map.of()).refused(403);
        ed.post("submissions/" + other + "/approve", Map.of()).refused(404);
    }

    @Test
    void whatWroteNothingIsNotDecided() {
        long id = bo.post(
                        "submissions",
                        Map.of(
                                "key",
                                scenario,
                                "acceptValid",
                                true,
                                "lines",
                                List.of(new Line(scenario, SPEND, EMEA, "FY2027", 1, 0).json())))
                .ok()
                .path("id")
                .asLong();

        for (String decision : List.of("approve", "reject")) {
            assertThat(ed.post("submissions/" + id + "/" + decision, Map.of("reason", "Not agreed"))
                            .refused(409)
                            .path("detail")
                            .asText())
                    .isEqualTo("Submission %d wrote nothing, so there is nothing to decide.".formatted(id));
        }
    }

    @Test
    void ownSubmissionsBehindAHundredOfOthers() {
        long own = submitted("own", EMEA);
        for (int other = 0; other < 101; other++) {
            cy.submit(scenario + other, line(AMER, other, other)).ok();
        }

        assertThat(bo.get("submissions").ok().path("submissions").findValuesAsText("id"))
                .contains(Long.toString(own));
    }

    @Test
    void whatStandsWhereOneMayNotEnter() {
        submitted("there", AMER);
        Map<String, Object> tried = Map.of(
                "key",
                scenario,
                "acceptValid",
                true,
                "lines",
                List.of(line(AMER, 7, 0).json()));

        JsonNode dry = bo.post("submissions?dryRun=true", tried).ok().at("/lines/0");
        JsonNode kept = bo.get("submissions/"
                        + bo.post("submissions", tried).ok().path("id").asLong())
                .ok()
                .at("/lines/0");

        for (JsonNode line : List.of(dry, kept)) {
            assertThat(line.path("status").asText()).isEqualTo("NOT PERMITTED");
            assertThat(line.has("before")).as(line.toString()).isFalse();
            assertThat(line.path("rowVersion").asLong()).isZero();
        }
    }

    @Test
    void keysAreEverybodysOwn() {
        submitted("key", AMER);

        bo.submit(scenario + "key", line(EMEA, 1, 0)).ok();
    }

    @Test
    void locks() {
        cy.post("locks", lock("AMER", "SUBMITTED")).ok();
        cy.post("locks", lock("EMEA", "SUBMITTED")).ok();

        assertThat(bo.get("locks").ok().path("locks").findValuesAsText("org"))
                .contains("EMEA")
                .doesNotContain("AMER", AMER);
        bo.post("locks", lock("AMER", "SUBMITTED")).refused(403);
        ed.post("locks", lock("AMER", "LOCKED")).refused(403);
        ed.post("locks", lock("EMEA", "LOCKED")).ok();
    }

    @Test
    void comparisons() {
        submitted("first", EMEA, AMER);
        cy.post("scenarios/" + scenario + "/versions", Map.of()).ok();
        cy.submit(scenario + "second", line(EMEA, 2, 1), line(AMER, 2, 1)).ok();
        String compare = "/compare?before=1&after=2";

        assertThat(cy.get("scenarios/" + scenario + compare).ok().path("differences"))
                .hasSize(2);
        assertThat(bo.get("scenarios/" + scenario + compare)
                        .ok()
                        .path("differences")
                        .findValuesAsText("org"))
                .containsExactly(EMEA);

        bo.submit(scenario + "note", new Line(scenario, SPEND, EMEA, P01, "Agreed in May", 0, true))
                .ok();
        assertThat(cy.call("VERSION.DIFF", SPEND, EMEA, scenario, 1, 2)
                        .at("/value/1/5")
                        .asText())
                .as("who changed the figure, not who explained it")
                .isEqualTo("cy");

        fixture.give("fay", Stream.of(Map.of("role", "VIEWER", "unit", "MKT", "kinds", List.of("ACTUAL"))));
        PlanClient fay = fixture.as("fay");
        assertSame(fay.get("scenarios/" + scenario + compare), scenario, fay.get("scenarios/NONE" + compare), "NONE");
    }

    @Test
    void versions() {
        submitted("first", EMEA, AMER);

        bo.post("scenarios/" + scenario + "/versions", Map.of()).refused(403);
        bo.post("scenarios/" + scenario + "/versions/1/choose", Map.of()).refused(403);
        ed.post("scenarios/" + scenario + "/versions/1/freeze", Map.of()).refused(403);
        bo.post("scenarios", Map.of("code", scenario + "_ACTUAL", "kind", "ACTUAL"))
                .refused(403);
        bo.post("scenarios", Map.of("code", scenario + "_COPY", "kind", "PLAN", "year", 2027, "from", scenario))
                .ok();
        assertThat(figures(cy, scenario + "_COPY").findValuesAsText("org")).containsExactly(EMEA);
    }

    @Test
    void figures() {
        submitted("both", EMEA, AMER);

        assertThat(figures(bo, scenario).findValuesAsText("org")).containsExactly(EMEA);
    }

    @Test
    void workbooks() {
        cy.put("workbooks/linked/" + scenario, Map.of("name", "Cy's")).ok();

        assertThat(bo.get("workbooks/linked").ok().path("workbooks").findValuesAsText("id"))
                .doesNotContain(scenario);
        assertSame(bo.get("workbooks/linked/" + scenario), scenario, bo.get("workbooks/linked/none"), "none");
    }

    @Test
    void commitments() {
        fixture.give("zoe", Stream.of(Map.of("role", "OWNER", "unit", "MKT")));
        PlanClient zoe = fixture.as("zoe");
        zoe.post("commitments", commitment("A-" + scenario, "Marketing Americas"))
                .ok();
        zoe.post("commitments", commitment("E-" + scenario, "marketing emea")).ok();

        assertThat(bo.get("commitments").ok().path("commitments").findValuesAsText("id"))
                .contains("E-" + scenario)
                .doesNotContain("A-" + scenario);
        ed.post("commitments", commitment("X-" + scenario, "AMER")).refused(403);
        assertSame(
                ed.post("commitments/A-" + scenario + "/accept", Map.of()),
                "A-" + scenario,
                ed.post("commitments/NONE/accept", Map.of()),
                "NONE");
        String own = "commitments/E-" + scenario;
        ed.post(own + "/disclose", Map.of("value", 90)).refused(409);
        ed.post(own + "/accept", Map.of()).ok();
        ed.post(own + "/accept", Map.of()).refused(409);
        ed.post(own + "/close", Map.of()).refused(409);
        ed.post(own + "/disclose", Map.of("value", 90)).ok();
        ed.post(own + "/close", Map.of()).ok();
        for (String turn : List.of("close", "disclose", "revise", "accept")) {
            assertThat(ed.post(own + "/" + turn, Map.of("value", 80, "reason", "Again"))
                            .refused(409)
                            .path("detail")
                            .asText())
                    .isEqualTo("Commitment E-%s is closed: nothing of it changes any more.".formatted(scenario));
        }
    }

    @Test
    void whatACommitmentSaysIsAShare() {
        fixture.give("zoe", Stream.of(Map.of("role", "OWNER", "unit", "MKT")));
        PlanClient zoe = fixture.as("zoe");
        Map.of("tolerance", -1, "confidence", 5).forEach((name, share) -> {
            Map<String, Object> wrong = new HashMap<>(commitment("S-" + scenario, "EMEA"));
            wrong.put(name, share);
            assertThat(zoe.post("commitments", wrong)
                            .refused(422)
                            .path("detail")
                            .asText())
                    .startsWith(name + " is a share");
        });
    }

    @Test
    void theAuditTrail() {
        submitted("both", EMEA, AMER);

        List<String> all = cy.get("audit?rows=1000").ok().path("entries").findValuesAsText("objectId");
        assertThat(all).contains(object(EMEA), object(AMER), scenario);
        assertThat(ed.get("audit?rows=1000").ok().path("entries").findValuesAsText("objectId"))
                .contains(object(EMEA))
                .doesNotContain(object(AMER), scenario);
        assertThat(ed.get("audit?object=" + object(AMER)).ok())
                .isEqualTo(ed.get("audit?object=NONE/1/NONE/NONE/NONE").ok());
        bo.get("audit").refused(403);
    }

    private long submitted(String key, String... units) {
        return cy.submit(
                        scenario + key,
                        Stream.of(units).map(unit -> line(unit, 1, 0)).toList())
                .ok()
                .path("id")
                .asLong();
    }

    private Line line(String unit, int value, long seen) {
        return new Line(scenario, SPEND, unit, P01, value, seen);
    }

    private Map<String, Object> lock(String unit, String state) {
        return Map.of("scenario", scenario, "org", unit, "period", P01, "state", state);
    }

    private static Map<String, Object> commitment(String id, String unit) {
        return Map.of("id", id, "owner", "zoe", "metric", "leads", "org", unit, "due", "2027-06-30", "value", 100);
    }

    private static JsonNode figures(PlanClient client, String scenario) {
        return client.figures(scenario, List.of(SPEND), List.of("MKT"), List.of("FY2027"));
    }

    private String object(String unit) {
        return scenario + "/1/MKT_SPEND/" + unit + "/" + P01;
    }

    /** Two answers that differ in nothing but what was asked for. */
    private static void assertSame(PlanClient.Answer one, String name, PlanClient.Answer other, String otherName) {
        assertThat(one.refused(404).toString().replace(name, otherName))
                .isEqualTo(other.refused(404).toString());
    }
}
