package mpm.method.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.Deadline;
import mpm.method.optimisation.BoundedLeastSquares;
import mpm.method.regression.LeastSquares;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.Sums;

/**
 * The saturation curve through figures of spend and response: least squares, searched over a whole grid of k and s, where level
 * and ceiling follow from a straight line, and refined from its best points.
 *
 * <p>Source: G. H. Golub and V. Pereyra, <i>SIAM Journal on Numerical Analysis</i> 10 (1973); R {@code nls(algorithm =
 * "plinear")}.
 */
public final class CurveFit {

    private static final int FEWEST = 5;
    private static final int POINTS_ALONE = 40;
    private static final int POINTS_EACH = 25;
    private static final int STARTS = 6;
    private static final double BEYOND_SPEND = 100;
    private static final double LEAST_SLOPE = .05;
    private static final double MOST_SLOPE = 20;
    private static final double EDGE = 1e-6;
    private static final double LEAST_DIAGONAL = 1e-12;

    private final Curve curve;
    private final boolean hasIntercept;
    private final double[] x;
    private final double[] y;
    private final double[] low;
    private final double[] high;
    private final double[] parameters;

    private CurveFit(Curve curve, boolean hasIntercept, double[] x, double[] y) {
        this.curve = curve;
        this.hasIntercept = hasIntercept;
        this.x = x;
        this.y = y;
        double leastSpend = Arrays.stream(x).filter(each -> each > 0).min().orElseThrow();
        double mostSpend = Arrays.stream(x).max().orElseThrow();
        this.low = bounds(
                Double.NEGATIVE_INFINITY, StrictMath.log(leastSpend / BEYOND_SPEND), StrictMath.log(LEAST_SLOPE));
        this.high =
                bounds(Double.POSITIVE_INFINITY, StrictMath.log(mostSpend * BEYOND_SPEND), StrictMath.log(MOST_SLOPE));
        this.parameters = best();
    }

    /**
     * Fits a curve.
     *
     * @param hasIntercept whether there is a response without spend
     * @throws mpm.cell.CellException #NUM! for too few points, or fewer different spends than parameters, a negative spend, or a
     *     response that never moves
     */
    public static CurveFit of(Curve curve, boolean hasIntercept, double[] spend, double[] response) {
        int count = 1 + (hasIntercept ? 1 : 0) + (curve.hasK() ? 1 : 0) + (curve.hasS() ? 1 : 0);
        if (spend.length < FEWEST
                || spend.length <= count
                || Arrays.stream(spend).distinct().count() < count) {
            throw CellError.NUM.because("A curve of %d parameters needs more than %d points and %d different spends."
                    .formatted(count, Math.max(FEWEST - 1, count), count));
        }
        if (Arrays.stream(spend).anyMatch(each -> each < 0)) {
            throw CellError.NUM.because("A spend is negative: give 0 or more.");
        }
        if (Sums.ofSquaredDeviations(response) == 0) {
            throw CellError.NUM.because("The response never moves, so no curve can be told: give figures that vary.");
        }
        return new CurveFit(curve, hasIntercept, spend, response);
    }

    /** Level, ceiling, and the logarithms of k and s where the curve has them. */
    private double[] bounds(double linear, double logK, double logS) {
        List<Double> bounds = new ArrayList<>();
        if (hasIntercept) {
            bounds.add(linear);
        }
        bounds.add(linear);
        if (curve.hasK()) {
            bounds.add(logK);
        }
        if (curve.hasS()) {
            bounds.add(logS);
        }
        return bounds.stream().mapToDouble(bound -> bound).toArray();
    }

    private double[] best() {
        BoundedLeastSquares.Model model = new BoundedLeastSquares.Model() {
            @Override
            public double[] residuals(double[] at) {
                return CurveFit.this.residuals(at);
            }

            @Override
            public double[][] jacobian(double[] at) {
                return CurveFit.this.jacobian(at);
            }
        };
        return grid().stream()
                .map(this::withLine)
                .filter(start -> Double.isFinite(squares(start)))
                .sorted(Comparator.comparingDouble(this::squares))
                .limit(STARTS)
                .map(start -> BoundedLeastSquares.minimum(model, start, low, high))
                .min(Comparator.comparingDouble(this::squares))
                .orElseThrow(
                        () -> CellError.NUM.because("The figures are too large for this curve: divide them first."));
    }

