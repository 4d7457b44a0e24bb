package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be reckoned with or kept is refused in a sentence, by whomever, and the log does not repeat it. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class OutOfRangeIT {

    private static final String ENDLESS =
            " does not hold a number, with at most 40 digits on either side of its point.";

    private final ServiceProcess service;
    private final PlanClient client;

    OutOfRangeIT(ServiceProcess service) {
        this.service = service;
        client = new PlanClient(service);
    }

    @BeforeEach
    void organise() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        if (client.get("scenarios").ok().findValuesAsText("code").stream().noneMatch("RANGE"::equals)) {
            client.addScenario("RANGE", "PLAN");
            client.post("periods/years", Map.of("year", 2028)).ok();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-20000000", "1e999999999", "1e-999999999", "0e-999999999", "1e41"})
    void aNumberThatNobodyCanWriteOutIsRefusedWhereverItStands(String text) {
        BigDecimal number = new BigDecimal(text);
        Map<String, Object> copy = Map.of("code", "ENDLESS", "from", "RANGE", "factor", number);
        assertThat(refused("scenarios", copy)).isEqualTo("factor" + ENDLESS);
        assertThat(refused(
                        "scenarios/roll-forward",
                        Map.of("code", "ENDLESS", "from", "RANGE", "factors", Map.of("LEADS", number))))
                .isEqualTo("factors.LEADS" + ENDLESS);
        assertThat(refused("commitments/ANY/revise", Map.of("value", number, "reason", "r")))
                .isEqualTo("value" + ENDLESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000.01", "1e12"})
    void aFactorIsAboveNothingAndBelowAllReason(String text) {
        BigDecimal factor = new BigDecimal(text);
        assertThat(refused("scenarios", Map.of("code", "FACTOR", "from", "RANGE", "factor", factor)))
                .startsWith("A factor is a number above 0 and at most 1,000,000");
        assertThat(refused(
                        "scenarios/roll-forward",
                        Map.of("code", "FACTOR", "from", "RANGE", "factors", Map.of("LEADS", factor))))
                .startsWith("A factor is a number above 0 and at most 1,000,000");
    }

    @ParameterizedTest
    @CsvSource({
        "value, 12345678901234567890, value has more than 15 digits before the point",
        "value, -1e15, value has more than 15 digits before the point",
        "tolerance, 1e400, tolerance does not hold a number.",
        "confidence, -1e400, confidence does not hold a number."
    })
    void aCommitmentIsToWhatCanBeKept(String field, String number, String sentence) {
        Map<String, Object> commitment = commitment("C-RANGE");
        commitment.put(field, new BigDecimal(number));
        assertThat(refused("commitments", commitment)).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberIsNone(String text) {
        for (String field : List.of("tolerance", "confidence")) {
            Map<String, Object> commitment = commitment("C-RANGE");
            commitment.put(field, text);
            assertThat(refused("commitments", commitment)).isEqualTo(field + " does not hold a number.");
        }
    }

    @Test
    void aPromiseIsRoundedAsFiguresAre() {
        Map<String, Object> commitment = commitment("C-ROUND");
        commitment.put("value", new BigDecimal("0.00005"));
        client.post("commitments", commitment).ok();
        client.post("commitments/C-ROUND/revise", Map.of("value", new BigDecimal("2.00005"), "reason", "r"))
                .ok();

        JsonNode promises = client.get("commitments").ok().path("commitments").findParents("id").stream()
                .filter(each -> each.path("id").asText().equals("C-ROUND"))
                .findFirst()
                .orElseThrow()
                .path("promises");
        assertThat(promises.findValuesAsText("value")).containsExactly("1.0E-4", "2.0001");
    }

    @Test
    void aRateThatMakesAnAmountTooLargeIsRefused() {
        client.submit("RANGE-1", new Line("RANGE", "MKT_SPEND", "DEMAND_AMER", "FY2027-P01", 999_999_999_999_999L, 0))
                .ok();
        String before = client.get("rates").ok().toString();
        assertThat(client.put("rates", Map.of("rates", List.of(PlanClient.rate("BUDGET", "9000"))))
                        .refused(422)
                        .path("detail")
                        .asText())
                .startsWith("An amount in the currency of the group has more than 15 digits");
        assertThat(client.get("rates").ok()).hasToString(before);
        assertThat(refused("scenarios", Map.of("code", "TIMES", "from", "RANGE", "factor", 2, "year", 2027)))
                .contains("has more than 15 digits before the point");
    }

    @Test
    void whatTheDatabaseRefusesAtTheEndIsAProblemLikeAnyOther() {
        assertThat(refused("reconcile/sign-offs", signOff(9e14, 9e14)))
                .startsWith("A text or a number of the request is longer or larger than can be kept");
        assertThat(refused("reconcile/sign-offs", signOff(1e308, 1)))
                .startsWith("The value of a figure has more than 15 digits");
    }

    @Test
    void aScenarioFromNowhereIsNotMade() {
        for (String from : List.of("NOPE", "A".repeat(65))) {
            assertThat(client.post("scenarios", Map.of("code", "COPY", "from", from))
                            .refused(404)
                            .path("detail")
                            .asText())
                    .isEqualTo("There is no scenario %s.".formatted(from));
        }
    }

    @Test
    void whatTheDatabaseRefusesIsNotInTheLog() {
        String owner = "Quillfeather-" + "x".repeat(300);
        assertThat(refused("scenarios/roll-forward", Map.of("code", "LONG", "from", "RANGE", "owner", owner)))
                .startsWith("A text or a number of the request is longer");

        assertThat(service.output()).doesNotContain("Quillfeather");
    }

    private String refused(String path, Map<String, Object> document) {
        return client.post(path, document).refused(422).path("detail").asText();
    }

    private static Map<String, Object> commitment(String id) {
        return new HashMap<>(
                Map.of("id", id, "owner", "Ana", "metric", "LEADS", "org", "EMEA", "due", "2027-06-30", "value", 900));
    }

    private static Map<String, Object> signOff(double first, double second) {
        return Map.of(
                "scenario",
                "RANGE",
                "remark",
                "Far too much.",
                "figures",
                List.of(
                        Map.of("metric", "MKT_SPEND", "org", "DEMAND_EMEA", "period", "FY2027-P02", "value", first),
                        Map.of("metric", "MKT_SPEND", "org", "DEMAND_EMEA", "period", "FY2027-P03", "value", second)));
    }
}
