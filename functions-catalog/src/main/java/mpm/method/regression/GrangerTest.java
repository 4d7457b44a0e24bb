package mpm.method.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.FisherF;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Sums;

/**
 * Whether the past of one series improves the forecast of another beyond what its own past does: the F test of the regression
 * with the lags of both against that with its own.
 *
 * <p>Source: C. W. J. Granger, <i>Econometrica</i> 37 (1969); R lmtest {@code grangertest}, statsmodels
 * {@code grangercausalitytests}.
 */
public record GrangerTest(double f, int df1, int df2) {

    private static final int FEWEST = 5;
    private static final double LEAST_DIAGONAL = 1e-10;
    /** What is left of the variation below this is rounding. */
    private static final double NOTHING_LEFT = 1e-20;

    /**
     * The stretch of two series from the first complete pair to the last.
     *
     * @throws mpm.cell.CellException #N/A when the lengths differ or a pair within is not complete; #NUM! for fewer than 5
     */
    public static Pairs history(Series cause, Series effect) {
        Pairs complete = Pairs.of(cause, effect);
        int first = 0;
        int last = cause.length() - 1;
        while (first <= last && isIncomplete(cause, effect, first)) {
            first++;
        }
        while (last >= first && isIncomplete(cause, effect, last)) {
            last--;
        }
        if (complete.count() < last - first + 1) {
            throw CellError.NA.because(
                    "There is a gap within the series: fill it, since the past of every period counts.");
        }
        if (complete.count() < FEWEST) {
            throw CellError.NUM.because("There are fewer than 5 pairs of numbers: give a longer history.");
        }
        return complete;
    }

    private static boolean isIncomplete(Series cause, Series effect, int place) {
        return cause.isGap(place) || effect.isGap(place);
    }

    /**
     * The test with a number of lags of each series.
     *
     * @param history the cause first, the effect second, in order of time
     * @param lags 1 or more
     * @throws mpm.cell.CellException #NUM! when the history is too short or its lags depend on one another; #DIV/0! when they
     *     leave nothing unexplained
     */
    public static GrangerTest of(Pairs history, int lags) {
        long df2 = history.count() - 3L * lags - 1;
        if (df2 < 1) {
            throw CellError.NUM.because("%d periods are too few for %d lags: give a longer history or fewer lags."
                    .formatted(history.count(), lags));
        }
        double[] effect = history.y();
        double[] explained = Arrays.copyOfRange(effect, lags, effect.length);
        List<Regressor> regressors = new ArrayList<>();
        regressors.add(Regressor.constant(explained.length));
        addLags(regressors, "effect", effect, lags);
        List<Regressor> ownPast = List.copyOf(regressors);
        addLags(regressors, "cause", history.x(), lags);
        double unexplained =
                LeastSquares.of(explained, regressors, LEAST_DIAGONAL).squares();
        if (unexplained <= NOTHING_LEFT * Sums.ofSquaredDeviations(explained)) {
            throw CellError.DIV0.because("The past leaves nothing unexplained, so F has no end.");
        }
        double unexplainedByOwnPast =
                LeastSquares.of(explained, ownPast, LEAST_DIAGONAL).squares();
        double f = Math.max(0, (unexplainedByOwnPast - unexplained) / lags / (unexplained / df2));
        return new GrangerTest(f, lags, (int) df2);
    }

    private static void addLags(List<Regressor> regressors, String name, double[] values, int lags) {
        for (int lag = 1; lag <= lags; lag++) {
            regressors.add(new Regressor(
                    "%s %d periods before".formatted(name, lag),
                    Series.column(Arrays.copyOfRange(values, lags - lag, values.length - lag))));
        }
    }

    /** The probability of such an F by chance. */
    public double p() {
        return FisherF.upperTail(f, df1, df2);
    }
}
