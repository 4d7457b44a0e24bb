package mpm.method.statistics;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two groups held against each other, as R and statsmodels do; their first group is our B. */
class TwoGroupsReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"ab-hill-mens-visit", "ab-small", "ab-zero"})
    void ratesAreTestedAsInR(String id) {
        JsonNode reference = ReferenceCases.one("ab_tests", id);
        TwoRates rates = rates(reference);
        JsonNode expected = reference.get("expected");
        assertClose(
                reference,
                "difference",
                rates.difference(),
                expected.get("difference").asDouble());
        assertClose(reference, "z_pooled", rates.z(), expected.get("z_pooled").asDouble());
        assertClose(
                reference,
                "p_value",
                Normal.twoSidedTail(rates.z()),
                expected.get("p_value").asDouble());
        assertClose(
                reference, "fisher_p", rates.fisherP(), expected.get("fisher_p").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prop-1", "prop-2"})
    void theIntervalOfADifferenceIsNewcombes(String id) {
        JsonNode reference = ReferenceCases.one("ab_tests_intervals", id);
        Interval interval = rates(reference).interval(.95);
        double[] expected = numbers(reference.at("/expected/newcomb"));
        assertClose(reference, "newcomb", interval.low(), expected[0]);
        assertClose(reference, "newcomb", interval.high(), expected[1]);
    }

    private static TwoRates rates(JsonNode reference) {
        JsonNode successes = reference.at("/inputs/successes");
        JsonNode trials = reference.at("/inputs/trials");
        return new TwoRates(
                successes.get(1).asInt(),
                trials.get(1).asInt(),
                successes.get(0).asInt(),
                trials.get(0).asInt());
    }

    @Test
    void whicheverIsHigherOneOfThemIs() {
        double bIsHigher = new TwoRates(7, 40, 2, 38).probabilityThatBIsHigher();
        double aIsHigher = new TwoRates(2, 38, 7, 40).probabilityThatBIsHigher();
        assertThat(aIsHigher + bIsHigher).isCloseTo(1, within(1e-13));
        assertThat(new TwoRates(5, 9, 5, 9).probabilityThatBIsHigher()).isCloseTo(.5, within(1e-14));
    }

    @Test
    void meansAreTestedAsInR() {
        JsonNode reference = ReferenceCases.one("mean_tests", "welch-sleep");
        WelchTest test = WelchTest.of(numbers(reference.at("/inputs/y")), numbers(reference.at("/inputs/x")));
        JsonNode expected = reference.get("expected");
        assertClose(reference, "welch_t", test.t(), expected.get("welch_t").asDouble());
        assertClose(reference, "welch_df", test.df(), expected.get("welch_df").asDouble());
        assertClose(reference, "welch_p", test.p(), expected.get("welch_p").asDouble());
        double[] limits = numbers(expected.get("welch_ci95"));
        assertClose(reference, "welch_ci95", test.interval(.95).low(), limits[0]);
        assertClose(reference, "welch_ci95", test.interval(.95).high(), limits[1]);
        assertThat(test.hedgesG() / (1 - 3.0 / 71))
                .isCloseTo(expected.get("cohen_d").asDouble(), within(1e-12));
    }
}
