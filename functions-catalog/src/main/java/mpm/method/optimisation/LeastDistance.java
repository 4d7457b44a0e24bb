package mpm.method.optimisation;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mpm.method.Deadline;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The shortest x with Gx ≥ h. Least squares find which conditions bind; with these as equations x is computed anew, right to
 * the last digits.
 *
 * <p>Source: C. L. Lawson and R. J. Hanson, <i>Solving Least Squares Problems</i> (1974), chapter 23.
 */
public final class LeastDistance {

    private static final double TOLERANCE = 1e-11;

    private final double[][] g;
    private final double[] h;

    private LeastDistance(double[][] g, double[] h) {
        this.g = g;
        this.h = h;
    }

    /**
     * The shortest vector that meets conditions which can all be met at once.
     *
     * @param g a row for each condition, of a size near 1
     * @param h as many as conditions, of a size near 1
     */
    public static double[] solve(double[][] g, double[] h) {
        LeastDistance problem = new LeastDistance(g, h);
        return problem.refined(problem.binding());
    }

    /** The conditions that hold the vector away from 0. */
    private Set<Integer> binding() {
        int length = g[0].length;
        double[][] matrix = new double[length + 1][h.length];
        for (int condition = 0; condition < h.length; condition++) {
            for (int place = 0; place < length; place++) {
                matrix[place][condition] = g[condition][place];
            }
            matrix[length][condition] = h[condition];
        }
        double[] wanted = new double[length + 1];
        wanted[length] = 1;
        double[] weights = NonNegativeLeastSquares.solve(matrix, wanted);
        Set<Integer> binding = new TreeSet<>();
        for (int condition = 0; condition < weights.length; condition++) {
            if (weights[condition] > 0) {
                binding.add(condition);
            }
        }
        return binding;
    }

    /** The shortest vector, once the set of conditions is right: none that binds pulls outwards, and no other is missed. */
    private double[] refined(Set<Integer> binding) {
        double[] x = new double[g[0].length];
        for (int turn = 0; turn <= 2 * h.length; turn++) {
            Deadline.check();
            int[] active = binding.stream().mapToInt(Integer::intValue).toArray();
            double[] pulls = new double[0];
            x = new double[g[0].length];
            if (active.length > 0) {
                Equations equations = Equations.of(
                        Arrays.stream(active).mapToObj(each -> g[each]).toArray(double[][]::new),
                        Arrays.stream(active).mapToDouble(each -> h[each]).toArray());
                x = equations.shortest;
                pulls = equations.multipliers;
            }
            double[] multipliers = pulls;
            double[] found = x;
            int outward = IntStream.range(0, active.length)
                    .filter(place -> multipliers[place] < -TOLERANCE)
                    .findFirst()
                    .orElse(-1);
            int missed = IntStream.range(0, h.length)
                    .filter(condition -> !binding.contains(condition) && slack(condition, found) < -TOLERANCE)
                    .findFirst()
                    .orElse(-1);
            if (outward >= 0) {
                binding.remove(active[outward]);
            } else if (missed >= 0) {
                binding.add(missed);
            } else {
                return x;
            }
        }
        return x;
    }

    private double slack(int condition, double[] x) {
        double sum = -h[condition];
        for (int place = 0; place < x.length; place++) {
            sum += g[condition][place] * x[place];
        }
        return sum;
    }

    /** The shortest solution of fewer equations than unknowns, and how hard each equation pulls on it. */
    private static final class Equations {

        private final double[] shortest;
        private final double[] multipliers;

        private Equations(double[] shortest, double[] multipliers) {
            this.shortest = shortest;
            this.multipliers = multipliers;
        }

        static Equations of(double[][] rows, double[] right) {
            int count = right.length;
            QRDecomposition decomposition =
                    new QRDecomposition(MatrixUtils.createRealMatrix(rows).transpose());
            RealMatrix r = decomposition.getR();
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                double sum = right[i];
                for (int j = 0; j < i; j++) {
                    sum -= r.getEntry(j, i) * y[j];
                }
                y[i] = sum / r.getEntry(i, i);
            }
            double[] multipliers = new double[count];
            for (int i = count - 1; i >= 0; i--) {
                double sum = y[i];
                for (int j = i + 1; j < count; j++) {
                    sum -= r.getEntry(i, j) * multipliers[j];
                }
                multipliers[i] = sum / r.getEntry(i, i);
            }
            double[] padded = Arrays.copyOf(y, rows[0].length);
            return new Equations(decomposition.getQ().operate(padded), multipliers);
        }
    }
}
