package mpm.method.controlcharts;

/** The band within which a value is ordinary; a value on a limit is. */
public record Limits(double low, double high) {

    private static final double ROUNDING = 1e-12;

    public boolean isBelow(double value) {
        return exceeds(low, value);
    }

    public boolean isAbove(double value) {
        return exceeds(value, high);
    }

    /** Whether one number is larger than another by more than rounding could explain. */
    public static boolean exceeds(double larger, double smaller) {
        return larger - smaller > ROUNDING * Math.max(1, Math.max(Math.abs(larger), Math.abs(smaller)));
    }
}
