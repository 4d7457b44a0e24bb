package mpm.method.optimisation;

import java.util.function.DoubleUnaryOperator;

/** The lowest point of a valley between two ends, without slopes: of each pair of points the side of the lower is kept. */
public final class GoldenSection {

    private static final double RATIO = (Math.sqrt(5) - 1) / 2;

    private GoldenSection() {}

    /**
     * Narrows the valley down.
     *
     * @param valley with one lowest point between the ends
     * @param width the valley's width at which to stop
     * @return the middle of what is left
     */
    public static double minimum(DoubleUnaryOperator valley, double from, double to, double width) {
        double low = from;
        double high = to;
        double left = high - RATIO * (high - low);
        double right = low + RATIO * (high - low);
        double atLeft = valley.applyAsDouble(left);
        double atRight = valley.applyAsDouble(right);
        // Where neighbouring numbers lie further apart than the width, the points meet before it is reached.
        while (high - low > width && left < right) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - RATIO * (high - low);
                atLeft = valley.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + RATIO * (high - low);
                atRight = valley.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
