package mpm.method.statistics;

import java.util.Arrays;
import mpm.cell.CellError;

/** Quantiles of type 7 (Hyndman and Fan), as Excel's PERCENTILE.INC. */
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * The quantiles of numbers in any order.
     *
     * @throws mpm.cell.CellException #N/A for no number
     */
    public static Quantiles of(double... values) {
        if (values.length == 0) {
            throw CellError.NA.because("There is no number to take a quantile of: give at least one.");
        }
        return new Quantiles(Arrays.stream(values).sorted().toArray());
    }

    /**
     * The value below which this part of the numbers lies, interpolated between its two neighbours.
     *
     * @param p 0 … 1: 0 is the smallest number, 1 the largest
     * @throws mpm.cell.CellException #NUM! for another p
     */
    public double at(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw CellError.NUM.because("A quantile is taken at a fraction from 0 to 1.");
        }
        double place = (sorted.length - 1) * p;
        int below = (int) Math.floor(place);
        double part = place - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    /** The middle number, or the mean of the middle two. */
    public double median() {
        return at(.5);
    }
}
