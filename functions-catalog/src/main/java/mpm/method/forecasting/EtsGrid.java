package mpm.method.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The points at which the search for the parameters of a model looks first, as angles of {@link EtsParameters#at}. */
final class EtsGrid {

    // Finer without a season: a point costs little there, and more valleys are narrow.
    private static final double[] ALPHA = {0, .02, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, 1};
    private static final double[] ALPHA_BESIDE_SEASON = {0, .02, .05, .1, .3, .5, .7, .9, .99};
    private static final double[] BETA = {0, .02, .05, .1, .2, .3, .5, .8, 1};
    private static final double[] BETA_BESIDE_SEASON = {0, .05, .15, .3, .7, 1};
    private static final double[] GAMMA = {0, .1, .4, 1};
    private static final double[] PHI = {0, .25, .5, .75, 1};
    private static final double[] PHI_BESIDE_SEASON = {0, .4, .75, 1};

    private final double[][] axes;

    private EtsGrid(List<double[]> parts) {
        this.axes = parts.stream()
                .map(axis -> Arrays.stream(axis).map(EtsParameters::angle).toArray())
                .toArray(double[][]::new);
    }

    static EtsGrid of(Ets model) {
        List<double[]> parts = new ArrayList<>();
        parts.add(model.isSeasonal() ? ALPHA_BESIDE_SEASON : ALPHA);
        if (model.hasTrend()) {
            parts.add(model.isSeasonal() ? BETA_BESIDE_SEASON : BETA);
        }
        if (model.isSeasonal()) {
            parts.add(GAMMA);
        }
        if (model.isDamped()) {
            parts.add(model.isSeasonal() ? PHI_BESIDE_SEASON : PHI);
        }
        return new EtsGrid(parts);
    }

    int size() {
        return Arrays.stream(axes).mapToInt(axis -> axis.length).reduce(1, Math::multiplyExact);
    }

    double[] point(int place) {
        double[] point = new double[axes.length];
        int rest = place;
        for (int axis = 0; axis < axes.length; axis++) {
            point[axis] = axes[axis][rest % axes[axis].length];
            rest /= axes[axis].length;
        }
        return point;
    }

    /** The points below which no neighbour along an axis lies, the lowest first. */
    Stream<Integer> valleys(double[] heights) {
        return IntStream.range(0, heights.length)
                .filter(place -> isValley(place, heights))
                .boxed()
                .sorted(Comparator.comparingDouble(place -> heights[place]));
    }

    private boolean isValley(int place, double[] heights) {
        int stride = 1;
        for (double[] axis : axes) {
            int along = place / stride % axis.length;
            if ((along > 0 && heights[place - stride] < heights[place])
                    || (along < axis.length - 1 && heights[place + stride] < heights[place])) {
                return false;
            }
            stride *= axis.length;
        }
        return true;
    }
}
