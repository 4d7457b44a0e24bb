package mpm.method.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeastDistanceTest {

    /** Where a coefficient is 0 the error would only grow with it, elsewhere it does not change: Karush, Kuhn and Tucker. */
    @Property(tries = 200)
    void noStepFromTheLeastSquaresIsAnImprovement(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 15) int height,
            @ForAll @IntRange(min = 1, max = 15) int width) {
        Random random = new Random(seed);
        double[][] matrix = new double[height][];
        for (int row = 0; row < height; row++) {
            matrix[row] = random.doubles(width, -1, 1).toArray();
        }
        double[] wanted = random.doubles(height, -1, 1).toArray();
        double[] x = NonNegativeLeastSquares.solve(matrix, wanted);
        for (int column = 0; column < width; column++) {
            double slope = 0;
            for (int row = 0; row < height; row++) {
                slope += matrix[row][column] * (wanted[row] - product(matrix[row], x));
            }
            assertThat(x[column]).isGreaterThanOrEqualTo(0);
            assertThat(slope).isLessThanOrEqualTo(1e-9);
            assertThat(slope * x[column]).isCloseTo(0, within(1e-8));
        }
    }

    /**
     * The shortest vector is the one to which every other that meets the conditions makes a blunt angle: tried with many that
     * do.
     */
    @Property(tries = 200)
    void noOtherPointThatMeetsTheConditionsIsNearer(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int length,
            @ForAll @IntRange(min = 1, max = 20) int conditions) {
        Random random = new Random(seed);
        double[] inside = random.doubles(length, -1, 1).toArray();
        double[][] g = new double[conditions][length];
        double[] h = new double[conditions];
        for (int condition = 0; condition < conditions; condition++) {
            g[condition] = random.doubles(length, -1, 1).toArray();
            h[condition] = product(g[condition], inside) - random.nextDouble() * .5;
        }
        double[] x = LeastDistance.solve(g, h);
        for (int condition = 0; condition < conditions; condition++) {
            assertThat(product(g[condition], x)).isGreaterThanOrEqualTo(h[condition] - 1e-9);
        }
        double[] towards = new double[length];
        for (int i = 0; i < length; i++) {
            towards[i] = inside[i] - x[i];
        }
        assertThat(product(x, towards)).isGreaterThanOrEqualTo(-1e-8);
        double norm = Math.sqrt(product(x, x));
        for (int trial = 0; trial < 200; trial++) {
            double[] other = new double[length];
            for (int i = 0; i < length; i++) {
                other[i] = x[i] + (random.nextDouble() - .5) * .2;
            }
            if (meets(g, h, other)) {
                assertThat(Math.sqrt(product(other, other))).isGreaterThanOrEqualTo(norm - 1e-9);
            }
        }
    }

    @Test
    void withoutAConditionThatBindsTheVectorIsZero() {
        assertThat(LeastDistance.solve(new double[][] {{1, 1}}, new double[] {-1}))
                .containsExactly(0, 0);
        assertThat(LeastDistance.solve(new double[][] {{1, 1}}, new double[] {1}))
                .containsExactly(new double[] {.5, .5}, within(1e-15));
    }

    private static boolean meets(double[][] g, double[] h, double[] x) {
        for (int condition = 0; condition < h.length; condition++) {
            if (product(g[condition], x) < h[condition]) {
                return false;
            }
        }
        return true;
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
