package mpm.method.mixmodel;

/** The range of a medium's return on spend, as a test has found it. */
public record Return(double low, double high) {

    /** Any return. */
    public static final Return ANY = new Return(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Any return of 0 or more. */
    public static final Return POSITIVE = new Return(0, Double.POSITIVE_INFINITY);

    /** The bound of a coefficient for a bound of the return; a direction without a return has no coefficient. */
    static double times(double bound, double unitReturn) {
        return Double.isInfinite(bound) ? bound : bound * unitReturn;
    }
}
