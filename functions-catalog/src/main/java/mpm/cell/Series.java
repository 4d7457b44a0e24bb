package mpm.cell;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers of one row or one column, with gaps where a cell holds none. */
public final class Series {

    private static final double GAP = Double.NaN;

    private final Shape shape;
    private final double[] values;

    private Series(Shape shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * Numbers in the shape of one row or one column.
     *
     * @param shape one row or one column
     * @param values a NaN is a gap; the array is the series' from now on
     */
    public static Series of(Shape shape, double... values) {
        if ((shape.rows() != 1 && shape.columns() != 1) || values.length != shape.rows() * shape.columns()) {
            throw new IllegalArgumentException(values.length + " numbers do not make a series of " + shape);
        }
        return new Series(shape, values);
    }

    /** A column of numbers; a NaN is a gap. */
    public static Series column(double... values) {
        return of(new Shape(values.length, 1), values);
    }

    public Shape shape() {
        return shape;
    }

    public int length() {
        return values.length;
    }

    public boolean isGap(int place) {
        return Double.isNaN(values[place]);
    }

    /** The number at a place counted from 0; NaN in a gap. */
    public double value(int place) {
        return values[place];
    }

    public boolean hasGaps() {
        return IntStream.range(0, values.length).anyMatch(this::isGap);
    }

    /** The numbers without the gaps. */
    public double[] numbers() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** The number at every place; NaN in a gap. */
    public double[] values() {
        return values.clone();
    }

    /** A series of the given shape that holds no number. */
    public static Series gaps(Shape shape) {
        double[] gaps = new double[shape.rows() * shape.columns()];
        Arrays.fill(gaps, GAP);
        return of(shape, gaps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "a series of " + shape;
    }
}
