package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is missing, of another kind, or larger than its place, is refused with a sentence that names it. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class PlanRefusalsIT {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final String LONG = "x".repeat(300);

    private final PlanClient client;

    PlanRefusalsIT(Fixture fixture) {
        client = fixture.admin();
    }

    @TestFactory
    Stream<DynamicTest> whatDoesNotFitIsNamed() {
        return Stream.of(
                put("units", NOTHING, "units is missing."),
                put("metrics", NOTHING, "metrics is missing."),
                put("partners", NOTHING, "partners is missing."),
                put("people", NOTHING, "people is missing."),
                put("organisation", NOTHING, "currency is the three capital letters of a currency, such as EUR."),
                put("units", list("units", null), "units[0] does not hold an object."),
                put("units", Map.of("units", "EMEA"), "units does not hold a list."),
                put("units", unit("name", LONG), "units[0].name is longer than 200 characters: shorten it."),
                put(
                        "units",
                        unit("aliases", List.of(LONG)),
                        "units[0].aliases is longer than 48 characters: shorten it."),
                put("units", unit("name", 7), "units[0].name does not hold a text."),
                put("units", unit("validFrom", "soon"), "units[0].validFrom does not hold a date such as 2026-07-01."),
                put(
                        "units",
                        unit("nome", "x"),
                        "units[0].nome is not known here; known are aliases, code, currency, kind, "
                                + "name, owner, parent, place, validFrom, validTo."),
                put(
                        "units",
                        unit("parent", "NOWHERE"),
                        "Unit NEW belongs to NOWHERE, which is not there: send NOWHERE before it."),
                put("units", unit("code", "emea"), "“emea” cannot be a code"),
                put(
                        "units",
                        list("units", Map.of("code", "EMEA", "currency", "EUR", "parent", "DEMAND_EMEA")),
                        "Unit EMEA would belong to itself: give it another parent."),
                put("people", list("people", NOTHING), "people[0].id is missing."),
                put("people", grant(Map.of("unit", "EMEA")), "people[0].grants[0].role is missing."),
                put(
                        "people",
                        grant(Map.of("role", "BOSS", "unit", "EMEA")),
                        "people[0].grants[0].role does not hold one of VIEWER,"),
                put(
                        "people",
                        grant(Map.of("role", "VIEWER", "unit", "EMEA", "kinds", List.of("PLANS"))),
                        "people[0].grants[0].kinds[0] does not hold one of TARGET,"),
                put(
                        "people",
                        grant(Map.of("role", "VIEWER", "unit", "APAC")),
                        "new has a role for unit APAC, which is not there."),
                put(
                        "people",
                        grant(Map.of("role", "VIEWER", "unit", "EMEA", "metrics", List.of("CLICKS"))),
                        "new has a role for metric CLICKS, which is not there."),
                put(
                        "metrics",
                        list("metrics", Map.of("code", "SHARE", "overTime", "RATIO")),
                        "Metric SHARE: a RATIO, and nothing else,"),
                put(
                        "metrics",
                        list(
                                "metrics",
                                Map.of(
                                        "code",
                                        "SHARE",
                                        "overTime",
                                        "RATIO",
                                        "overUnits",
                                        "RATIO",
                                        "numerator",
                                        "SHARE",
                                        "denominator",
                                        "LEADS")),
                        "Metric SHARE would be made of itself"),
                post("periods/years", NOTHING, "A fiscal year is a number such as 2027"),
                post("periods/adjustments", NOTHING, "code is missing."),
                post(
                        "periods/adjustments",
                        Map.of("code", "FY2027-P12", "year", 2027),
                        "FY2027-P12 is a period of the calendar already"));
    }

    @Test
    void whatStandsUnderAMetricStaysWhatItIs() {
        assertThat(client.put("metrics", list("metrics", Map.of("code", "LEADS", "unit", "MONEY")))
                        .refused(409)
                        .path("detail")
                        .asText())
                .startsWith("Figures of metric LEADS were entered by its unit and the way it adds up");
    }

    private DynamicTest put(String path, Object document, String sentence) {
        return refused("PUT " + path, sentence, () -> client.put(path, document));
    }

    private DynamicTest post(String path, Object document, String sentence) {
        return refused("POST " + path, sentence, () -> client.post(path, document));
    }

    private static DynamicTest refused(
            String name, String sentence, java.util.function.Supplier<PlanClient.Answer> asked) {
        return DynamicTest.dynamicTest(
                name + ": " + sentence,
                () -> assertThat(asked.get().refused(422).path("detail").asText())
                        .startsWith(sentence));
    }

    private static Map<String, Object> list(String name, @org.jspecify.annotations.Nullable Object only) {
        return Map.of(name, java.util.Collections.singletonList(only));
    }

    private static Map<String, Object> unit(String field, Object value) {
        Map<String, Object> unit = new HashMap<>(Map.of("code", "NEW", "currency", "EUR", "parent", "EMEA"));
        unit.put(field, value);
        return list("units", unit);
    }

    private static Map<String, Object> grant(Map<String, Object> grant) {
        return list("people", Map.of("id", "new", "grants", List.of(grant)));
    }
}
