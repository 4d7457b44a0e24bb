package mpm.method.statistics;

/** How probable it is that a figure reaches its target when its errors are normal. */
public final class TargetProbability {

    /** What a figure may miss a target by and still meet it. */
    private static final double TOLERANCE = 1e-12;

    private TargetProbability() {}

    /**
     * The probability of a value at least, or at most, as large as the target; without spread 1 or 0.
     *
     * @param expected the mean of the figure
     * @param sd its standard deviation, 0 or more
     * @param higherIsBetter whether the target is met from above
     */
    public static double of(double expected, double sd, double target, boolean higherIsBetter) {
        double ahead = higherIsBetter ? expected - target : target - expected;
        if (sd == 0) {
            return ahead >= -TOLERANCE * Math.max(1, Math.abs(target)) ? 1 : 0;
        }
        return Normal.cdf(ahead / sd);
    }
}
