package mpm.method.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** Nonlinear problems of the NIST Statistical Reference Datasets, from both of their starts. */
class BoundedLeastSquaresTest {

    @Test
    void mgh09IsSolved() {
        double[] y = {.1957, .1947, .1735, .1600, .0844, .0627, .0456, .0342, .0323, .0235, .0246};
        double[] x = {4, 2, 1, .5, .25, .167, .125, .1, .0833, .0714, .0625};
        assertSolved(
                x,
                y,
                (b, at) -> b[0] * (at * at + at * b[1]) / (at * at + at * b[2] + b[3]),
                new double[] {1.9280693458E-01, 1.9128232873E-01, 1.2305650693E-01, 1.3606233068E-01},
                new double[] {25, 39, 41.5, 39},
                new double[] {.25, .39, .415, .39});
    }

    @Test
    void rat42IsSolved() {
        double[] y = {8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08};
        double[] x = {9, 14, 21, 28, 42, 57, 63, 70, 79};
        assertSolved(
                x,
                y,
                (b, at) -> b[0] / (1 + StrictMath.exp(b[1] - b[2] * at)),
                new double[] {7.2462237576E+01, 2.6180768402E+00, 6.7359200066E-02},
                new double[] {100, 1, .1},
                new double[] {75, 2.5, .07});
    }

    @Test
    void thurberIsSolved() {
        double[] y = {
            80.574, 84.248, 87.264, 87.195, 89.076, 89.608, 89.868, 90.101, 92.405, 95.854, 100.696, 101.06, 401.672,
            390.724, 567.534, 635.316, 733.054, 759.087, 894.206, 990.785, 1090.109, 1080.914, 1122.643, 1178.351,
            1260.531, 1273.514, 1288.339, 1327.543, 1353.863, 1414.509, 1425.208, 1421.384, 1442.962, 1464.35, 1468.705,
            1447.894, 1457.628
        };
        double[] x = {
            -3.067, -2.981, -2.921, -2.912, -2.84, -2.797, -2.702, -2.699, -2.633, -2.481, -2.363, -2.322, -1.501,
            -1.46, -1.274, -1.212, -1.1, -1.046, -0.915, -0.714, -0.566, -0.545, -0.4, -0.309, -0.109, -0.103, 0.01,
            0.119, 0.377, 0.79, 0.963, 1.006, 1.115, 1.572, 1.841, 2.047, 2.2
        };
        assertSolved(
                x,
                y,
                (b, at) -> (b[0] + at * (b[1] + at * (b[2] + at * b[3]))) / (1 + at * (b[4] + at * (b[5] + at * b[6]))),
                new double[] {
                    1.2881396800E+03,
                    1.4910792535E+03,
                    5.8323836877E+02,
                    7.5416644291E+01,
                    9.6629502864E-01,
                    3.9797285797E-01,
                    4.9727297349E-02
                },
                new double[] {1000, 1000, 400, 40, .7, .3, .03},
                new double[] {1300, 1500, 500, 75, 1, .4, .05});
    }

    @Test
    void aParameterRestsAtItsBoundWhileTheOthersGoOn() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {3, 5, 7, 9, 11};
        double[] found = BoundedLeastSquares.minimum(
                model(x, y, (b, at) -> b[0] + b[1] * at), new double[] {0, 0}, new double[] {2, -10}, new double[] {
                    9, 10
                });
        // With the level held at 2 the slope is Σx(y − 2)/Σx².
        assertThat(found).containsExactly(new double[] {2, 95.0 / 55}, within(1e-9));
    }

    private static void assertSolved(
            double[] x,
            double[] y,
            ToDoubleBiFunction<double[], Double> curve,
            double[] certified,
            double[]... starts) {
        double[] low = new double[certified.length];
        double[] high = new double[certified.length];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        for (double[] start : starts) {
            double[] found = BoundedLeastSquares.minimum(model(x, y, curve), start, low, high);
            for (int j = 0; j < certified.length; j++) {
                assertThat(found[j]).isCloseTo(certified[j], within(1e-6 * Math.abs(certified[j])));
            }
        }
    }

    private static BoundedLeastSquares.Model model(double[] x, double[] y, ToDoubleBiFunction<double[], Double> curve) {
        return new BoundedLeastSquares.Model() {
            @Override
            public double[] residuals(double[] b) {
                double[] residuals = new double[x.length];
                Arrays.setAll(residuals, i -> curve.applyAsDouble(b, x[i]) - y[i]);
                return residuals;
            }

            @Override
            public double[][] jacobian(double[] b) {
                double[][] jacobian = new double[x.length][b.length];
                for (int j = 0; j < b.length; j++) {
                    double h = 1e-6 * Math.max(1e-3, Math.abs(b[j]));
                    double[] above = b.clone();
                    double[] below = b.clone();
                    above[j] += h;
                    below[j] -= h;
                    for (int i = 0; i < x.length; i++) {
                        jacobian[i][j] =
                                (curve.applyAsDouble(above, x[i]) - curve.applyAsDouble(below, x[i])) / (2 * h);
                    }
                }
                return jacobian;
            }
        };
    }
}
