package mpm.method.statistics;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.method.ReferenceCases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trends as R's packages trend and Kendall compute them. */
class TrendReferenceTest {

    static Stream<JsonNode> references() {
        return ReferenceCases.of("trend").filter(each -> each.get("expected").has("sen_slope"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void testAndSlopeAreThoseOfR(JsonNode reference) {
        double[] values = numbers(reference.get("inputs").get("x"));
        JsonNode expected = reference.get("expected");

        MannKendall test = MannKendall.of(values);
        assertClose(reference, "S", (double) test.s(), expected.get("S").asDouble());
        assertClose(reference, "var_S", test.variance(), expected.get("var_S").asDouble());
        assertClose(reference, "tau", test.tau(), expected.get("tau").asDouble());
        assertClose(reference, "z", test.z(), expected.get("z").asDouble());
        assertClose(reference, "p_value", test.p(), expected.get("p_value").asDouble());

        SenSlopes slopes =
                SenSlopes.of(IntStream.range(0, values.length).asDoubleStream().toArray(), values);
        Interval interval = slopes.interval(Normal.quantile(.975) * Math.sqrt(test.variance()));
        assertClose(
                reference,
                "sen_slope",
                slopes.median(),
                expected.get("sen_slope").asDouble());
        assertClose(
                reference,
                "sen_ci95",
                interval.low(),
                expected.get("sen_ci95").get(0).asDouble());
        assertClose(
                reference,
                "sen_ci95",
                interval.high(),
                expected.get("sen_ci95").get(1).asDouble());
    }
}
