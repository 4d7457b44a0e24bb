package mpm.method.attribution;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attribution as R's ChannelAttribution counts it, and as exact arithmetic solves it. */
class AttributionReferenceTest {

    private static final JsonNode PATHS =
            ReferenceCases.one("attribution", "att-small-heuristic").at("/inputs/paths");
    private static final Journeys JOURNEYS = journeys(PATHS);
    private static final double[] CONVERSIONS = numbers(PATHS.get("total_conversions"));

    @Test
    void theRulesCreditAsChannelAttributionDoes() {
        JsonNode reference = ReferenceCases.one("attribution", "att-small-heuristic");
        double[] values = numbers(PATHS.get("total_conversion_value"));
        assertCredits(reference, "first_touch", CreditRule.first(), values);
        assertCredits(reference, "last_touch", CreditRule.last(), values);
        assertCredits(reference, "linear_touch", CreditRule.even(), values);
    }

    private static void assertCredits(JsonNode reference, String rule, CreditRule credit, double[] values) {
        assertEach(reference, rule + "_conversions", credit.credits(JOURNEYS, CONVERSIONS));
        assertEach(reference, rule + "_value", credit.credits(JOURNEYS, values));
    }

    private static void assertEach(JsonNode reference, String figure, double[] actual) {
        double[] expected = numbers(reference.get("expected").get(figure));
        assertThat(actual).hasSameSizeAs(expected);
        for (int channel = 0; channel < expected.length; channel++) {
            assertThat(reference.at("/expected/channel_name").get(channel).asText())
                    .isEqualTo(JOURNEYS.channels().get(channel));
            assertClose(reference, figure, actual[channel], expected[channel]);
        }
    }

    @Test
    void aChainOfOneTouchIsSolvedExactly() {
        JsonNode reference = ReferenceCases.one("attribution_exact", "attx-small");
        double[] effects = RemovalEffects.of(JOURNEYS, CONVERSIONS, numbers(PATHS.get("total_null")), 1, false);
        assertByName(reference, "removal_effects", effects);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aChainIsNearWhatChannelAttributionSimulates(int order) {
        JsonNode reference = ReferenceCases.one("attribution", "att-small-markov" + order);
        double[] effects = RemovalEffects.of(JOURNEYS, CONVERSIONS, numbers(PATHS.get("total_null")), order, false);
        double[] expected = numbers(reference.at("/expected/removal_effects/removal_effects_conversion"));
        assertThat(expected).hasSameSizeAs(effects);
        for (int channel = 0; channel < effects.length; channel++) {
            assertClose(reference, "removal_effects", effects[channel], expected[channel]);
        }
    }

    @Test
    void sharesOfSetsAreThoseOfShapley() {
        assertByName(ReferenceCases.one("shapley", "shap-paths"), "shapley", Shapley.ofCounts(JOURNEYS, CONVERSIONS));
    }

    @Test
    void gamesHaveTheirKnownValues() {
        for (String id : List.of("shap-glove", "shap-3")) {
            JsonNode reference = ReferenceCases.one("shapley", id);
            List<String> players = texts(reference.at("/inputs/channels"));
            double[] worth = new double[1 << players.size()];
            for (JsonNode coalition : reference.at("/inputs/coalitions")) {
                int set = texts(coalition.get("set")).stream()
                        .mapToInt(player -> 1 << players.indexOf(player))
                        .sum();
                worth[set] = coalition.get("value").asDouble();
            }
            double[] values = Shapley.of(worth);
            for (int player = 0; player < values.length; player++) {
                assertClose(
                        reference,
                        "shapley",
                        values[player],
                        reference
                                .at("/expected/shapley")
                                .get(players.get(player))
                                .asDouble());
            }
        }
    }

    private static void assertByName(JsonNode reference, String figure, double[] actual) {
        JsonNode expected = reference.get("expected").get(figure);
        assertThat(actual).hasSize(expected.size());
        for (int channel = 0; channel < actual.length; channel++) {
            assertClose(
                    reference,
                    figure,
                    actual[channel],
                    expected.get(JOURNEYS.channels().get(channel)).asDouble());
        }
    }

    private static Journeys journeys(JsonNode paths) {
        return Journeys.of(texts(paths.get("path")), " > ");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
