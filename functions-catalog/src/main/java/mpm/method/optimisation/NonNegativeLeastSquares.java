package mpm.method.optimisation;

import java.util.Arrays;
import java.util.stream.IntStream;
import mpm.method.Deadline;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The x ≥ 0 that makes ‖Ex − f‖ smallest.
 *
 * <p>Source: C. L. Lawson and R. J. Hanson, <i>Solving Least Squares Problems</i> (1974), chapter 23.
 */
public final class NonNegativeLeastSquares {

    private static final double ROUNDING = 1e-12;

    private final RealMatrix matrix;
    private final RealVector wanted;
    private final boolean[] isFree;
    private double[] x;

    private NonNegativeLeastSquares(RealMatrix matrix, RealVector wanted) {
        this.matrix = matrix;
        this.wanted = wanted;
        this.isFree = new boolean[matrix.getColumnDimension()];
        this.x = new double[isFree.length];
    }

    /**
     * Solves the problem.
     *
     * @param matrix E, its columns of a size that does not differ by many orders
     * @param wanted f, as long as E is high
     */
    public static double[] solve(double[][] matrix, double[] wanted) {
        NonNegativeLeastSquares problem =
                new NonNegativeLeastSquares(MatrixUtils.createRealMatrix(matrix), MatrixUtils.createRealVector(wanted));
        problem.descend();
        return problem.x;
    }

    private void descend() {
        boolean[] isBarred = new boolean[isFree.length];
        while (true) {
            Deadline.check();
            double[] slope = matrix.transpose()
                    .operate(wanted.subtract(matrix.operate(MatrixUtils.createRealVector(x))))
                    .toArray();
            int steepest = IntStream.range(0, isFree.length)
                    .filter(column -> !isFree[column] && !isBarred[column] && slope[column] > ROUNDING * scale(column))
                    .reduce((one, other) -> slope[other] > slope[one] ? other : one)
                    .orElse(-1);
            if (steepest < 0) {
                return;
            }
            isFree[steepest] = true;
            double[] best = leastSquares();
            if (best[steepest] <= 0) {
                // Rounding alone made it look worthwhile: without this the search would go round in circles.
                isFree[steepest] = false;
                isBarred[steepest] = true;
                continue;
            }
            Arrays.fill(isBarred, false);
            moveTowards(best);
        }
    }

    private double scale(int column) {
        return matrix.getColumnVector(column).getNorm() * wanted.getNorm();
    }

    /** Goes towards the best point as far as nothing becomes negative, and again without what has become 0. */
    private void moveTowards(double[] best) {
        double[] goal = best;
        while (true) {
            double[] next = goal;
            double step = IntStream.range(0, x.length)
                    .filter(column -> isFree[column] && next[column] <= 0)
                    .mapToDouble(column -> x[column] / (x[column] - next[column]))
                    .min()
                    .orElse(1);
            boolean isThere = IntStream.range(0, x.length).noneMatch(column -> isFree[column] && next[column] <= 0);
            if (isThere) {
                x = next;
                return;
            }
            for (int column = 0; column < x.length; column++) {
                double moved = x[column] + step * (next[column] - x[column]);
                if (isFree[column] && next[column] <= 0 && moved <= ROUNDING) {
                    isFree[column] = false;
                }
                x[column] = isFree[column] ? moved : 0;
            }
            Deadline.check();
            goal = leastSquares();
        }
    }

    /** The best point when those that are free may be anything and the others are 0. */
    private double[] leastSquares() {
        int[] free = IntStream.range(0, isFree.length)
                .filter(column -> isFree[column])
                .toArray();
        double[] all = new double[isFree.length];
        if (free.length > 0) {
            int[] rows = IntStream.range(0, matrix.getRowDimension()).toArray();
            double[] solved = new QRDecomposition(matrix.getSubMatrix(rows, free))
                    .getSolver()
                    .solve(wanted)
                    .toArray();
            for (int place = 0; place < free.length; place++) {
                all[free[place]] = solved[place];
            }
        }
        return all;
    }
}
