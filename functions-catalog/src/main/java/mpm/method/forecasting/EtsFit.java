package mpm.method.forecasting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * A state space model fitted to past values by least squares.
 *
 * <p>The errors are linear in the first states, which are therefore solved for at once; only the few smoothing parameters are
 * searched for, from the best points of a grid.
 */
public final class EtsFit {

    private static final int STARTS = 10;

    private static final double FIRST_STEP = .1;
    private static final double FIRST_PRECISION = 1e-8;
    private static final double PRECISION = 1e-12;
    private static final double WORTH_ANOTHER = 1e-10;

    /** Errors smaller than this part of the variation are rounding. */
    private static final double ROUNDING = 1e-20;

    private final Ets model;
    private final int seasonLength;

    /** The values, or their logarithms, less the first of them: a large level would take digits from the errors. */
    private final double[] values;

    private final double origin;
    private final double sumOfLogarithms;
    private final EtsParameters parameters;
    private final EtsState last;
    private final double squares;
    private final double floor;

    private EtsFit(Ets model, double[] past, int seasonLength) {
        double[] scale = model.isLogarithmic() ? Season.logarithms(past) : past;
        this.model = model;
        this.seasonLength = seasonLength;
        this.origin = scale[0];
        this.values = Arrays.stream(scale).map(value -> value - origin).toArray();
        this.sumOfLogarithms = model.isLogarithmic() ? Sums.of(scale) : 0;
        this.floor = ROUNDING * Sums.ofSquaredDeviations(values);
        this.parameters = EtsParameters.at(model, bestPoint());
        this.last = firstState(parameters);
        double[] errors = last.errors(values, parameters);
        this.squares = Sums.ofProducts(errors, errors);
    }

    /** Fits a model that the values allow. */
    static EtsFit of(Ets model, double[] past, int seasonLength) {
        return new EtsFit(model, past, seasonLength);
    }

    /** Down from each of the deepest valleys of the grid; from the lowest point so found to its very floor. */
    private double[] bestPoint() {
        EtsGrid grid = EtsGrid.of(model);
        double[] heights = IntStream.range(0, grid.size())
                .mapToDouble(place -> squaresAt(grid.point(place)))
                .toArray();
        PointValuePair best = grid.valleys(heights)
                .limit(STARTS)
                .map(place -> descent(grid.point(place), FIRST_PRECISION))
                .min(Comparator.comparingDouble(PointValuePair::getValue))
                .orElseThrow();
        double before;
        do {
            before = best.getValue();
            best = descent(best.getPoint(), PRECISION);
        } while (best.getValue() < before * (1 - WORTH_ANOTHER));
        return best.getPoint();
    }

    /** Down from a point by Nelder and Mead's simplex, to a relative precision of the squared errors. */
    private PointValuePair descent(double[] start, double precision) {
        double[] steps = new double[start.length];
        Arrays.fill(steps, FIRST_STEP);
        return new SimplexOptimizer(new SimpleValueChecker(precision, 0))
                .optimize(
                        new MaxEval(Integer.MAX_VALUE),
                        new ObjectiveFunction(this::squaresAt),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(steps));
    }

    /** The squared errors that are left with the parameters at a point; none below rounding. */
    double squaresAt(double[] point) {
        Deadline.check();
        EtsParameters by = EtsParameters.at(model, point);
        double[] errors = firstState(by).errors(values, by);
        double sum = 0;
        for (double error : errors) {
            sum += error * error;
        }
        return Math.max(sum, floor);
    }

    /** The state before the first value that leaves the smallest squared errors: they are linear in it. */
    private EtsState firstState(EtsParameters by) {
        int states = model.firstStates(seasonLength);
        RealMatrix answers = new Array2DRowRealMatrix(values.length, states);
        double[] nothing = new double[values.length];
        for (int state = 0; state < states; state++) {
            double[] unit = new double[states];
            unit[state] = -1;
            answers.setColumn(state, EtsState.of(model, seasonLength, unit).errors(nothing, by));
        }
        double[] fromZero = EtsState.of(model, seasonLength, new double[states]).errors(values, by);
        return EtsState.of(
                model,
                seasonLength,
                new QRDecomposition(answers)
                        .getSolver()
                        .solve(new ArrayRealVector(fromZero, false))
                        .toArray());
    }

    Ets model() {
        return model;
    }

    EtsParameters parameters() {
        return parameters;
    }

    /** The sum of the squared errors, of logarithms where the model takes them. */
    double squares() {
        return squares;
    }

    /** Akaike's criterion, corrected for short series, without its constant: of two models the smaller is the better. */
    public double aicc() {
        int n = values.length;
        double p = model.freeFigures(seasonLength);
        return n * StrictMath.log(Math.max(squares, floor))
                + 2 * p
                + 2 * p * (p + 1) / (n - p - 1)
                + 2 * sumOfLogarithms;
    }

    /** The standard deviation of one period's error, of logarithms where the model takes them. */
    public double sigma() {
        return Math.sqrt(squares / (values.length - model.freeFigures(seasonLength) + 1));
    }

    /** What is expected of the periods ahead, as logarithms where the model takes them. */
    public double[] expected(int horizon) {
        return Arrays.stream(last.expected(horizon, parameters.phi()))
                .map(value -> origin + value)
                .toArray();
    }

    /** The variance of the value of each period ahead. */
    double[] variances(int horizon) {
        double[] responses = parameters.responses(horizon, seasonLength);
        double[] variances = new double[horizon];
        double factor = 1;
        for (int place = 0; place < horizon; place++) {
            variances[place] = sigma() * sigma() * factor;
            factor += responses[place] * responses[place];
        }
        return variances;
    }

    /** The variance of the sum of the values of all periods ahead. */
    public double varianceOfSum(int horizon) {
        double[] responses = parameters.responses(horizon, seasonLength);
        double sum = 0;
        double answer = 1;
        // The error of the last period reaches only itself, that of the first all.
        for (int place = 0; place < horizon; place++) {
            sum += answer * answer;
            answer += responses[place];
        }
        return sigma() * sigma() * sum;
    }
}
