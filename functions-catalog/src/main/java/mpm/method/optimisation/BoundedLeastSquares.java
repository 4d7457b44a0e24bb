package mpm.method.optimisation;

import java.util.Arrays;
import java.util.stream.IntStream;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * The parameters within bounds for which the sum of squared residuals is least, from a start downhill: Levenberg–Marquardt,
 * where a parameter at its bound rests there while it would leave.
 *
 * <p>Source: J. J. Moré, <i>Numerical Analysis</i>, LNM 630 (1978).
 */
public final class BoundedLeastSquares {

    private static final int MOST_STEPS = 1_000;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-15;
    private static final double MOST_DAMPING = 1e12;
    private static final double LEAST_STEP = 1e-13;

    private BoundedLeastSquares() {}

    /** What is fitted. */
    public interface Model {

        /** How far the model is from each observation. */
        double[] residuals(double[] parameters);

        /** How each residual, a row, changes with each parameter, a column. */
        double[][] jacobian(double[] parameters);
    }

    /**
     * A minimum.
     *
     * @param low the least value of each parameter; may be infinite
     * @param high the greatest value of each parameter; may be infinite
     */
    public static double[] minimum(Model model, double[] start, double[] low, double[] high) {
        double[] parameters = within(start, low, high);
        double[] residuals = model.residuals(parameters);
        double squares = Sums.ofProducts(residuals, residuals);
        double[] scales = new double[start.length];
        double damping = FIRST_DAMPING;
        double[][] jacobian = model.jacobian(parameters);
        for (int i = 0; i < MOST_STEPS && damping <= MOST_DAMPING && squares > 0; i++) {
            Deadline.check();
            double[] next = within(step(parameters, residuals, jacobian, scales, damping, low, high), low, high);
            if (isStill(parameters, next)) {
                break;
            }
            double[] nextResiduals = model.residuals(next);
            double nextSquares = Sums.ofProducts(nextResiduals, nextResiduals);
            if (nextSquares < squares) {
                parameters = next;
                residuals = nextResiduals;
                squares = nextSquares;
                jacobian = model.jacobian(parameters);
                damping = Math.max(LEAST_DAMPING, damping / 10);
            } else {
                damping *= 10;
            }
        }
        return parameters;
    }

    private static double[] step(
            double[] parameters,
            double[] residuals,
            double[][] jacobian,
            double[] scales,
            double damping,
            double[] low,
            double[] high) {
        int n = residuals.length;
        int[] free = IntStream.range(0, parameters.length)
                .filter(j -> {
                    double slope = 0;
                    double length = 0;
                    for (int i = 0; i < n; i++) {
                        slope += jacobian[i][j] * residuals[i];
                        length += jacobian[i][j] * jacobian[i][j];
                    }
                    scales[j] = Math.max(scales[j], Math.sqrt(length));
                    boolean leaves = (parameters[j] <= low[j] && slope > 0) || (parameters[j] >= high[j] && slope < 0);
                    return !leaves && scales[j] > 0;
                })
                .toArray();
        if (free.length == 0) {
            return parameters;
        }
        double[][] damped = new double[n + free.length][free.length];
        double[] wanted = new double[n + free.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < free.length; j++) {
                damped[i][j] = jacobian[i][free[j]] / scales[free[j]];
            }
            wanted[i] = -residuals[i];
        }
        for (int j = 0; j < free.length; j++) {
            damped[n + j][j] = Math.sqrt(damping);
        }
        double[] moves = new QRDecomposition(new Array2DRowRealMatrix(damped, false), 0)
                .getSolver()
                .solve(new ArrayRealVector(wanted, false))
                .toArray();
        double[] next = parameters.clone();
        for (int j = 0; j < free.length; j++) {
            next[free[j]] += moves[j] / scales[free[j]];
        }
        return next;
    }

    private static boolean isStill(double[] parameters, double[] next) {
        return IntStream.range(0, next.length)
                .allMatch(j -> Math.abs(next[j] - parameters[j]) <= LEAST_STEP * Math.abs(parameters[j]));
    }

    private static double[] within(double[] parameters, double[] low, double[] high) {
        double[] kept = parameters.clone();
        Arrays.setAll(kept, j -> Math.min(Math.max(kept[j], low[j]), high[j]));
        return kept;
    }
}
