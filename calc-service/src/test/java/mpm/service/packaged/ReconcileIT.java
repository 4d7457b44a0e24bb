package mpm.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mpm.service.packaged.PlanClient.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workbook, service and ledger are held against each other, and someone signs for it. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReconcileIT {

    private static final String SPEND = "MKT_SPEND";
    private static final String UNIT = "DEMAND_EMEA";
    private static final String P03 = "FY2027-P03";
    private static final String P04 = "FY2027-P04";

    private final PlanClient client;
    private final String scenario;

    ReconcileIT(ServiceProcess service, TestInfo test) {
        client = new PlanClient(service);
        scenario = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT);
    }

    @BeforeEach
    void organise() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario(scenario, "ACTUAL");
    }

    @Test
    void whatAgreesIsSignedOffWithoutAWord() {
        applied("A,2026-09-03,6610,CC-10,100.25", "B,2026-10-05,6610,CC-10,50");

        JsonNode found = client.post("reconcile", question(100.25, 50)).ok();
        assertThat(found.path("agrees").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.at("/workbook/total").decimalValue()).isEqualByComparingTo("150.25");
        assertThat(found.at("/service/total").decimalValue()).isEqualByComparingTo("150.25");
        assertThat(found.at("/ledger/ledger").decimalValue()).isEqualByComparingTo("150.25");
        assertThat(found.at("/workbook/hash")).isEqualTo(found.at("/service/hash"));

        JsonNode signed =
                client.post("reconcile/sign-offs", question(100.25, 50)).ok();
        assertThat(signed.path("signedBy").asText()).isEqualTo("local");
        assertThat(signed.path("metrics").asText()).isEqualTo(SPEND);
        assertThat(signed.path("periods").asText()).isEqualTo(P03 + ", " + P04);
        assertThat(client.get("reconcile/sign-offs").ok().at("/signOffs/0")).isEqualTo(signed);
        assertThat(client.get("audit?object=" + signed.path("id").asLong())
                        .ok()
                        .at("/entries/0/action")
                        .asText())
                .isEqualTo("SIGN OFF");
        client.verifiedEntries();
    }

    @Test
    void aCellThatWasAlteredIsFoundAndTakesARemark() {
        applied("A,2026-09-03,6610,CC-10,100.25", "B,2026-10-05,6610,CC-10,50");

        JsonNode found = client.post("reconcile", question(100.26, 50)).ok();
        assertThat(found.path("agrees").asBoolean()).isFalse();
        assertThat(found.at("/findings/0/status").asText()).isEqualTo("DIFFERENT");
        assertThat(found.at("/findings/0/period").asText()).isEqualTo(P03);
        assertThat(found.at("/findings/0/isTiming").asBoolean()).isFalse();

        client.post("reconcile/sign-offs", question(100.26, 50)).refused(409);
        Map<String, Object> explained = new HashMap<>(question(100.26, 50));
        explained.put("remark", "A cent of the bank's");
        assertThat(client.post("reconcile/sign-offs", explained)
                        .ok()
                        .path("findings")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatWasEnteredBesideTheLedgerIsFound() {
        applied("A,2026-09-03,6610,CC-10,100");
        client.submit(
                        scenario,
                        new Line(scenario, SPEND, UNIT, P03, 120, 1),
                        new Line(scenario, SPEND, UNIT, P04, 7, 0))
                .ok();

        JsonNode differences = client.post("reconcile", question(120, 7)).ok().at("/ledger/differences");

        assertThat(differences).hasSize(2);
        assertThat(differences.at("/0/lines").asInt()).isEqualTo(1);
        assertThat(differences.at("/0/ledger").asInt()).isEqualTo(100);
        assertThat(differences.at("/0/service").asInt()).isEqualTo(120);
        assertThat(differences.at("/1/lines").asInt()).isZero();
    }

    @Test
    void linesThatBelongNowhereAreShown() {
        applied("A,2026-09-03,6610,CC-10,100", "B,2026-09-04,6990,CC-10,33.5", "C,2026-12-04,6990,CC-10,1");

        JsonNode found = client.post("reconcile", question(100, null)).ok();

        assertThat(found.path("unmapped")).hasSize(1);
        assertThat(found.at("/unmapped/0/account").asText()).isEqualTo("6990");
        assertThat(found.at("/unmapped/0/lines").asInt()).isEqualTo(1);
        assertThat(found.at("/unmapped/0/amount").decimalValue()).isEqualByComparingTo("33.5");
        assertThat(found.path("agrees").asBoolean()).isFalse();
    }

    @Test
    void roundingIsALine() {
        client.submit(
                        scenario,
                        new Line(scenario, SPEND, UNIT, P03, 0.4, 0),
                        new Line(scenario, SPEND, UNIT, P04, 0.4, 0))
                .ok();

        Map<String, Object> question = new HashMap<>(question(0.4, 0.4));
        question.put("decimals", 0);
        JsonNode rounding = client.post("reconcile", question).ok().path("rounding");

        assertThat(rounding.path("shown").asInt()).isZero();
        assertThat(rounding.path("exact").asInt()).isEqualTo(1);
        assertThat(rounding.path("difference").asInt()).isEqualTo(-1);
    }

    @Test
    void aWorkbookThatHasNotReadWhatWasWrittenIsBehind() {
        applied("A,2026-09-03,6610,CC-10,100");
        String workbook = scenario + "-workbook";
        link(workbook, 1);
        assertThat(linked(workbook).path("state").asText()).isEqualTo("IN_SYNC");
        assertThat(linked(workbook).has("lastSubmit")).isFalse();

        client.post(
                        "submissions",
                        Map.of(
                                "key",
                                scenario,
                                "workbook",
                                workbook,
                                "lines",
                                List.of(new Line(scenario, SPEND, UNIT, P03, 130, 1).json())))
                .ok();

        // What it has written itself it knows.
        assertThat(linked(workbook).path("state").asText()).isEqualTo("IN_SYNC");
        assertThat(linked(workbook).path("lastSubmit").asText()).isNotEmpty();

        client.submit(scenario + "-other", new Line(scenario, SPEND, UNIT, P03, 140, 2))
                .ok();

        assertThat(linked(workbook).path("state").asText()).isEqualTo("BEHIND");
        Map<String, Object> question = new HashMap<>(question(100, null));
        question.put("workbook", workbook);
        JsonNode finding = client.post("reconcile", question).ok().at("/findings/0");
        assertThat(finding.path("isTiming").asBoolean()).isTrue();
        link(workbook, 3);
        assertThat(linked(workbook).path("state").asText()).isEqualTo("IN_SYNC");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        client.post("reconcile", Map.of("scenario", scenario)).refused(422);
        Map<String, Object> unknown = new HashMap<>(question(1, 1));
        unknown.put("scenario", "NO_SUCH");
        client.post("reconcile", unknown).refused(422);
        Map<String, Object> twice = new HashMap<>(question(1, 1));
        twice.put("figures", List.of(figure(P03, 1), figure(P03, 2)));
        assertThat(client.post("reconcile", twice).refused(422).path("detail").asText())
                .contains("row above");
    }

    private void link(String workbook, long lastRead) {
        client.put(
                        "workbooks/linked/" + workbook,
                        Map.of(
                                "name",
                                "Actuals.xlsx",
                                "bindings",
                                List.of(Map.of(
                                        "sheet",
                                        "A",
                                        "cell",
                                        "B2",
                                        "metric",
                                        SPEND,
                                        "org",
                                        UNIT,
                                        "period",
                                        P03,
                                        "scenario",
                                        scenario,
                                        "lastRead",
                                        lastRead))))
                .ok();
    }

    private JsonNode linked(String workbook) {
        return client.get("workbooks/linked/" + workbook).ok();
    }

    private void applied(String... lines) {
        String file = "Document,Date,Account,Cost centre,Amount\n" + String.join("\n", lines) + "\n";
        JsonNode preview = client.sendTable("import/" + scenario, file.getBytes(UTF_8), "text/csv")
                .ok();
        String address = "import/files/" + preview.at("/file/id").asLong();
        Map<String, Object> mapping = new HashMap<>();
        preview.path("mapping").properties().forEach(each -> mapping.put(each.getKey(), each.getValue()));
        mapping.put("scenario", scenario);
        mapping.put("metrics", Map.of("6610", SPEND));
        mapping.put("units", Map.of("CC-10", UNIT));
        client.put(address + "/mapping", mapping).ok();
        client.post(address + "/apply", Map.of()).ok();
    }

    private Map<String, Object> question(double third, @Nullable Number fourth) {
        List<Map<String, Object>> figures =
                fourth == null ? List.of(figure(P03, third)) : List.of(figure(P03, third), figure(P04, fourth));
        return Map.of("scenario", scenario, "figures", figures);
    }

    private static Map<String, Object> figure(String period, Number value) {
        return Map.of("metric", SPEND, "org", UNIT, "period", period, "value", value);
    }
}
