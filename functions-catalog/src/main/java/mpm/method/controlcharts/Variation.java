package mpm.method.controlcharts;

import java.util.List;
import mpm.cell.CellError;
import mpm.method.statistics.Sums;

/**
 * How a process varies while nothing special happens: its centre, and the mean of its moving ranges, the distances of
 * neighbouring values. The ranges keep a shift of the level from widening the limits, as a standard deviation would not.
 *
 * <p>Source: D. J. Wheeler, <i>Understanding Variation</i>; NIST/SEMATECH e-Handbook 6.3.2.2.
 */
public record Variation(double centre, double meanRange) {

    /** The mean range of two values from a normal distribution, in standard deviations: d₂ = 2/√π. */
    private static final double D2 = 2 / Math.sqrt(Math.PI);

    /** The upper limit of a range of two in mean ranges: D₄ = 1 + 3√(π/2 − 1). */
    private static final double D4 = 1 + 3 * Math.sqrt(Math.PI / 2 - 1);

    /**
     * The variation of successive observations. The range of the first one reaches back before them, so it does not count.
     *
     * @throws mpm.cell.CellException #NUM! where no two of them are neighbours
     */
    static Variation of(List<Observation> observations) {
        double[] ranges = observations.stream()
                .skip(1)
                .mapToDouble(Observation::movingRange)
                .filter(range -> !Double.isNaN(range))
                .toArray();
        if (ranges.length == 0) {
            throw CellError.NUM.because(
                    "No two neighbouring cells hold a value, so there is no moving range: fill the gaps.");
        }
        double[] values = observations.stream().mapToDouble(Observation::value).toArray();
        return new Variation(Sums.mean(values), Sums.mean(ranges));
    }

    /** The standard deviation of ordinary variation. */
    public double sigma() {
        return meanRange / D2;
    }

    /** The limits of single values: three sigma to either side of the centre. */
    public Limits limits() {
        return new Limits(centre - 3 * sigma(), centre + 3 * sigma());
    }

    /** The upper limit of a moving range. */
    public double rangeLimit() {
        return D4 * meanRange;
    }
}
