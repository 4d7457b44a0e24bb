package mpm.method.survival;

import java.util.Comparator;
import java.util.List;
import mpm.cell.CellError;
import mpm.method.optimisation.BoundedMinimum;
import mpm.method.optimisation.BoundedMinimum.Local;
import mpm.method.optimisation.BoundedMinimum.Point;
import mpm.method.statistics.Hypergeometric;

/**
 * Each customer has a churn of their own, beta-distributed over the cohort (shifted beta-geometric): those who leave easily
 * leave first, so that the cohort's churn falls although nobody's does.
 *
 * <p>Source: P. Fader and B. Hardie, <i>Journal of Interactive Marketing</i> 21 (2007); <i>Marketing Science</i> 29 (2010).
 */
public record BetaGeometric(double alpha, double beta) implements Churn {

    private static final double HIGHEST = StrictMath.log(1e5);
    private static final double FLAT = 1e-4;
    private static final List<double[]> STARTS =
            List.of(start(1, 1), start(1, 4.5), start(.4, 1), start(2.7, 7.4), start(20, 55));

    /**
     * The model of greatest likelihood.
     *
     * @param isConverged whether it lies within 0.00001 … 100000; at an edge the cohort does not tell the parameters
     */
    public record Fit(BetaGeometric model, boolean isConverged) {}

    /** Fits a cohort: how many are there at the outset and after each period, not more than before. */
    public static Fit of(double[] survivors) {
        Point best = STARTS.stream()
                .map(start -> BoundedMinimum.of(logs -> at(logs).local(survivors), start, -HIGHEST, HIGHEST))
                .min(Comparator.comparingDouble(Point::value))
                .orElseThrow();
        return new Fit(at(best.at()), best.isConverged(FLAT, -HIGHEST, HIGHEST));
    }

    private static double[] start(double alpha, double beta) {
        return new double[] {StrictMath.log(alpha), StrictMath.log(beta)};
    }

    private static BetaGeometric at(double[] logs) {
        return new BetaGeometric(StrictMath.exp(logs[0]), StrictMath.exp(logs[1]));
    }

    /** Minus the log-likelihood of a customer, and its change with the logarithms of the parameters. */
    private Local local(double[] survivors) {
        double byAlpha = 0;
        double byBeta = 0;
        for (int period = 1; period < survivors.length; period++) {
            double all = alpha + beta + period - 1;
            double lost = survivors[period - 1] - survivors[period];
            byAlpha += lost / alpha - survivors[period - 1] / all;
            byBeta += survivors[period] / (beta + period - 1) - survivors[period - 1] / all;
        }
        double n = survivors[0];
        return new Local(-logLikelihood(survivors) / n, -alpha * byAlpha / n, -beta * byBeta / n);
    }

    @Override
    public double rate(int period) {
        return alpha / (alpha + beta + period - 1);
    }

    @Override
    public double residualLifetime(int survived, double discount) {
        if (discount == 0) {
            if (alpha <= 1) {
                throw CellError.NUM.because(
                        "Alpha is at most 1, so some stay for ever and their lifetime has no limit: give a discount.");
            }
            return (beta + survived) / (alpha - 1);
        }
        double all = alpha + beta + survived;
        return (beta + survived)
                / all
                * Hypergeometric.weighted(0, 1, beta + survived + 1, all + 1, 1 / (1 + discount));
    }
}
