package mpm.method.controlcharts;

import java.util.Optional;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.method.statistics.Sums;

/**
 * What the observations of a process are held against: its centre, and the standard deviation of its ordinary variation. Each
 * is given, from a baseline, or estimated from the observations themselves.
 */
public record Standards(double centre, double sigma) {

    /**
     * The standards that are given, the others as the chart of single values estimates them.
     *
     * @throws mpm.cell.CellException #NUM! for a sigma that is not above 0; where one is estimated, also for fewer than five
     *     observations, and where sigma is, for no two in neighbouring cells
     */
    public static Standards of(Series values, Optional<Double> centre, Optional<Double> sigma) {
        if (centre.isEmpty() || sigma.isEmpty()) {
            IndividualsChart.requireEnough(values);
        }
        double spread = sigma.orElseGet(() -> IndividualsChart.variation(values).sigma());
        if (!(spread > 0)) {
            throw CellError.NUM.because(
                    "sigma must be above 0 to judge by: give values that vary, or the sigma of a baseline.");
        }
        return new Standards(centre.orElseGet(() -> Sums.mean(values.numbers())), spread);
    }
}
