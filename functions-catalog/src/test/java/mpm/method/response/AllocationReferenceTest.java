package mpm.method.response;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mpm.method.ReferenceCases;
import mpm.method.response.Allocation.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Splits of a budget whose optimum is known. */
class AllocationReferenceTest {

    private static final Map<String, Curve> CURVES =
            Map.of("power", Curve.POWER, "log", Curve.LOG, "mm", Curve.HILL, "hill", Curve.HILL);

    @ParameterizedTest
    @ValueSource(strings = {"alloc-sqrt", "alloc-log5", "alloc-mm4"})
    void flatteningCurvesAreLevelled(String id) {
        JsonNode reference = ReferenceCases.one("allocation", id);
        JsonNode given = reference.get("inputs");
        double[] b = numbers(given.get("b"));
        double[] lower = numbers(given.get("lo"));
        double[] upper = numbers(given.get("hi"));
        boolean isPower = given.get("form").asText().equals("power");
        double[] ones = IntStream.range(0, b.length).mapToDouble(each -> 1).toArray();
        Allocation best = Allocation.ofBudget(
                channels(given, isPower ? ones : b, isPower ? b : ones, lower, upper),
                given.get("budget").asDouble(),
                0);
        JsonNode expected = reference.get("expected");
        assertClose(
                reference,
                "total_response",
                best.response(),
                expected.get("total_response").asDouble());
        assertClose(
                reference,
                "marginal_response_lambda",
                best.marginal(),
                expected.get("marginal_response_lambda").asDouble());
        double[] x = numbers(expected.get("x"));
        for (int place = 0; place < x.length; place++) {
            assertClose(reference, "x", best.spends()[place], x[place]);
        }
    }

    @Test
    void onSteepeningCurvesOneHillIsBetterThanThree() {
        JsonNode reference = ReferenceCases.one("allocation", "alloc-hill");
        JsonNode given = reference.get("inputs");
        double[] none = new double[3];
        double[] unbounded = {1e9, 1e9, 1e9};
        Allocation best = Allocation.ofBudget(
                channels(given, numbers(given.get("k")), numbers(given.get("n")), none, unbounded),
                given.get("budget").asDouble(),
                0);
        assertThat(best.response())
                .isGreaterThanOrEqualTo(
                        .999999 * reference.at("/expected/total_response").asDouble());
    }

    private static List<Channel> channels(JsonNode given, double[] k, double[] s, double[] lower, double[] upper) {
        Curve curve = CURVES.getOrDefault(given.get("form").asText(), Curve.HILL);
        double[] beta = numbers(given.get("a"));
        return IntStream.range(0, beta.length)
                .mapToObj(place -> new Channel(curve, beta[place], k[place], s[place], lower[place], upper[place]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", ".7, 1, .9", "2, 1, .8", "3, 2, 1.5"})
    void noOtherSplitBringsMore(double first, double second, double third) {
        List<Channel> channels = List.of(
                new Channel(Curve.HILL, 900, 62, first, 5, 150),
                new Channel(Curve.HILL, 640, 99, second, 0, Double.POSITIVE_INFINITY),
                new Channel(Curve.HILL, 310, 20, third, 10, 80));
        double most = Allocation.ofBudget(channels, 200, 0).response();
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double one = 5 + 145 * random.nextDouble();
            double three = 10 + 70 * random.nextDouble();
            double two = 200 - one - three;
            if (two >= 0) {
                assertThat(channels.get(0).response(one)
                                + channels.get(1).response(two)
                                + channels.get(2).response(three))
                        .isLessThanOrEqualTo(most * (1 + 1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5})
    void theLeastBudgetBringsTheResponseAndNoMore(double slope) {
        List<Channel> channels = List.of(
                new Channel(Curve.HILL, 900, 62, slope, 0, 150),
                new Channel(Curve.HILL, 640, 99, 1, 0, Double.POSITIVE_INFINITY));
        Allocation least = Allocation.ofResponse(channels, 700);
        assertThat(least.response()).isBetween(700 * (1 - 1e-12), 700 * (1 + 1e-6));
        double budget = Arrays.stream(least.spends()).sum();
        assertThat(Allocation.ofBudget(channels, .999 * budget, 0).response()).isLessThan(700);
    }
}
