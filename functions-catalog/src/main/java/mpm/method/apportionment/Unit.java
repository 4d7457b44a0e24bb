package mpm.method.apportionment;

import java.math.BigDecimal;
import mpm.cell.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of those an amount is split over. What a planner left blank is null.
 *
 * @param weight how much of the amount it attracts, against the weights of the others; blank counts as 0
 * @param floor the least it gets, as a size: positive also when the amount is negative
 * @param cap the most it gets, as a size
 * @param locked the amount it has already, with its sign
 */
public record Unit(
        @Nullable BigDecimal weight,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal locked) {

    /** The unit of four cells, each read as the decimal that was typed; NaN, as in a series, is blank. */
    public static Unit of(double weight, double floor, double cap, double locked) {
        return new Unit(decimal(weight), decimal(floor), decimal(cap), decimal(locked));
    }

    /** A unit with a weight and no bounds. */
    public static Unit weighing(BigDecimal weight) {
        return new Unit(weight, null, null, null);
    }

    /** Whether it is no unit at all: a weight, a floor and a lock left blank. A cap alone asks for nothing. */
    public boolean isBlank() {
        return weight == null && floor == null && locked == null;
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isNaN(value) ? null : ShortestDecimal.of(value);
    }
}
