package mpm.method.mixmodel;

import java.util.Arrays;
import java.util.List;
import mpm.cell.CellError;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.Sums;

/** What explains an outcome without media, as directions at right angles: what is left of a series beside them. */
final class Baseline {

    private static final double LEAST_LEFT = 1e-10;

    private final double[][] directions;

    private Baseline(double[][] directions) {
        this.directions = directions;
    }

    /** @throws mpm.cell.CellException #NUM! naming a regressor that depends on those before it */
    static Baseline of(List<Regressor> regressors) {
        Baseline baseline = new Baseline(new double[0][]);
        for (Regressor regressor : regressors) {
            double[] values = regressor.values().values();
            // Twice: the first leaves rounding of the size of the values, the second none of that.
            double[] left = baseline.left(baseline.left(values));
            double length = length(left);
            if (!(length > LEAST_LEFT * length(values))) {
                throw CellError.NUM.because("“%s” is 0 throughout or follows from the columns before it: leave it out."
                        .formatted(regressor.name()));
            }
            double[][] more = Arrays.copyOf(baseline.directions, baseline.directions.length + 1);
            more[more.length - 1] =
                    Arrays.stream(left).map(value -> value / length).toArray();
            baseline = new Baseline(more);
        }
        return baseline;
    }

    int size() {
        return directions.length;
    }

    double[] left(double[] values) {
        double[] left = values.clone();
        for (double[] direction : directions) {
            double part = Sums.ofProducts(direction, left);
            Arrays.setAll(left, t -> left[t] - part * direction[t]);
        }
        return left;
    }

    private static double length(double[] values) {
        return Math.sqrt(Sums.ofProducts(values, values));
    }
}
