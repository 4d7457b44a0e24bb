package mpm.method.optimisation;

import java.util.Arrays;
import java.util.stream.IntStream;
import mpm.method.Deadline;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * The figures within bounds for which a strictly convex quadratic form is least, exactly: which of them rest at a bound is found
 * by exchanging all that stand wrong, and one at a time where that does not settle.
 *
 * <p>Source: J. J. Júdice and F. M. Pires, <i>Computers and Operations Research</i> 21 (1994).
 */
public final class BoundedQuadratic {

    private static final int PATIENCE = 10;

    /** Far below what a search or a result asks of the conditions of the minimum, and above rounding. */
    private static final double ROUNDING = 1e-12;

    private enum Place {
        FREE,
        LOW,
        HIGH
    }

    private final double[][] matrix;
    private final double[] linear;
    private final double[] low;
    private final double[] high;

    private BoundedQuadratic(double[][] matrix, double[] linear, double[] low, double[] high) {
        this.matrix = matrix;
        this.linear = linear;
        this.low = low;
        this.high = high;
    }

    /**
     * The z for which zᵀAz − 2lᵀz is least.
     *
     * @param matrix A, symmetric and positive definite
     * @param linear l
     * @param low the least value of each figure; may be −∞
     * @param high the greatest value of each figure; may be ∞
     */
    public static double[] minimum(double[][] matrix, double[] linear, double[] low, double[] high) {
        return new BoundedQuadratic(matrix, linear, low, high).minimum();
    }

    private double[] minimum() {
        Place[] places = new Place[linear.length];
        Arrays.fill(places, Place.FREE);
        int fewest = Integer.MAX_VALUE;
        int patience = PATIENCE;
        while (true) {
            Deadline.check();
            double[] z = solved(places);
            Place[] right = right(z, places);
            int[] wrong = IntStream.range(0, places.length)
                    .filter(j -> places[j] != right[j])
                    .toArray();
            if (wrong.length == 0) {
                return z;
            }
            if (wrong.length < fewest) {
                fewest = wrong.length;
                patience = PATIENCE;
            } else {
                patience--;
            }
            // The last alone: slower, but it never comes back to where it was.
            int[] exchanged = patience >= 0 ? wrong : new int[] {wrong[wrong.length - 1]};
            for (int j : exchanged) {
                places[j] = right[j];
            }
        }
    }

    /** The least value of the free figures while the others rest at their bounds. */
    private double[] solved(Place[] places) {
        double[] z = new double[linear.length];
        int[] free = IntStream.range(0, z.length)
                .filter(j -> places[j] == Place.FREE)
                .toArray();
        for (int j = 0; j < z.length; j++) {
            z[j] = places[j] == Place.LOW ? low[j] : places[j] == Place.HIGH ? high[j] : 0;
        }
        if (free.length == 0) {
            return z;
        }
        double[][] part = new double[free.length][free.length];
        double[] wanted = new double[free.length];
        for (int row = 0; row < free.length; row++) {
            wanted[row] = -slope(z, free[row]);
            for (int column = 0; column < free.length; column++) {
                part[row][column] = matrix[free[row]][free[column]];
            }
        }
        double[] found = new CholeskyDecomposition(new Array2DRowRealMatrix(part, false), ROUNDING, 0)
                .getSolver()
                .solve(new ArrayRealVector(wanted, false))
                .toArray();
        for (int row = 0; row < free.length; row++) {
            z[free[row]] = found[row];
        }
        return z;
    }

    /** Half the slope of the form in one figure. */
    private double slope(double[] z, int j) {
        double slope = -linear[j];
        for (int other = 0; other < z.length; other++) {
            slope += matrix[j][other] * z[other];
        }
        return slope;
    }

    /** Where each figure belongs, judged by where the others are. */
    private Place[] right(double[] z, Place[] places) {
        double size = Arrays.stream(z).map(Math::abs).max().orElse(0);
        Place[] right = places.clone();
        for (int j = 0; j < z.length; j++) {
            double room = ROUNDING * size;
            if (places[j] == Place.FREE) {
                right[j] = z[j] < low[j] - room ? Place.LOW : z[j] > high[j] + room ? Place.HIGH : Place.FREE;
            } else if (low[j] < high[j]) {
                double slope = slope(z, j);
                double still = room * matrix[j][j];
                boolean leaves = places[j] == Place.LOW ? slope < -still : slope > still;
                right[j] = leaves ? Place.FREE : places[j];
            }
        }
        return right;
    }
}
