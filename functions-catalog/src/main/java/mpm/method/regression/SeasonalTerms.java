package mpm.method.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import mpm.cell.Series;
import mpm.method.regression.LeastSquares.Regressor;

/** The season of a series as waves: one that comes once a season, and one that comes twice. */
public final class SeasonalTerms {

    private static final int WAVES = 2;

    private SeasonalTerms() {}

    /**
     * The waves over periods 1 … n; those that a season of so few periods cannot tell apart are left out.
     *
     * @param seasonLength periods in a season; 1 for none
     */
    public static List<Regressor> of(int periods, int seasonLength) {
        List<Regressor> terms = new ArrayList<>();
        for (int wave = 1; wave <= WAVES && seasonLength > 1; wave++) {
            double turn = 2 * Math.PI * wave / seasonLength;
            if (2 * wave < seasonLength) {
                terms.add(overTime("season, sine " + wave, periods, t -> StrictMath.sin(turn * t)));
            }
            if (2 * wave <= seasonLength) {
                terms.add(overTime("season, cosine " + wave, periods, t -> StrictMath.cos(turn * t)));
            }
        }
        return terms;
    }

    /** A regressor whose value is known for each period 1 … n. */
    public static Regressor overTime(String name, int periods, IntToDoubleFunction value) {
        return new Regressor(
                name,
                Series.column(
                        IntStream.rangeClosed(1, periods).mapToDouble(value).toArray()));
    }
}
