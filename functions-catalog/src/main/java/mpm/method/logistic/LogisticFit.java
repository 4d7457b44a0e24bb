package mpm.method.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.Deadline;
import mpm.method.regression.LeastSquares;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.Sums;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The coefficients by which drivers raise the logarithm of the odds of a yes: maximum likelihood, with a penalty on the
 * coefficients of the standardized drivers if it is wanted.
 *
 * <p>Sources: R {@code glm(family = binomial)}; scikit-learn's {@code LogisticRegression} with C = 1/penalty on standardized
 * columns.
 */
public final class LogisticFit {

    private static final int MOST_STEPS = 50;
    private static final double STILL = 1e-10;
    private static final double WORST_CONDITION = 1e15;
    private static final double LEAST_DIAGONAL = 1e-10;

    /** Where equal weights condition X'WX better, each driver keeps far more than the least of itself beside the others. */
    private static final double INDEPENDENT = 1e10;

    /** So many rows stay near the processor while all products of their columns are summed. */
    private static final int BLOCK = 256;

    /** So many sums grow side by side, as none then waits for its own last addition. */
    private static final int ABREAST = 4;

    private final double[] outcomes;

    /** 1 for each observation, then the drivers with mean 0 and mean square 1; then 0 up to a multiple of {@link #ABREAST}. */
    private final double[][] columns;

    private final double[] means;
    private final double[] deviations;
    private final double penalty;
    private final double[] scaled;
    private final RealMatrix information;
    private final RealMatrix covariance;

    private LogisticFit(
            double[] outcomes,
            double[][] columns,
            double[] means,
            double[] deviations,
            double penalty,
            List<Regressor> drivers) {
        this.outcomes = outcomes;
        this.columns = columns;
        this.means = means;
        this.deviations = deviations;
        this.penalty = penalty;
        this.scaled = new double[means.length + 1];
        this.information = solved(drivers);
        this.covariance = decomposed(information).getSolver().getInverse();
    }

    /**
     * Fits outcomes.
     *
     * @param outcomes 1 for a yes, 0 for a no
     * @param drivers a value of each observation, none missing
     * @param penalty 0 or more
     * @throws mpm.cell.CellException #NUM! for another outcome, only one kind of outcome, too few observations, a driver that
     *     never moves or follows from others, a negative penalty, and when the drivers separate yes from no
     */
    public static LogisticFit of(double[] outcomes, List<Regressor> drivers, double penalty) {
        int n = outcomes.length;
        double yes = Sums.of(outcomes);
        require(
                Arrays.stream(outcomes).allMatch(outcome -> outcome == 0 || outcome == 1),
                "An outcome is neither 0 nor 1: mark a yes with 1 and a no with 0.");
        require(yes > 0 && yes < n, "All outcomes are equal, so nothing can tell a yes from a no.");
        require(
                n > drivers.size() + 1,
                "%d complete rows are too few for %d drivers: give more.".formatted(n, drivers.size()));
        require(penalty >= 0, "penalty is 0 or more.");
        double[][] columns = new double[(drivers.size() / ABREAST + 1) * ABREAST][n];
        Arrays.fill(columns[0], 1);
        double[] means = new double[drivers.size()];
        double[] deviations = new double[drivers.size()];
        for (int j = 0; j < means.length; j++) {
            double[] values = drivers.get(j).values().values();
            means[j] = Sums.mean(values);
            deviations[j] = Math.sqrt(Sums.ofSquaredDeviations(values) / n);
            require(
                    deviations[j] > 0,
                    "“%s” never moves: leave it out.".formatted(drivers.get(j).name()));
            for (int i = 0; i < n; i++) {
                columns[j + 1][i] = (values[i] - means[j]) / deviations[j];
            }
        }
        return new LogisticFit(outcomes, columns, means, deviations, penalty, drivers);
    }

    /** Least squares names the driver that follows from those before it; it is asked only where there may be one. */
    private void requireIndependent(RealMatrix information, List<Regressor> drivers) {
        if (new SingularValueDecomposition(information).getConditionNumber() <= INDEPENDENT) {
            return;
        }
        List<Regressor> standardized = new ArrayList<>(List.of(Regressor.constant(outcomes.length)));
        for (int j = 0; j < drivers.size(); j++) {
            standardized.add(new Regressor(drivers.get(j).name(), Series.column(columns[j + 1])));
        }
        LeastSquares.of(outcomes, standardized, LEAST_DIAGONAL);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }

    /** Takes Newton's steps from the share of yes; answers the information at the last. */
    private RealMatrix solved(List<Regressor> drivers) {
        double share = Sums.mean(outcomes);
        scaled[0] = StrictMath.log(share / (1 - share));
        for (int step = 0; step < MOST_STEPS; step++) {
            Deadline.check();
            double[] slope = new double[scaled.length];
            RealMatrix here = information(slope);
            if (step == 0) {
                requireIndependent(here, drivers);
            }
            for (int j = 1; j < slope.length; j++) {
                slope[j] -= penalty * scaled[j];
            }
            double[] move = decomposed(here)
                    .getSolver()
                    .solve(new ArrayRealVector(slope, false))
                    .toArray();
            double largest = 0;
            for (int j = 0; j < scaled.length; j++) {
                scaled[j] += move[j];
                largest = Math.max(largest, Math.abs(move[j]));
            }
            if (largest < STILL) {
                return here;
            }
        }
        throw separated();
    }

