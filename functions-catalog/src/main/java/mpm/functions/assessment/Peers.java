package mpm.functions.assessment;

import java.util.Arrays;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.Sums;

/** The figures of those we compare ourselves with; cells without a number are no peers. */
public final class Peers {

    /** Makes the median of the absolute deviations the standard deviation of normal figures. */
    private static final double NORMAL_CONSISTENCY = 1.4826;

    private final Grid cells;
    private final double[] ascending;

    private Peers(Grid cells, double[] ascending) {
        this.cells = cells;
        this.ascending = ascending;
    }

    /** Reads a range; whether it suits is asked when a figure is held against it. */
    public static Peers from(Grid range) {
        return new Peers(
                range,
                range.cells()
                        .filter(cell -> cell instanceof Cell.Numeric)
                        .mapToDouble(cell -> ((Cell.Numeric) cell).value() + 0.0)
                        .sorted()
                        .toArray());
    }

    /** The cells as they are given. */
    Grid cells() {
        return cells;
    }

    /**
     * These, as one row or column of at least one figure.
     *
     * @throws mpm.cell.CellException #VALUE! for a block; #N/A without a figure
     */
    Peers required() {
        cells.requireRowOrColumn("peers");
        if (ascending.length == 0) {
            throw CellError.NA.because("There is no data of peers: give at least one figure.");
        }
        return this;
    }

    int count() {
        return ascending.length;
    }

    double least() {
        return ascending[0];
    }

    double most() {
        return ascending[ascending.length - 1];
    }

    double best(Aim aim) {
        return aim.better(least(), most());
    }

    double mean() {
        return Sums.mean(ascending);
    }

    /** The value below which a part of the peers lies, as Excel's PERCENTILE.INC. */
    double quantile(double p) {
        return Quantiles.of(ascending).at(p);
    }

    /** The quartile that a quarter of the peers beats. */
    double topQuartile(Aim aim) {
        return quantile(aim == Aim.HIGHER ? .75 : .25);
    }

    /** The share of peers that a figure beats; those that equal it count half. */
    double percentile(double figure, Aim aim) {
        long below = Arrays.stream(ascending).filter(peer -> peer < figure).count();
        long equal = Arrays.stream(ascending).filter(peer -> peer == figure).count();
        double share = (below + .5 * equal) / ascending.length;
        return aim == Aim.HIGHER ? share : 1 - share;
    }

    /**
     * How many standard deviations a figure is better than the mean.
     *
     * @throws mpm.cell.CellException #NUM! for one peer, #DIV/0! for peers that are all equal
     */
    double z(double figure, Aim aim) {
        requireTwo();
        return aim.favourable(figure, mean())
                / spread(Math.sqrt(Sums.ofSquaredDeviations(ascending) / (ascending.length - 1)));
    }

    /**
     * The same from the median and the median of the absolute deviations, which a few odd peers do not move.
     *
     * @throws mpm.cell.CellException as {@link #z}
     */
    double robustZ(double figure, Aim aim) {
        requireTwo();
        double median = quantile(.5);
        double deviation = Quantiles.of(Arrays.stream(ascending)
                        .map(peer -> Math.abs(peer - median))
                        .toArray())
                .median();
        return aim.favourable(figure, median) / spread(NORMAL_CONSISTENCY * deviation);
    }

    private void requireTwo() {
        if (ascending.length < 2) {
            throw CellError.NUM.because("One peer has no spread: give at least 2.");
        }
    }

    private static double spread(double deviation) {
        if (deviation == 0) {
            throw CellError.DIV0.because("The peers do not differ, so there is no spread to measure by.");
        }
        return deviation;
    }

    /**
     * The place between the worst and the best peer, 0 to 100.
     *
     * @throws mpm.cell.CellException #DIV/0! for peers that are all equal
     */
    double place(double figure, Aim aim) {
        double worst = aim == Aim.HIGHER ? least() : most();
        return 100 * Math.min(1, Math.max(0, aim.favourable(figure, worst) / spread(most() - least())));
    }

    /** The z as a score: the share, 0 to 100, of a normal field that it beats. */
    double zScore(double figure, Aim aim) {
        return 100 * Normal.cdf(z(figure, aim));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Peers that && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return ascending.length + " peers";
    }
}
