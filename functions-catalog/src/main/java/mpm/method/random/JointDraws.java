package mpm.method.random;

import java.util.List;
import mpm.cell.CellError;
import mpm.method.statistics.Normal;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/** Figures that are drawn together, independent or correlated on the scale of normal numbers. */
public final class JointDraws {

    private static final double ROUNDING = 1e-12;

    private final List<Distribution> distributions;

    /** The lower Cholesky factor of the correlations; empty where the figures are independent. */
    private final double[][] factor;

    private JointDraws(List<Distribution> distributions, double[][] factor) {
        this.distributions = List.copyOf(distributions);
        this.factor = factor;
    }

    /** Figures that know nothing of each other. */
    public static JointDraws independent(List<Distribution> distributions) {
        return new JointDraws(distributions, new double[0][]);
    }

    /**
     * Figures that move together.
     *
     * @param correlations a row and a column for each
     * @throws mpm.cell.CellException #NUM! for correlations that cannot be
     */
    public static JointDraws correlated(List<Distribution> distributions, double[][] correlations) {
        for (int row = 0; row < correlations.length; row++) {
            for (int column = 0; column <= row; column++) {
                double difference = row == column ? 1 : correlations[column][row];
                if (!(Math.abs(correlations[row][column] - difference) <= ROUNDING)) {
                    throw CellError.NUM.because(
                            "Row %d, column %d of correlations: the diagonal is 1 and both halves are equal."
                                    .formatted(row + 1, column + 1));
                }
            }
        }
        try {
            return new JointDraws(
                    distributions,
                    new CholeskyDecomposition(MatrixUtils.createRealMatrix(correlations), ROUNDING, ROUNDING)
                            .getL()
                            .getData());
        } catch (MathIllegalArgumentException e) {
            throw CellError.NUM.because(
                    "The correlations contradict each other (the matrix is not positive definite): weaken some.");
        }
    }

    /** The next figure of each; every one takes one number of the generator. */
    public double[] next(SplitMix64 generator) {
        double[] figures = new double[distributions.size()];
        for (int place = 0; place < figures.length; place++) {
            double uniform = generator.uniform();
            figures[place] = factor.length == 0 ? distributions.get(place).quantile(uniform) : Normal.quantile(uniform);
        }
        if (factor.length == 0) {
            return figures;
        }
        // From the last to the first: each mixes its own normal number with those before it.
        for (int place = figures.length - 1; place >= 0; place--) {
            double mixed = 0;
            for (int other = 0; other <= place; other++) {
                mixed += factor[place][other] * figures[other];
            }
            figures[place] = distributions.get(place).atNormal(mixed);
        }
        return figures;
    }
}
