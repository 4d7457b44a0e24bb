package mpm.method.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.Sums;

/**
 * The effect of a treatment in a panel, when every unit and every period has a level of its own, with a standard error that
 * allows the residuals of a unit to depend on one another.
 *
 * <p>The levels of the units are taken out as means, those of the periods by regression; both are exact, also where units lack
 * periods. Source: R fixest {@code feols(cluster = ~unit)}.
 */
public final class TwoWayEffects {

    private static final double LEAST_DIAGONAL = 1e-10;

    /** What is left of a treatment below this part of its size is rounding. */
    private static final double NOTHING_LEFT = 1e-10;

    private final int[] units;
    private final int unitCount;
    private final int periodCount;
    private final int levels;
    private final double[] treatment;
    private final double[] residuals;
    private final double effect;

    private TwoWayEffects(
            int[] units, int unitCount, int periodCount, int levels, double[] treatment, double[] outcome) {
        this.units = units;
        this.unitCount = unitCount;
        this.periodCount = periodCount;
        this.levels = levels;
        this.treatment = treatment;
        this.effect = Sums.ofProducts(treatment, outcome) / Sums.ofProducts(treatment, treatment);
        this.residuals = new double[outcome.length];
        Arrays.setAll(residuals, row -> outcome[row] - effect * treatment[row]);
    }

    /**
     * Fits a panel.
     *
     * @param units of each row, numbered from 0
     * @param periods of each row, numbered from 0
     * @throws mpm.cell.CellException #NUM! when the levels explain the treatment wholly
     */
    public static TwoWayEffects of(int[] units, int[] periods, double[] treatment, double[] outcome) {
        int unitCount = count(units);
        int periodCount = count(periods);
        List<Regressor> levels = new ArrayList<>();
        int[] parts = parts(units, unitCount, periods, periodCount);
        for (int period = 0; period < periodCount; period++) {
            // The first period of each part of the panel that hangs together is what its others are held against.
            if (parts[period] != period) {
                int own = period;
                double[] level = Arrays.stream(periods)
                        .mapToDouble(each -> each == own ? 1 : 0)
                        .toArray();
                levels.add(new Regressor("period " + (period + 1), Series.column(lessMeans(level, units, unitCount))));
            }
        }
        double[] left = left(lessMeans(treatment, units, unitCount), levels);
        if (Math.sqrt(Sums.ofProducts(left, left)) <= NOTHING_LEFT * Math.sqrt(Sums.ofProducts(treatment, treatment))) {
            throw CellError.NUM.because(
                    "The treatment cannot be told from the levels of units and periods: add untreated units or periods.");
        }
        return new TwoWayEffects(
                units,
                unitCount,
                periodCount,
                unitCount + levels.size(),
                left,
                left(lessMeans(outcome, units, unitCount), levels));
    }

    private static int count(int[] numbers) {
        return Arrays.stream(numbers).max().orElseThrow() + 1;
    }

    private static double[] left(double[] values, List<Regressor> levels) {
        return levels.isEmpty()
                ? values
                : LeastSquares.of(values, levels, LEAST_DIAGONAL).residuals();
    }

    private static double[] lessMeans(double[] values, int[] units, int unitCount) {
        Sums.Running[] sums = new Sums.Running[unitCount];
        Arrays.setAll(sums, unit -> new Sums.Running());
        int[] rows = new int[unitCount];
        for (int row = 0; row < values.length; row++) {
            sums[units[row]].add(values[row]);
            rows[units[row]]++;
        }
        return IntStream.range(0, values.length)
                .mapToDouble(row -> values[row] - sums[units[row]].value() / rows[units[row]])
                .toArray();
    }

    /** For each period the first one that units connect it with. */
    private static int[] parts(int[] units, int unitCount, int[] periods, int periodCount) {
        int[] part = IntStream.range(0, periodCount).toArray();
        int[] seenIn = new int[unitCount];
        Arrays.fill(seenIn, -1);
        for (int row = 0; row < units.length; row++) {
            int before = seenIn[units[row]];
            if (before >= 0) {
                int one = part[before];
                int other = part[periods[row]];
                Arrays.setAll(part, each -> part[each] == Math.max(one, other) ? Math.min(one, other) : part[each]);
            }
            seenIn[units[row]] = periods[row];
        }
        return part;
    }

    public double effect() {
        return effect;
    }

    public int units() {
        return unitCount;
    }

    /** What is left of the rows when every level and the effect have been fitted. */
    public int residualDf() {
        return residuals.length - levels - 1;
    }

    /**
     * The standard error by clusters of units.
     *
     * @param nested whether the levels of the units, which lie within the clusters, count as free; else all levels count
     */
    public double standardError(boolean nested) {
        int n = residuals.length;
        int parameters = 1 + (nested ? periodCount : levels);
        Sums.Running[] scores = new Sums.Running[unitCount];
        Arrays.setAll(scores, unit -> new Sums.Running());
        for (int row = 0; row < n; row++) {
            scores[units[row]].add(treatment[row] * residuals[row]);
        }
        double[] sums = Arrays.stream(scores).mapToDouble(Sums.Running::value).toArray();
        double small = (double) unitCount / (unitCount - 1) * (n - 1) / (n - parameters);
        return Math.sqrt(small * Sums.ofProducts(sums, sums)) / Sums.ofProducts(treatment, treatment);
    }
}
