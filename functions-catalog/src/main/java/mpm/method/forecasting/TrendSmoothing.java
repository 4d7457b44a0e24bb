package mpm.method.forecasting;

import mpm.method.Deadline;

/**
 * Exponential smoothing of a level and a trend, its parameters from a fixed grid rather than from an optimiser: no rounding can
 * lead to another optimum. The first level and trend are those of least squares.
 */
final class TrendSmoothing implements Smoother {

    private static final double[] UNDAMPED = {1};
    private static final double[] DAMPED = {.8, .85, .9, .95, .98};

    /** β as parts of α. */
    private static final double[] BETA_PARTS = {0, .1, .2, .4, .8};

    private static final double[] ALPHAS = {.02, .1, .2, .3, .4, .5, .6, .7, .8, .9, .99};

    /** By how much another point must be better: less is rounding. */
    private static final double BETTER = 1 - 1e-9;

    private final double[] values;
    private double alpha;
    private double beta;
    private double phi;
    private double firstLevel;
    private double firstTrend;
    private double squares = Double.POSITIVE_INFINITY;

    private TrendSmoothing(double[] values) {
        this.values = values;
    }

    /** Holt's linear trend. */
    static TrendSmoothing linear(double[] values) {
        return best(values, UNDAMPED);
    }

    /** A trend that dies away. */
    static TrendSmoothing damped(double[] values) {
        return best(values, DAMPED);
    }

    private static TrendSmoothing best(double[] values, double[] phis) {
        TrendSmoothing best = new TrendSmoothing(values);
        for (double phi : phis) {
            for (double part : BETA_PARTS) {
                Deadline.check();
                for (double alpha : ALPHAS) {
                    best.tried(alpha, alpha * part, phi);
                }
            }
        }
        return best;
    }

    /** Keeps parameters that leave smaller squared errors than the best yet. */
    private void tried(double alpha, double beta, double phi) {
        double[] first = firstState(alpha, beta, phi);
        double level = first[0];
        double trend = first[1];
        double sum = 0;
        for (double value : values) {
            double error = value - values[0] - level - phi * trend;
            sum += error * error;
            level += phi * trend + alpha * error;
            trend = phi * trend + beta * error;
        }
        if (sum < squares * BETTER) {
            this.alpha = alpha;
            this.beta = beta;
            this.phi = phi;
            firstLevel = first[0];
            firstTrend = first[1];
            squares = sum;
        }
    }

    /** The first level, above the first value, and trend: the errors are linear in both. */
    private double[] firstState(double alpha, double beta, double phi) {
        double level = 0;
        double trend = 0;
        // How the errors answer to a first level of 1 and to a first trend of 1, both taken negative.
        double levelOfLevel = 1;
        double trendOfLevel = 0;
        double levelOfTrend = 0;
        double trendOfTrend = 1;
        double byLevel = 0;
        double byTrend = 0;
        double levelSquares = 0;
        double trendSquares = 0;
        double products = 0;
        for (double value : values) {
            double error = value - values[0] - level - phi * trend;
            double ofLevel = levelOfLevel + phi * trendOfLevel;
            double ofTrend = levelOfTrend + phi * trendOfTrend;
            byLevel += error * ofLevel;
            byTrend += error * ofTrend;
            levelSquares += ofLevel * ofLevel;
            trendSquares += ofTrend * ofTrend;
            products += ofLevel * ofTrend;
            level += phi * trend + alpha * error;
            trend = phi * trend + beta * error;
            levelOfLevel = ofLevel - alpha * ofLevel;
            trendOfLevel = phi * trendOfLevel - beta * ofLevel;
            levelOfTrend = ofTrend - alpha * ofTrend;
            trendOfTrend = phi * trendOfTrend - beta * ofTrend;
        }
        double determinant = levelSquares * trendSquares - products * products;
        return new double[] {
            (byLevel * trendSquares - byTrend * products) / determinant,
            (byTrend * levelSquares - byLevel * products) / determinant
        };
    }

    @Override
    public double[] fitted() {
        double[] fitted = new double[values.length];
        run(fitted);
        return fitted;
    }

    /** Fills in what is expected of each value; answers the level and the trend after the last. */
    private double[] run(double[] fitted) {
        double level = values[0] + firstLevel;
        double trend = firstTrend;
        for (int t = 0; t < values.length; t++) {
            fitted[t] = level + phi * trend;
            double error = values[t] - fitted[t];
            level = fitted[t] + alpha * error;
            trend = phi * trend + beta * error;
        }
        return new double[] {level, trend};
    }

    @Override
    public double[] expected(int horizon) {
        double[] last = run(new double[values.length]);
        double[] expected = new double[horizon];
        double damping = 0;
        for (int place = 0; place < horizon; place++) {
            damping = phi * (1 + damping);
            expected[place] = last[0] + damping * last[1];
        }
        return expected;
    }

    /** By what the variance of one period's error grows over the periods ahead: 1 for the first. */
    double[] varianceFactors(int horizon) {
        double[] factors = new double[horizon];
        double factor = 1;
        double damping = 0;
        for (int place = 0; place < horizon; place++) {
            factors[place] = factor;
            damping = phi * (1 + damping);
            double answer = alpha + beta * damping;
            factor += answer * answer;
        }
        return factors;
    }
}
