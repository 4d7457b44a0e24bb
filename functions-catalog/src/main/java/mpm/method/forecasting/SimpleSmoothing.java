package mpm.method.forecasting;

import java.util.Arrays;
import mpm.method.Deadline;
import mpm.method.optimisation.GoldenSection;

/**
 * Simple exponential smoothing: the level follows each error by the share α. The first level is that of least squares, so that
 * α alone is searched for.
 */
final class SimpleSmoothing implements Smoother {

    private static final double[] GRID = {
        .0001, .05, .10, .15, .20, .25, .30, .35, .40, .45, .50, .55, .60, .65, .70, .75, .80, .85, .90, .95, .9999
    };
    private static final double WIDTH = 1e-10;

    private final double[] values;
    private double alpha;
    private double squares = Double.POSITIVE_INFINITY;

    private SimpleSmoothing(double[] values) {
        this.values = values;
    }

    /** The smoothing of values that leaves the smallest squared errors. */
    static SimpleSmoothing of(double[] values) {
        SimpleSmoothing best = new SimpleSmoothing(values);
        int place = 0;
        for (int i = 0; i < GRID.length; i++) {
            double before = best.squares;
            best.tried(GRID[i]);
            place = best.squares < before ? i : place;
        }
        double low = GRID[Math.max(0, place - 1)];
        double high = GRID[Math.min(GRID.length - 1, place + 1)];
        GoldenSection.minimum(best::tried, low, high, WIDTH);
        return best;
    }

    /** The squared errors with an α, which is kept if they are the smallest yet. */
    private double tried(double candidate) {
        Deadline.check();
        double sum = 0;
        double level = firstLevel(candidate);
        for (double value : values) {
            double error = value - values[0] - level;
            sum += error * error;
            level += candidate * error;
        }
        if (sum < squares) {
            squares = sum;
            alpha = candidate;
        }
        return sum;
    }

    /** The first level above the first value, by least squares: the errors are linear in it. */
    private double firstLevel(double candidate) {
        double level = 0;
        double weight = 1;
        double above = 0;
        double below = 0;
        for (double value : values) {
            double error = value - values[0] - level;
            above += error * weight;
            below += weight * weight;
            level += candidate * error;
            weight *= 1 - candidate;
        }
        return above / below;
    }

    double alpha() {
        return alpha;
    }

    /** The sum of the squared errors. */
    double squares() {
        return squares;
    }

    /** The level before each value, and after the last value the level that is left. */
    double[] levels() {
        double[] levels = new double[values.length + 1];
        levels[0] = values[0] + firstLevel(alpha);
        for (int t = 0; t < values.length; t++) {
            levels[t + 1] = levels[t] + alpha * (values[t] - levels[t]);
        }
        return levels;
    }

    @Override
    public double[] fitted() {
        return Arrays.copyOf(levels(), values.length);
    }

    @Override
    public double[] expected(int horizon) {
        double[] expected = new double[horizon];
        Arrays.fill(expected, levels()[values.length]);
        return expected;
    }

    /** By what the variance of one period's error grows over the periods ahead: 1 for the first. */
    double[] varianceFactors(int horizon) {
        double[] factors = new double[horizon];
        Arrays.setAll(factors, place -> 1 + place * alpha * alpha);
        return factors;
    }
}
