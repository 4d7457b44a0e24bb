package mpm.method.regression;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.ReferenceCases;
import mpm.method.regression.LeastSquares.Regressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regressions as R computes them, and those that NIST certifies. */
class LeastSquaresReferenceTest {

    private static final double LEAST_DIAGONAL = 1e-12;

    static Stream<JsonNode> references() {
        return ReferenceCases.of("ols");
    }

    @ParameterizedTest
    @MethodSource("references")
    void coefficientsAndErrorsAreThoseOfR(JsonNode reference) {
        List<Regressor> regressors = new ArrayList<>();
        double[] outcome = numbers(reference.get("inputs").get("y"));
        regressors.add(Regressor.constant(outcome.length));
        reference
                .get("inputs")
                .get("x")
                .properties()
                .forEach(column ->
                        regressors.add(new Regressor(column.getKey(), Series.column(numbers(column.getValue())))));

        LeastSquares fit = LeastSquares.of(outcome, regressors, LEAST_DIAGONAL);

        assertEach(reference, "coef", fit.coefficients());
        assertEach(reference, "se", errors(fit, outcome.length));
        assertEach(reference, "se_newey_west4", fit.robustErrors(4));
    }

    static Stream<JsonNode> certified() {
        return ReferenceCases.of("ols_nist");
    }

    @ParameterizedTest
    @MethodSource("certified")
    void coefficientsAndErrorsAreTheCertifiedOnes(JsonNode reference) {
        JsonNode inputs = reference.get("inputs");
        double[] outcome = numbers(inputs.get("y"));
        List<Regressor> regressors = new ArrayList<>();
        if (inputs.get("intercept").asBoolean()) {
            regressors.add(Regressor.constant(outcome.length));
        }
        if (inputs.get("x").get(0).isArray()) {
            inputs.get("x").forEach(column -> regressors.add(new Regressor("x", Series.column(numbers(column)))));
        } else {
            for (int degree = 1; degree <= inputs.get("degree").asInt(); degree++) {
                int power = degree;
                regressors.add(new Regressor(
                        "x^" + degree,
                        Series.column(Arrays.stream(numbers(inputs.get("x")))
                                .map(x -> StrictMath.pow(x, power))
                                .toArray())));
            }
        }

        LeastSquares fit = LeastSquares.of(outcome, regressors, LEAST_DIAGONAL);

        assertEach(reference, "coef", fit.coefficients());
        assertEach(reference, "se", errors(fit, outcome.length));
    }

    @Test
    void aRegressorThatFollowsFromOthersIsNamed() {
        assertDependent("twice", List.of(regressor("once", 1, 2, 3, 5), regressor("twice", 2, 4, 6, 10)));
        assertDependent("nothing", List.of(regressor("once", 1, 2, 3, 5), regressor("nothing", 0, 0, 0, 0)));
    }

    private static void assertDependent(String name, List<Regressor> regressors) {
        assertThatThrownBy(() -> LeastSquares.of(new double[] {1, 3, 2, 4}, regressors, LEAST_DIAGONAL))
                .isInstanceOfSatisfying(CellException.class, failure -> {
                    assertThat(failure.error()).isEqualTo(CellError.NUM);
                    assertThat(failure.reason()).contains("“" + name + "”");
                });
    }

    private static Regressor regressor(String name, double... values) {
        return new Regressor(name, Series.column(values));
    }

    private static double[] errors(LeastSquares fit, int n) {
        double variance = fit.squares() / (n - fit.coefficients().length);
        return Arrays.stream(fit.inverseDiagonal())
                .map(part -> Math.sqrt(part * variance))
                .toArray();
    }

    private static void assertEach(JsonNode reference, String figure, double[] actual) {
        double[] expected = numbers(reference.get("expected").get(figure));
        assertThat(actual).hasSameSizeAs(expected);
        for (int j = 0; j < actual.length; j++) {
            assertClose(reference, figure, actual[j], expected[j]);
        }
    }
}
