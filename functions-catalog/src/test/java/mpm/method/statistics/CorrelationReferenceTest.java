package mpm.method.statistics;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static mpm.method.statistics.CorrelationMethod.KENDALL;
import static mpm.method.statistics.CorrelationMethod.PEARSON;
import static mpm.method.statistics.CorrelationMethod.SPEARMAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import mpm.cell.Series;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Correlations as R and psych compute them. */
class CorrelationReferenceTest {

    static Stream<JsonNode> pearson() {
        return endingIn("correlation", "-pearson");
    }

    @ParameterizedTest
    @MethodSource("pearson")
    void pearsonIsThatOfR(JsonNode reference) {
        CorrelationTest test = CorrelationTest.of(pairs(reference), PEARSON);
        Interval interval =
                test.interval(reference.get("inputs").get("confidence").asDouble());

        JsonNode expected = reference.get("expected");
        assertClose(reference, "r", test.r(), expected.get("r").asDouble());
        assertClose(reference, "t", test.statistic(), expected.get("t").asDouble());
        assertThat(test.df()).hasValue(expected.get("df").asInt());
        assertClose(reference, "p_value", test.p(), expected.get("p_value").asDouble());
        assertClose(reference, "ci", interval.low(), expected.get("ci").get(0).asDouble());
        assertClose(reference, "ci", interval.high(), expected.get("ci").get(1).asDouble());
    }

    static Stream<JsonNode> spearman() {
        return endingIn("correlation", "-spearman");
    }

    @ParameterizedTest
    @MethodSource("spearman")
    void spearmanIsThatOfR(JsonNode reference) {
        CorrelationTest test = CorrelationTest.of(pairs(reference), SPEARMAN);

        assertClose(
                reference, "rho", test.r(), reference.get("expected").get("rho").asDouble());
        assertClose(
                reference,
                "p_value",
                test.p(),
                reference.get("expected").get("p_value").asDouble());
    }

    static Stream<JsonNode> kendall() {
        return endingIn("correlation", "-kendall");
    }

    @ParameterizedTest
    @MethodSource("kendall")
    void kendallIsThatOfR(JsonNode reference) {
        CorrelationTest test = CorrelationTest.of(pairs(reference), KENDALL);

        JsonNode expected = reference.get("expected");
        assertClose(reference, "tau_b", test.r(), expected.get("tau_b").asDouble());
        assertClose(reference, "z", test.statistic(), expected.get("z").asDouble());
        assertClose(reference, "p_value", test.p(), expected.get("p_value").asDouble());
    }

    @Test
    void aSmallSampleWithoutTiesHasKendallsExactP() {
        JsonNode reference = ReferenceCases.one("correlation", "cor-small-exact");
        JsonNode expected = reference.get("expected");

        CorrelationTest kendall = CorrelationTest.of(pairs(reference), KENDALL);

        assertClose(
                reference,
                "rho",
                SPEARMAN.coefficient(pairs(reference)),
                expected.get("rho").asDouble());
        assertClose(reference, "tau", kendall.r(), expected.get("tau").asDouble());
        assertClose(reference, "tau_p", kendall.p(), expected.get("tau_p_exact").asDouble());
    }

    @Test
    void everyPairOfColumnsIsThatOfPsych() {
        JsonNode reference = ReferenceCases.one("correlation", "cormat-adv");
        JsonNode expected = reference.get("expected");
        for (int i = 0; i < expected.get("pairs").size(); i++) {
            String[] names = expected.get("pairs").get(i).asText().split("~", -1);
            JsonNode columns = reference.get("inputs").get("columns");
            CorrelationTest test =
                    CorrelationTest.of(Pairs.of(series(columns.get(names[0])), series(columns.get(names[1]))), PEARSON);
            assertClose(reference, "r", test.r(), expected.get("r").get(i).asDouble());
            assertClose(reference, "p", test.p(), expected.get("p_raw").get(i).asDouble());
        }
    }

    static Stream<JsonNode> crossCorrelations() {
        return endingIn("lag_correlation", "-ccf");
    }

    @ParameterizedTest
    @MethodSource("crossCorrelations")
    void theCrossCorrelationIsRsWithTheSignOfTheLagReversed(JsonNode reference) {
        JsonNode expected = reference.get("expected");
        for (int i = 0; i < expected.get("lag").size(); i++) {
            // R's lag k pairs x[t + k] with y[t]: there y leads.
            int lag = -expected.get("lag").get(i).asInt();
            double r = CorrelationTest.ofCrossCorrelation(x(reference), y(reference), lag)
                    .r();
            assertClose(reference, "ccf", r, expected.get("ccf").get(i).asDouble());
        }
    }

    static Stream<JsonNode> overlaps() {
        return endingIn("lag_correlation", "-overlap");
    }

    @ParameterizedTest
    @MethodSource("overlaps")
    void theCorrelationOfLaggedPairsIsRs(JsonNode reference) {
        JsonNode expected = reference.get("expected");
        for (int i = 0; i < expected.get("lag").size(); i++) {
            Pairs pairs = Pairs.lagged(
                    x(reference), y(reference), expected.get("lag").get(i).asInt());
            CorrelationTest test = CorrelationTest.of(pairs, PEARSON);
            assertThat(test.n()).isEqualTo(expected.get("n_pairs").get(i).asInt());
            assertClose(reference, "r", test.r(), expected.get("r").get(i).asDouble());
            assertClose(
                    reference,
                    "p_value",
                    test.p(),
                    expected.get("p_value").get(i).asDouble());
        }
    }

    @Test
    void theAutocorrelationIsThatOfRsAcf() {
        JsonNode reference = ReferenceCases.one("lag_correlation", "acf-nottem");
        double[] acf = numbers(reference.get("expected").get("acf"));
        for (int lag = 0; lag < acf.length; lag++) {
            assertClose(
                    reference,
                    "acf",
                    Autocorrelation.at(lag, numbers(reference.get("inputs").get("x"))),
                    acf[lag]);
        }
    }

    private static Stream<JsonNode> endingIn(String file, String suffix) {
        return ReferenceCases.of(file).filter(each -> each.get("id").asText().endsWith(suffix));
    }

    private static Pairs pairs(JsonNode reference) {
        return Pairs.of(x(reference), y(reference));
    }

    private static Series x(JsonNode reference) {
        return series(reference.get("inputs").get("x"));
    }

    private static Series y(JsonNode reference) {
        return series(reference.get("inputs").get("y"));
    }

    private static Series series(JsonNode list) {
        return Series.column(numbers(list));
    }
}
