package mpm.method.response;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;

/**
 * How advertising of one period works on in the following ones (adstock): a weight for every period after, the first for its
 * own.
 *
 * <p>Sources: Y. Jin et al., <i>Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects</i> (Google, 2017);
 * Robyn's {@code adstock_geometric} and {@code adstock_weibull}.
 */
public final class CarryOver {

    private static final double[] NONE = {1};

    private CarryOver() {}

    /**
     * Each period keeps a fixed part of the one before, without end.
     *
     * @param theta the part kept, 0 or more and below 1
     * @throws mpm.cell.CellException #NUM! for another part
     */
    public static double[] geometric(double[] media, double theta) {
        require(theta >= 0 && theta < 1, "theta is the part that carries over: from 0 to below 1.");
        double[] worked = new double[media.length];
        double kept = 0;
        for (int period = 0; period < media.length; period++) {
            kept = media[period] + theta * kept;
            worked[period] = kept;
        }
        return worked;
    }

    /**
     * Weights that rise to a peak and fall again: θ to the square of the distance from the peak.
     *
     * @param theta above 0 and below 1
     * @param peak the lag of the peak, 0 or more
     * @param length how many weights, 1 or more
     * @throws mpm.cell.CellException #NUM! for another θ, peak or length
     */
    public static double[] delayed(double theta, double peak, double length) {
        require(theta > 0 && theta < 1, "theta is the part that carries over: between 0 and 1.");
        require(peak >= 0, "param is the lag of the peak: 0 or more periods.");
        require(
                length >= 1 && length == Math.rint(length) && length <= Integer.MAX_VALUE,
                "length is the number of periods that feel it: a whole number from 1.");
        return IntStream.range(0, (int) length)
                .mapToDouble(lag -> StrictMath.pow(theta, (lag - peak) * (lag - peak)))
                .toArray();
    }

    /**
     * Weights that each keep of the one before what a Weibull distribution has not yet used up.
     *
     * @param shape 0 or more; 0 carries nothing over
     * @param scale 0 to 1, as a part of all periods; 0 carries nothing over
     * @throws mpm.cell.CellException #NUM! for another shape or scale
     */
    public static double[] weibullCdf(double shape, double scale, int periods) {
        double lambda = lambda(shape, scale, periods);
        if (shape == 0 || scale == 0) {
            return NONE.clone();
        }
        double[] weights = new double[periods];
        weights[0] = 1;
        for (int lag = 1; lag < periods; lag++) {
            weights[lag] = weights[lag - 1] * StrictMath.exp(-StrictMath.pow(lag / lambda, shape));
        }
        return weights;
    }

    /**
     * Weights in the form of the Weibull density, stretched from 0 to 1; as {@link #weibullCdf} otherwise.
     *
     * @throws mpm.cell.CellException #NUM! for a shape or scale outside its range
     */
    public static double[] weibullPdf(double shape, double scale, int periods) {
        double lambda = lambda(shape, scale, periods);
        if (shape == 0 || scale == 0) {
            return NONE.clone();
        }
        double[] densities = IntStream.rangeClosed(1, periods)
                .mapToDouble(period -> shape
                        / lambda
                        * StrictMath.pow(period / lambda, shape - 1)
                        * StrictMath.exp(-StrictMath.pow(period / lambda, shape)))
                .toArray();
        double least = Arrays.stream(densities).min().orElseThrow();
        double most = Arrays.stream(densities).max().orElseThrow();
        return least == most
                ? NONE.clone()
                : Arrays.stream(densities)
                        .map(density -> (density - least) / (most - least))
                        .toArray();
    }

    /** Quantile 7 of the periods 1 … n, rounded half to even, as Robyn does. */
    private static double lambda(double shape, double scale, int periods) {
        require(shape >= 0, "theta is the shape of the Weibull curve: 0 or more.");
        require(scale >= 0 && scale <= 1, "param is the scale as a part of all periods: from 0 to 1.");
        return Math.rint(1 + (periods - 1) * scale);
    }

    private static void require(boolean isInRange, String sentence) {
        if (!isInRange) {
            throw CellError.NUM.because(sentence);
        }
    }

    /** Media spread over the following periods by weights. */
    public static double[] spread(double[] media, double[] weights) {
        double[] worked = new double[media.length];
        for (int period = 0; period < media.length; period++) {
            Deadline.check();
            double sum = 0;
            for (int lag = 0; lag < weights.length && lag <= period; lag++) {
                sum += weights[lag] * media[period - lag];
            }
            worked[period] = sum;
        }
        return worked;
    }

    /** Weights that add up to 1. */
    public static double[] normalized(double[] weights) {
        double all = Sums.of(weights);
        return DoubleStream.of(weights).map(weight -> weight / all).toArray();
    }
}
