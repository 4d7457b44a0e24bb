package mpm.method.statistics;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.ReferenceCases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums, quantiles, ranks and rates. */
class DescriptionTest {

    static Stream<JsonNode> quantiles() {
        return ReferenceCases.of("quantiles")
                .filter(each -> each.get("expected").has("type7"));
    }

    @ParameterizedTest
    @MethodSource("quantiles")
    void quantilesAreThoseOfType7(JsonNode reference) {
        Quantiles quantiles = Quantiles.of(numbers(reference.get("inputs").get("x")));
        JsonNode expected = reference.get("expected");
        double[] p = numbers(reference.get("inputs").get("p"));

        for (int i = 0; i < p.length; i++) {
            assertClose(
                    reference,
                    "type7",
                    quantiles.at(p[i]),
                    expected.get("type7").get(i).asDouble());
        }
        assertClose(
                reference,
                "iqr",
                quantiles.at(.75) - quantiles.at(.25),
                expected.get("iqr").asDouble());
        double median = quantiles.median();
        assertClose(reference, "median", median, expected.get("fivenum").get(2).asDouble());
        double[] distances = Arrays.stream(numbers(reference.get("inputs").get("x")))
                .map(value -> Math.abs(value - median))
                .toArray();
        assertClose(
                reference,
                "mad",
                1.4826 * Quantiles.of(distances).median(),
                expected.get("mad").asDouble());
    }

