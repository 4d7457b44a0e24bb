package mpm.method.forecasting;

import java.util.Arrays;
import mpm.cell.CellError;
import mpm.cell.Series;

/** What stands for a missing figure between two others. Gaps before the first and after the last are always cut off. */
public enum Gap {
    /** A straight line between the neighbours. */
    INTERPOLATE {
        @Override
        double[] closed(double[] values) {
            int before = 0;
            for (int place = 1; place < values.length; place++) {
                if (!Double.isNaN(values[place])) {
                    for (int gap = before + 1; gap < place; gap++) {
                        double part = (gap - before) / (double) (place - before);
                        values[gap] = values[before] + part * (values[place] - values[before]);
                    }
                    before = place;
                }
            }
            return values;
        }
    },
    /** Nothing: the figures move together. */
    SKIP {
        @Override
        double[] closed(double[] values) {
            return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        }
    },
    /** Refused with #N/A. */
    ERROR {
        @Override
        double[] closed(double[] values) {
            if (Arrays.stream(values).anyMatch(Double::isNaN)) {
                throw CellError.NA.because("There is a gap between the values: fill it in.");
            }
            return values;
        }
    };

    /**
     * The numbers of a series from its first to its last, with what stands for those that are missing.
     *
     * @throws mpm.cell.CellException #N/A when there is none, or for a gap that is refused
     */
    public double[] close(Series series) {
        return closed(cut(series));
    }

    /**
     * The numbers of a series from its first to its last; NaN in a gap between them.
     *
     * @throws mpm.cell.CellException #N/A when there is none
     */
    public static double[] cut(Series series) {
        int first = 0;
        int end = series.length();
        while (first < end && series.isGap(first)) {
            first++;
        }
        while (end > first && series.isGap(end - 1)) {
            end--;
        }
        if (first == end) {
            throw CellError.NA.because("There is no number: give the past values in the order of time.");
        }
        return Arrays.copyOfRange(series.values(), first, end);
    }

    /** The numbers of an array that starts and ends with one. */
    abstract double[] closed(double[] values);
}
