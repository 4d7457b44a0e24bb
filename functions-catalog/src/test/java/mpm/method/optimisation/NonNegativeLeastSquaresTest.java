package mpm.method.optimisation;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;

class NonNegativeLeastSquaresTest {

    @Test
    void theCoefficientsAreThoseOfNnls() {
        JsonNode reference = ReferenceCases.one("ridge_nnls", "ridge-adv-nnls");
        JsonNode x = reference.at("/inputs/x");
        double[] tv = numbers(x.get("TV"));
        double[] radio = numbers(x.get("radio"));
        double[] newspaper = numbers(x.get("newspaper"));
        double[][] matrix = IntStream.range(0, tv.length)
                .mapToObj(row -> new double[] {1, tv[row], radio[row], newspaper[row]})
                .toArray(double[][]::new);

        double[] actual = NonNegativeLeastSquares.solve(matrix, numbers(reference.at("/inputs/y")));

        double[] expected = numbers(reference.at("/expected/coef"));
        for (int column = 0; column < expected.length; column++) {
            assertClose(reference, "coef", actual[column], expected[column]);
        }
    }
}