    static Stream<JsonNode> worksheets() {
        return ReferenceCases.of("excel_percentile");
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void quantilesAndRanksAreThoseOfAWorksheet(JsonNode reference) {
        double[] x = numbers(reference.at("/inputs/x"));
        double[] ranks = MidRanks.of(x);
        int asked = 0;
        for (Map.Entry<String, JsonNode> figure : reference.get("expected").properties()) {
            String[] parts = figure.getKey().split("[()]", -1);
            double argument = Double.parseDouble(parts[1]);
            OptionalDouble actual = switch (parts[0]) {
                case "PERCENTILE.INC" -> OptionalDouble.of(Quantiles.of(x).at(argument));
                case "QUARTILE.INC" -> OptionalDouble.of(Quantiles.of(x).at(argument / 4));
                case "RANK.AVG" ->
                    IntStream.range(0, x.length)
                            .filter(i -> x[i] == argument)
                            .mapToDouble(i -> x.length + 1 - ranks[i])
                            .findFirst();
                default -> OptionalDouble.empty();
            };
            if (actual.isPresent()) {
                assertClose(
                        reference,
                        figure.getKey(),
                        actual.getAsDouble(),
                        figure.getValue().asDouble());
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(10);
    }

    @Test
    void statisticsAreThoseOfAWorksheet() {
        JsonNode reference = ReferenceCases.one("excel_stats", "xlstat-1");
        JsonNode expected = reference.get("expected");
        double[] x = numbers(reference.at("/inputs/x"));
        double[] y = numbers(reference.at("/inputs/y"));
        double deviation = Math.sqrt(Sums.ofSquaredDeviations(x) / (x.length - 1));
        Map<String, Double> actual = Map.of(
                "CORREL", CorrelationMethod.PEARSON.coefficient(Pairs.of(Series.column(x), Series.column(y))),
                "STDEV.S", deviation,
                "MEDIAN", Quantiles.of(x).median(),
                "CONFIDENCE.T 5%", StudentT.quantile(.975, x.length - 1) * deviation / Math.sqrt(x.length),
                "T.TEST welch 2-tailed", WelchTest.of(x, y).p());
        actual.forEach((name, figure) ->
                assertClose(reference, name, figure, expected.get(name).asDouble()));
    }

    static Stream<JsonNode> scores() {
        return ReferenceCases.of("quantiles")
                .filter(each -> each.get("expected").has("z_sample"));
    }

    @ParameterizedTest
    @MethodSource("scores")
    void scoresAndRanksAreThoseOfR(JsonNode reference) {
        double[] x = numbers(reference.get("inputs").get("x"));
        double mean = Sums.mean(x);
        double sd = Math.sqrt(Sums.ofSquaredDeviations(x) / (x.length - 1));
        double[] z = numbers(reference.get("expected").get("z_sample"));
        for (int i = 0; i < x.length; i++) {
            assertClose(reference, "z_sample", (x[i] - mean) / sd, z[i]);
        }
        assertThat(MidRanks.of(x))
                .containsExactly(numbers(reference.get("expected").get("rank_average")));
    }

    static Stream<JsonNode> univariate() {
        return ReferenceCases.of("univariate_nist");
    }

    @ParameterizedTest
    @MethodSource("univariate")
    void momentsAreThoseThatNistCertifies(JsonNode reference) {
        double[] x = numbers(reference.get("inputs").get("x"));
        JsonNode expected = reference.get("expected");

        assertClose(reference, "mean", Sums.mean(x), expected.get("mean").asDouble());
        assertClose(
                reference,
                "sd",
                Math.sqrt(Sums.ofSquaredDeviations(x) / (x.length - 1)),
                expected.get("sd").asDouble());
        assertClose(
                reference,
                "lag1",
                Autocorrelation.at(1, x),
                expected.get("lag1_autocorrelation").asDouble());
    }

    @Test
    void aSumKeepsTheSmallAmongTheLarge() {
        assertThat(Sums.of(1, 1e100, 1, -1e100)).isEqualTo(2);
        assertThat(Sums.of(.1, .2, .3, -.6)).isCloseTo(0, within(3e-17));
        assertThat(Sums.of()).isZero();
        assertThat(Sums.ofProducts(new double[] {1, 1e50, 1, -1e50}, new double[] {1, 1e50, 1, 1e50}))
                .isEqualTo(2);
        assertThat(Sums.of(1e308, 1e308)).isInfinite();
    }

    @Test
    void equalNumbersHaveNoSpreadAtAll() {
        assertThat(Sums.ofSquaredDeviations(.1, .1, .1)).isZero();
        assertThat(Sums.ofSquaredDeviations(7)).isZero();
        assertThat(Sums.ofSquaredDeviations(1e-200, 3e-200)).isZero();
        assertThat(Sums.ofSquaredDeviations(1e-150, 3e-150)).isCloseTo(2e-300, within(1e-314));
        assertThat(Sums.ofSquaredDeviations(1e10 + 1, 1e10 + 2, 1e10 + 3)).isEqualTo(2);
    }

    @Test
    void equalNumbersShareTheMeanOfTheirPlaces() {
        assertThat(MidRanks.of(3, 1, 3, 2, 3)).containsExactly(4, 1, 4, 2, 4);
        assertThat(MidRanks.of(0, -0.0, 5)).containsExactly(1.5, 1.5, 3);
        assertThat(MidRanks.of()).isEmpty();
    }

    @Test
    void aQuantileIsTakenAtAFractionOfSomething() {
        assertThat(Quantiles.of(4, 1).at(0)).isEqualTo(1);
        assertThat(Quantiles.of(4, 1).at(1)).isEqualTo(4);
        assertThat(Quantiles.of(4, 1).median()).isEqualTo(2.5);
        assertThat(Quantiles.of(7).at(.3)).isEqualTo(7);
        assertFails(CellError.NA, () -> Quantiles.of());
        assertFails(CellError.NUM, () -> Quantiles.of(1).at(1.01));
        assertFails(CellError.NUM, () -> Quantiles.of(1).at(-.01));
    }

    static Stream<JsonNode> rates() {
        return ReferenceCases.of("ab_tests_intervals");
    }

    @ParameterizedTest
    @MethodSource("rates")
    void wilsonIsThatOfStatsmodels(JsonNode reference) {
        Interval interval = Wilson.interval(
                reference.get("inputs").get("successes").get(0).asDouble(),
                reference.get("inputs").get("trials").get(0).asDouble());

        JsonNode expected = reference.get("expected").get("arm1_wilson");
        assertClose(reference, "low", interval.low(), expected.get(0).asDouble());
        assertClose(reference, "high", interval.high(), expected.get(1).asDouble());
    }

    @Test
    void wilsonEndsExactlyAtNothingAndAll() {
        assertThat(Wilson.interval(1, 1).low()).isCloseTo(.20654931437723745, within(1e-15));
        assertThat(Wilson.interval(1, 1).high()).isEqualTo(1);
        assertThat(Wilson.interval(1000, 1000).high()).isEqualTo(1);
        assertThat(Wilson.interval(0, 3).low()).isZero();
        assertThat(Wilson.interval(0, 3).high()).isCloseTo(.5614970317550455, within(1e-15));
        assertFails(CellError.DIV0, () -> Wilson.interval(0, 0));
        assertFails(CellError.NUM, () -> Wilson.interval(4, 3));
        assertFails(CellError.NUM, () -> Wilson.interval(-1, 3));
    }

    @Test
    void aConstantSeriesRepeatsNothing() {
        assertFails(CellError.DIV0, () -> Autocorrelation.at(1, .1, .1, .1));
        assertThat(Autocorrelation.at(5, 1, 2, 3)).isZero();
    }

    private static void assertFails(CellError error, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CellException.class,
                        failure -> assertThat(failure.error()).isEqualTo(error));
    }
}
