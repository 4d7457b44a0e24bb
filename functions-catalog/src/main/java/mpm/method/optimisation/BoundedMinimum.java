package mpm.method.optimisation;

import java.util.function.Function;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;

/**
 * The lowest point of a smooth function between bounds, downhill from a start: the quasi-Newton method of Broyden,
 * Fletcher, Goldfarb and Shanno, its steps cut at the bounds.
 *
 * <p>Source: J. Nocedal and S. Wright, <i>Numerical Optimization</i>, 2nd edition, chapters 3, 6 and 16.
 */
public final class BoundedMinimum {

    private static final int MOST_STEPS = 500;
    private static final double FLAT = 1e-10;
    private static final double SUFFICIENT_DESCENT = 1e-4;
    private static final double LEAST_STEP = 1e-12;

    /** A descent of so many units in the last place drowns in the rounding of the function; its slope is still right. */
    private static final double HIDDEN = 8;

    private static final double LONGEST_STEP = 3;
    private static final double LEAST_CURVATURE = 1e-14;
    private static final double LEAST_INSIDE = 1e-9;

    private BoundedMinimum() {}

    /** The function at a point, and how it changes with each coordinate there. */
    public static final class Local {

        private final double value;
        private final double[] gradient;

        /** What a function is; the array is the object's from now on. */
        public Local(double value, double... gradient) {
            this.value = value;
            this.gradient = gradient;
        }
    }

    /** A point with the function there. */
    public static final class Point {

        private final double[] at;
        private final Local local;

        private Point(double[] at, Local local) {
            this.at = at;
            this.local = local;
        }

        /** Its coordinates. */
        public double[] at() {
            return at.clone();
        }

        /** How high the function is. */
        public double value() {
            return local.value;
        }

        /** The steepest slope that does not lead out of the bounds. */
        private double slope(double low, double high) {
            boolean[] free = free(this, low, high);
            double steepest = 0;
            for (int j = 0; j < at.length; j++) {
                steepest = Math.max(steepest, free[j] ? Math.abs(local.gradient[j]) : 0);
            }
            return steepest;
        }

        /** Whether the function is flat here to a precision, and no coordinate stands at a bound. */
        public boolean isConverged(double precision, double low, double high) {
            for (int j = 0; j < at.length; j++) {
                boolean isAtBound = at[j] - low < LEAST_INSIDE || high - at[j] < LEAST_INSIDE;
                if (isAtBound || !(Math.abs(local.gradient[j]) < precision)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A minimum.
     *
     * @param low the least value of every coordinate
     * @param high the greatest value of every coordinate
     */
    public static Point of(Function<double[], Local> function, double[] start, double low, double high) {
        Point here = point(function, start.clone());
        double[][] inverse = identity(start.length);
        boolean isSteepest = true;
        for (int step = 0; step < MOST_STEPS; step++) {
            boolean[] free = free(here, low, high);
            double[] direction = direction(here.local.gradient, inverse, free);
            double slope = Sums.ofProducts(direction, here.local.gradient);
            if (isSteepest && !(slope < -FLAT * FLAT)) {
                return here;
            }
            Point next = slope < 0 ? lower(function, here, direction, low, high) : here;
            if (next == here) {
                if (isSteepest) {
                    return here;
                }
                inverse = identity(start.length);
                isSteepest = true;
            } else {
                isSteepest = !learn(inverse, here, next);
                here = next;
            }
        }
        return here;
    }

    private static Point point(Function<double[], Local> function, double[] at) {
        Deadline.check();
        return new Point(at, function.apply(at));
    }

    /** The coordinates that may move downhill: those at a bound may not leave. */
    private static boolean[] free(Point here, double low, double high) {
        boolean[] free = new boolean[here.at.length];
        for (int j = 0; j < free.length; j++) {
            double gradient = here.local.gradient[j];
            free[j] = !(here.at[j] <= low && gradient > 0) && !(here.at[j] >= high && gradient < 0);
        }
        return free;
    }

    private static double[] direction(double[] gradient, double[][] inverse, boolean[] free) {
        double[] direction = new double[gradient.length];
        double longest = 0;
        for (int j = 0; j < gradient.length; j++) {
            for (int k = 0; free[j] && k < gradient.length; k++) {
                direction[j] -= free[k] ? inverse[j][k] * gradient[k] : 0;
            }
            longest = Math.max(longest, Math.abs(direction[j]));
        }
        for (int j = 0; j < gradient.length && longest > LONGEST_STEP; j++) {
            direction[j] *= LONGEST_STEP / longest;
        }
        return direction;
    }

    /** A point sufficiently lower along a direction, within the bounds; the same point where there is none. */
    private static Point lower(
            Function<double[], Local> function, Point here, double[] direction, double low, double high) {
        for (double length = 1; length > LEAST_STEP; length /= 2) {
            double[] at = new double[direction.length];
            double descent = 0;
            for (int j = 0; j < at.length; j++) {
                at[j] = Math.min(high, Math.max(low, here.at[j] + length * direction[j]));
                descent += here.local.gradient[j] * (at[j] - here.at[j]);
            }
            Point next = point(function, at);
            if (-descent < HIDDEN * Math.ulp(here.local.value)) {
                return next.slope(low, high) < here.slope(low, high) ? next : here;
            }
            if (next.local.value < here.local.value
                    && next.local.value <= here.local.value + SUFFICIENT_DESCENT * descent) {
                return next;
            }
        }
        return here;
    }

    /** Learns the curvature from a step, where it curves upwards; answers whether it did. */
    private static boolean learn(double[][] inverse, Point from, Point to) {
        int n = from.at.length;
        double[] moved = new double[n];
        double[] changed = new double[n];
        for (int j = 0; j < n; j++) {
            moved[j] = to.at[j] - from.at[j];
            changed[j] = to.local.gradient[j] - from.local.gradient[j];
        }
        double curvature = Sums.ofProducts(moved, changed);
        if (!(curvature
                > LEAST_CURVATURE * Math.sqrt(Sums.ofProducts(moved, moved) * Sums.ofProducts(changed, changed)))) {
            return false;
        }
        double[] foretold = new double[n];
        for (int j = 0; j < n; j++) {
            foretold[j] = Sums.ofProducts(inverse[j], changed);
        }
        double scale = 1 + Sums.ofProducts(changed, foretold) / curvature;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                inverse[j][k] +=
                        (scale * moved[j] * moved[k] - moved[j] * foretold[k] - foretold[j] * moved[k]) / curvature;
            }
        }
        return true;
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int j = 0; j < n; j++) {
            identity[j][j] = 1;
        }
        return identity;
    }
}