    private SingularValueDecomposition decomposed(RealMatrix information) {
        RealMatrix penalized = information.copy();
        for (int j = 1; j < penalized.getColumnDimension(); j++) {
            penalized.addToEntry(j, j, penalty);
        }
        SingularValueDecomposition decomposed = new SingularValueDecomposition(penalized);
        if (!(decomposed.getConditionNumber() <= WORST_CONDITION)) {
            throw separated();
        }
        return decomposed;
    }

    private static CellException separated() {
        return CellError.NUM.because(
                "The drivers separate yes from no, or nearly: no coefficient is large enough. Add a penalty, such as 1.");
    }

    /** X'WX; the slope becomes X'(y − p). */
    private RealMatrix information(double[] slope) {
        double[][] sums = new double[slope.length][columns.length];
        double[] slopes = new double[columns.length];
        double[] weights = new double[BLOCK];
        double[] missed = new double[BLOCK];
        double[] weighted = new double[BLOCK];
        for (int from = 0; from < outcomes.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, outcomes.length);
            double[] logOdds = logOdds(from, to);
            for (int i = 0; i < logOdds.length; i++) {
                double p = probability(logOdds[i]);
                weights[i] = p * (1 - p);
                missed[i] = outcomes[from + i] - p;
            }
            addProducts(slopes, slope.length, missed, from, to);
            for (int j = 0; j < slope.length; j++) {
                for (int i = 0; i < logOdds.length; i++) {
                    weighted[i] = weights[i] * columns[j][from + i];
                }
                addProducts(sums[j], j + 1, weighted, from, to);
            }
        }
        System.arraycopy(slopes, 0, slope, 0, slope.length);
        RealMatrix information = new Array2DRowRealMatrix(slope.length, slope.length);
        for (int j = 0; j < slope.length; j++) {
            for (int k = 0; k <= j; k++) {
                information.setEntry(j, k, sums[j][k]);
                information.setEntry(k, j, sums[j][k]);
            }
        }
        return information;
    }

    /** Adds the products of a block with so many columns, at least. */
    private void addProducts(double[] sums, int count, double[] block, int from, int to) {
        for (int k = 0; k < count; k += ABREAST) {
            double[] first = columns[k];
            double[] second = columns[k + 1];
            double[] third = columns[k + 2];
            double[] fourth = columns[k + 3];
            double ofFirst = 0;
            double ofSecond = 0;
            double ofThird = 0;
            double ofFourth = 0;
            for (int i = from; i < to; i++) {
                double factor = block[i - from];
                ofFirst += factor * first[i];
                ofSecond += factor * second[i];
                ofThird += factor * third[i];
                ofFourth += factor * fourth[i];
            }
            sums[k] += ofFirst;
            sums[k + 1] += ofSecond;
            sums[k + 2] += ofThird;
            sums[k + 3] += ofFourth;
        }
    }

    private double[] logOdds(int from, int to) {
        double[] logOdds = new double[to - from];
        for (int j = 0; j < scaled.length; j++) {
            double[] column = columns[j];
            double coefficient = scaled[j];
            for (int i = 0; i < logOdds.length; i++) {
                logOdds[i] += coefficient * column[from + i];
            }
        }
        return logOdds;
    }

    /** The probability of a yes at the logarithm of its odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** The intercept, then the coefficient of each driver as it was given. */
    public double[] coefficients() {
        double[] coefficients = new double[scaled.length];
        coefficients[0] = scaled[0];
        for (int j = 0; j < means.length; j++) {
            coefficients[j + 1] = scaled[j + 1] / deviations[j];
            coefficients[0] -= coefficients[j + 1] * means[j];
        }
        return coefficients;
    }

    /** The standard errors of the coefficients. */
    public double[] standardErrors() {
        double[] errors = new double[scaled.length];
        double[] ofIntercept = new double[scaled.length];
        ofIntercept[0] = 1;
        for (int j = 0; j < means.length; j++) {
            errors[j + 1] = Math.sqrt(covariance.getEntry(j + 1, j + 1)) / deviations[j];
            ofIntercept[j + 1] = -means[j] / deviations[j];
        }
        errors[0] = Math.sqrt(Sums.ofProducts(covariance.operate(ofIntercept), ofIntercept));
        return errors;
    }

    /** The logarithm of the likelihood, without the penalty. */
    public double logLikelihood() {
        Sums.Running sum = new Sums.Running();
        double[] logOdds = logOdds(0, outcomes.length);
        for (int i = 0; i < logOdds.length; i++) {
            // ln(1 + e^η) without overflow.
            sum.add(outcomes[i] * logOdds[i]
                    - Math.max(0, logOdds[i])
                    - StrictMath.log1p(StrictMath.exp(-Math.abs(logOdds[i]))));
        }
        return sum.value();
    }

    /** The logarithm of the likelihood when nothing but the share of yes is known. */
    public double logLikelihoodOfShare() {
        double yes = Sums.of(outcomes);
        double n = outcomes.length;
        return yes * StrictMath.log(yes / n) + (n - yes) * StrictMath.log((n - yes) / n);
    }

    /** How many parameters the fit is worth: fewer than it has when a penalty holds them. */
    public double effectiveParameters() {
        return information.multiply(covariance).getTrace();
    }

    /** How well the fit tells a yes from a no. */
    public double auc() {
        return Discrimination.auc(outcomes, logOdds(0, outcomes.length));
    }
}
