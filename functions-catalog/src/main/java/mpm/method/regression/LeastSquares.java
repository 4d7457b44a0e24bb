package mpm.method.regression;

import java.util.Arrays;
import java.util.List;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** The coefficients of regressors that leave the least squares of an outcome unexplained. */
public final class LeastSquares {

    private final double[][] rows;
    private final double[] lengths;
    private final double[] coefficients;
    private final double[] residuals;
    /** (X'X)⁻¹ of the regressors scaled to length 1. */
    private final RealMatrix inverse;

    private LeastSquares(
            double[][] rows, double[] lengths, double[] coefficients, double[] residuals, RealMatrix inverse) {
        this.rows = rows;
        this.lengths = lengths;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.inverse = inverse;
    }

    /**
     * What may explain an outcome.
     *
     * @param name by which a sentence speaks of it
     * @param values one for each observation
     */
    public record Regressor(String name, Series values) {

        /** The constant: its coefficient is the intercept. */
        public static Regressor constant(int observations) {
            double[] ones = new double[observations];
            Arrays.fill(ones, 1);
            return new Regressor("(Intercept)", Series.column(ones));
        }
    }

    /**
     * Fits an outcome.
     *
     * @param outcome at least as many observations as regressors
     * @param leastDiagonal what a regressor of length 1 must keep of itself beside those before it
     * @throws mpm.cell.CellException #NUM! naming a regressor that is 0 throughout or depends on those before it
     */
    public static LeastSquares of(double[] outcome, List<Regressor> regressors, double leastDiagonal) {
        int n = outcome.length;
        int k = regressors.size();
        double[][] rows = new double[n][k];
        double[] lengths = new double[k];
        for (int j = 0; j < k; j++) {
            double[] values = regressors.get(j).values().values();
            lengths[j] = length(values);
            if (lengths[j] == 0) {
                throw dependent(regressors.get(j));
            }
            for (int i = 0; i < n; i++) {
                rows[i][j] = values[i] / lengths[j];
            }
        }
        Deadline.check();
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(rows, false), 0);
        RealMatrix r = qr.getR().getSubMatrix(0, k - 1, 0, k - 1);
        for (int j = 0; j < k; j++) {
            if (!(Math.abs(r.getEntry(j, j)) >= leastDiagonal)) {
                throw dependent(regressors.get(j));
            }
        }
        Deadline.check();
        double[] scaled = solved(qr, outcome);
        double[] correction = solved(qr, residuals(outcome, rows, scaled));
        double[] coefficients = new double[k];
        for (int j = 0; j < k; j++) {
            scaled[j] += correction[j];
            coefficients[j] = scaled[j] / lengths[j];
        }
        return new LeastSquares(rows, lengths, coefficients, residuals(outcome, rows, scaled), inverse(r));
    }

    private static CellException dependent(Regressor regressor) {
        return CellError.NUM.because("“%s” is 0 throughout or follows from the columns before it: leave it out."
                .formatted(regressor.name()));
    }

    private static double length(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return 0;
        }
        double[] parts = Arrays.stream(values).map(value -> value / largest).toArray();
        return largest * Math.sqrt(Sums.ofProducts(parts, parts));
    }

    private static double[] solved(QRDecomposition qr, double[] outcome) {
        return qr.getSolver().solve(new ArrayRealVector(outcome, false)).toArray();
    }

    /** R⁻¹R⁻ᵀ. */
    private static RealMatrix inverse(RealMatrix r) {
        int k = r.getColumnDimension();
        RealMatrix inverse = new Array2DRowRealMatrix(k, k);
        for (int j = 0; j < k; j++) {
            RealVector column = new ArrayRealVector(k);
            column.setEntry(j, 1);
            MatrixUtils.solveUpperTriangularSystem(r, column);
            inverse.setColumnVector(j, column);
        }
        return inverse.multiplyTransposed(inverse);
    }

    private static double[] residuals(double[] outcome, double[][] rows, double[] coefficients) {
        double[] residuals = new double[outcome.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = exactly(outcome[i], rows[i], coefficients);
        }
        return residuals;
    }

    /** The outcome less the sum of the products, each with what its rounding lost: the correction lives in those digits. */
    private static double exactly(double outcome, double[] row, double[] coefficients) {
        Sums.Running sum = new Sums.Running();
        sum.add(outcome);
        for (int j = 0; j < row.length; j++) {
            double product = row[j] * coefficients[j];
            sum.add(-product);
            sum.add(-Math.fma(row[j], coefficients[j], -product));
        }
        return sum.value();
    }

    /** The coefficients, in the order of the regressors. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** What is left of the outcome, in the order of the observations. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** The sum of the squared residuals. */
    public double squares() {
        return Sums.ofProducts(residuals, residuals);
    }

    /**
     * The diagonal of (X'X)⁻¹, in the order of the regressors: times the variance of the residuals, the variances of the
     * coefficients; its inverses are what each regressor keeps of its squares beside all others.
     */
    public double[] inverseDiagonal() {
        double[] diagonal = new double[lengths.length];
        Arrays.setAll(diagonal, j -> inverse.getEntry(j, j) / lengths[j] / lengths[j]);
        return diagonal;
    }

    /**
     * x(X'X)⁻¹xᵀ: times the variance of the residuals, the variance of the fit at a point, or of a sum of fits at the sum of
     * their points.
     *
     * @param x a value of each regressor, in their order
     */
    public double leverage(double... x) {
        double[] scaled = new double[lengths.length];
        Arrays.setAll(scaled, j -> x[j] / lengths[j]);
        return Sums.ofProducts(inverse.operate(scaled), scaled);
    }

    /**
     * The standard errors of the coefficients that hold also when the residuals vary unevenly and remember one another over
     * some observations: with Bartlett's weights, without a correction for small samples.
     *
     * <p>Source: W. K. Newey and K. D. West, <i>Econometrica</i> 55 (1987); R sandwich
     * {@code NeweyWest(lag, prewhite = FALSE, adjust = FALSE)}.
     *
     * @param lag over how many observations residuals are remembered; 0 for none
     */
    public double[] robustErrors(int lag) {
        int k = lengths.length;
        double[][] scores = new double[rows.length][k];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < k; j++) {
                scores[i][j] = residuals[i] * rows[i][j];
            }
        }
        double[][] remembered = new double[rows.length][k];
        for (int i = 0; i < rows.length; i++) {
            Deadline.check();
            for (int other = Math.max(0, i - lag); other <= Math.min(rows.length - 1, i + lag); other++) {
                double weight = 1 - Math.abs(i - other) / (lag + 1.0);
                for (int j = 0; j < k; j++) {
                    remembered[i][j] += weight * scores[other][j];
                }
            }
        }
        RealMatrix spread =
                new Array2DRowRealMatrix(scores, false).transposeMultiply(new Array2DRowRealMatrix(remembered, false));
        RealMatrix covariance = inverse.multiply(spread).multiply(inverse);
        double[] errors = new double[k];
        // Rounding may leave a variance of 0 a little below it.
        Arrays.setAll(errors, j -> Math.sqrt(Math.max(0, covariance.getEntry(j, j))) / lengths[j]);
        return errors;
    }
}