    /** Evenly spaced points over the whole box, its edges among them. */
    private List<double[]> grid() {
        int linear = hasIntercept ? 2 : 1;
        int dimensions = low.length - linear;
        int each = dimensions == 1 ? POINTS_ALONE : POINTS_EACH;
        List<double[]> points = new ArrayList<>();
        for (int place = 0; place < (dimensions == 1 ? each : each * each); place++) {
            double[] point = new double[low.length];
            int rest = place;
            for (int j = linear; j < low.length; j++) {
                point[j] = low[j] + (high[j] - low[j]) * (rest % each) / (each - 1);
                rest /= each;
            }
            points.add(point);
        }
        return points;
    }

    /** The point with the level and the ceiling that fit best there. */
    private double[] withLine(double[] point) {
        Deadline.check();
        double[] shares = Arrays.stream(x)
                .map(spend -> curve.share(spend, k(point), s(point)))
                .toArray();
        double meanShare = hasIntercept ? Sums.mean(shares) : 0;
        double meanResponse = hasIntercept ? Sums.mean(y) : 0;
        double together = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            together += (shares[i] - meanShare) * (y[i] - meanResponse);
            squares += (shares[i] - meanShare) * (shares[i] - meanShare);
        }
        double[] complete = point.clone();
        int ceiling = hasIntercept ? 1 : 0;
        complete[ceiling] = squares == 0 ? 0 : together / squares;
        if (hasIntercept) {
            complete[0] = meanResponse - complete[ceiling] * meanShare;
        }
        return complete;
    }

    private double k(double[] at) {
        return curve.hasK() ? StrictMath.exp(at[hasIntercept ? 2 : 1]) : 1;
    }

    private double s(double[] at) {
        return curve.hasS() ? StrictMath.exp(at[at.length - 1]) : 1;
    }

    private double[] residuals(double[] at) {
        double level = hasIntercept ? at[0] : 0;
        double ceiling = at[hasIntercept ? 1 : 0];
        return IntStream.range(0, x.length)
                .mapToDouble(i -> level + ceiling * curve.share(x[i], k(at), s(at)) - y[i])
                .toArray();
    }

    private double squares(double[] at) {
        double[] residuals = residuals(at);
        double squares = Sums.ofProducts(residuals, residuals);
        return Double.isNaN(squares) ? Double.POSITIVE_INFINITY : squares;
    }

    private double[][] jacobian(double[] at) {
        double k = k(at);
        double s = s(at);
        double ceiling = at[hasIntercept ? 1 : 0];
        double[][] jacobian = new double[x.length][at.length];
        for (int i = 0; i < x.length; i++) {
            // Spend counts as a multiple of k, and its logarithm is multiplied by s.
            double perLog = x[i] == 0 ? 0 : ceiling * x[i] * curve.slope(x[i], k, s);
            int j = 0;
            if (hasIntercept) {
                jacobian[i][j++] = 1;
            }
            jacobian[i][j++] = curve.share(x[i], k, s);
            if (curve.hasK()) {
                jacobian[i][j++] = -perLog;
            }
            if (curve.hasS()) {
                jacobian[i][j] = perLog == 0 ? 0 : perLog * StrictMath.log(x[i] / k);
            }
        }
        return jacobian;
    }

    /** The parameters: the level if there is one, the ceiling β, k and s where the curve has them. */
    public double[] estimates() {
        double[] estimates = parameters.clone();
        for (int j = hasIntercept ? 2 : 1; j < estimates.length; j++) {
            estimates[j] = StrictMath.exp(estimates[j]);
        }
        return estimates;
    }

    /** Whether k and s lie within the range that was searched, not on its edge. */
    public boolean isConverged() {
        return IntStream.range(hasIntercept ? 2 : 1, parameters.length)
                .allMatch(j -> parameters[j] - low[j] > EDGE && high[j] - parameters[j] > EDGE);
    }

    /** The standard errors of the estimates; nothing where the points cannot tell the parameters apart. */
    public Optional<double[]> standardErrors() {
        double[][] jacobian = jacobian(parameters);
        double[] estimates = estimates();
        int linear = hasIntercept ? 2 : 1;
        List<Regressor> regressors = new ArrayList<>();
        for (int j = 0; j < estimates.length; j++) {
            int column = j;
            double scale = j < linear ? 1 : estimates[j];
            regressors.add(new Regressor(
                    "parameter " + (j + 1),
                    Series.column(Arrays.stream(jacobian)
                            .mapToDouble(row -> row[column] / scale)
                            .toArray())));
        }
        try {
            double variance = squares() / (x.length - estimates.length);
            return Optional.of(
                    Arrays.stream(LeastSquares.of(y, regressors, LEAST_DIAGONAL).inverseDiagonal())
                            .map(diagonal -> Math.sqrt(variance * diagonal))
                            .toArray());
        } catch (CellException dependent) {
            return Optional.empty();
        }
    }

    /** The sum of the squared residuals. */
    public double squares() {
        return squares(parameters);
    }
}
