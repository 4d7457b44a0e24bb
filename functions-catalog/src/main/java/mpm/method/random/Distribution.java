package mpm.method.random;

import java.util.Arrays;
import mpm.cell.CellError;
import mpm.method.statistics.BetaDistribution;
import mpm.method.statistics.Normal;

/** How a figure may turn out. */
@FunctionalInterface
public interface Distribution {

    double POISSON_MOST = 500;

    /** The figure below which a probability lies. */
    double quantile(double p);

    /** The figure at the place where a standard normal number stands. */
    default double atNormal(double z) {
        // Far out Φ(z) rounds to 1, where a figure may have no end.
        return quantile(Math.min(Normal.cdf(z), 1 - 0x1p-53));
    }

    /**
     * A normal figure.
     *
     * @throws mpm.cell.CellException #NUM! for a negative deviation
     */
    static Distribution normal(double mean, double deviation) {
        require(deviation >= 0, "The standard deviation of a NORMAL or LOGNORMAL is 0 or more.");
        return new Distribution() {
            @Override
            public double quantile(double p) {
                return atNormal(Normal.quantile(p));
            }

            @Override
            public double atNormal(double z) {
                return mean + deviation * z;
            }
        };
    }

    /**
     * A figure whose logarithm is normal.
     *
     * @throws mpm.cell.CellException #NUM! for a negative deviation
     */
    static Distribution logNormal(double mean, double deviation) {
        Distribution logarithm = normal(mean, deviation);
        return new Distribution() {
            @Override
            public double quantile(double p) {
                return StrictMath.exp(logarithm.quantile(p));
            }

            @Override
            public double atNormal(double z) {
                return StrictMath.exp(logarithm.atNormal(z));
            }
        };
    }

    /**
     * Every figure between two limits is equally likely.
     *
     * @throws mpm.cell.CellException #NUM! for limits in the wrong order
     */
    static Distribution uniform(double least, double most) {
        require(least <= most, "A UNIFORM has its least before its most.");
        return p -> least + p * (most - least);
    }

    /**
     * Likelier towards the mode, on straight lines.
     *
     * @throws mpm.cell.CellException #NUM! for figures in the wrong order
     */
    static Distribution triangular(double least, double mode, double most) {
        requireOrder(least, mode, most);
        double width = most - least;
        return p -> p * width <= mode - least
                ? least + Math.sqrt(p * width * (mode - least))
                : most - Math.sqrt((1 - p) * width * (most - mode));
    }

    /**
     * A beta distribution stretched between two limits, with its weight about the mode.
     *
     * @throws mpm.cell.CellException #NUM! for figures in the wrong order
     */
    static Distribution pert(double least, double mode, double most) {
        requireOrder(least, mode, most);
        double width = most - least;
        if (width == 0) {
            return fixed(mode);
        }
        Distribution unit = beta(1 + 4 * (mode - least) / width, 1 + 4 * (most - mode) / width);
        return p -> least + width * unit.quantile(p);
    }

    /**
     * A share, by its two shapes.
     *
     * @throws mpm.cell.CellException #NUM! for an α or β of 0 or less
     */
    static Distribution beta(double alpha, double beta) {
        require(alpha > 0 && beta > 0, "Both parameters of a BETA are more than 0.");
        return p -> BetaDistribution.quantile(p, alpha, beta);
    }

    /**
     * A count of rare events.
     *
     * @throws mpm.cell.CellException #NUM! for a mean below 0 or above 500
     */
    static Distribution poisson(double mean) {
        require(mean >= 0 && mean <= POISSON_MOST, "The mean of a POISSON lies between 0 and 500.");
        return p -> {
            int count = 0;
            double probability = StrictMath.exp(-mean);
            double cumulative = probability;
            while (cumulative < p && probability > 0) {
                count++;
                probability *= mean / count;
                cumulative += probability;
            }
            return count;
        };
    }

    /**
     * One of several figures.
     *
     * @param probabilities of the values, adding up to 1
     * @throws mpm.cell.CellException #NUM! for a negative probability or another sum
     */
    static Distribution discrete(double[] values, double[] probabilities) {
        require(
                Arrays.stream(probabilities).allMatch(probability -> probability >= 0)
                        && Math.abs(Arrays.stream(probabilities).sum() - 1) <= 1e-9,
                "The probabilities of a DISCRETE are 0 or more and add up to 1.");
        return p -> {
            double cumulative = 0;
            for (int place = 0; place < values.length; place++) {
                cumulative += probabilities[place];
                if (cumulative >= p) {
                    return values[place];
                }
            }
            return values[values.length - 1];
        };
    }

    /** Always the same figure. */
    static Distribution fixed(double value) {
        return p -> value;
    }

    private static void requireOrder(double least, double mode, double most) {
        require(
                least <= mode && mode <= most,
                "A TRIANGULAR or PERT has its least, its likeliest and its most in this order.");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }
}
