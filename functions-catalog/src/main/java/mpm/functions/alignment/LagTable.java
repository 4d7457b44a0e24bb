package mpm.functions.alignment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.method.Deadline;
import mpm.method.statistics.Sums;

/**
 * How long the successes of each stage of a funnel take: a whole lag for each stage, or a row of shares for each stage by the
 * periods after entry.
 *
 * @param cells as given
 */
record LagTable(Matrix cells) {

    private static final double SUM_TOLERANCE = 1e-9;

    /** Longer than any horizon: what comes later never comes. */
    private static final int NEVER = 1_000_000;

    static LagTable from(Grid range) {
        return new LagTable(Matrix.from(range));
    }

    /**
     * The lag of each stage.
     *
     * @throws mpm.cell.CellException #VALUE! for a range that is neither a lag nor a row of shares for each stage; #NUM! for a
     *     lag that is no whole number of periods, a negative share, or shares that do not add up to 1
     */
    List<Lag> of(int stages) {
        if (Math.min(cells.height(), cells.width()) == 1 && Math.max(cells.height(), cells.width()) == stages) {
            return IntStream.range(0, stages)
                    .mapToObj(stage -> whole(cells.width() == 1 ? cells.value(stage, 0) : cells.value(0, stage), stage))
                    .toList();
        } else if (cells.height() == stages && cells.width() > 1) {
            return IntStream.range(0, stages).mapToObj(this::spread).toList();
        }
        throw CellError.VALUE.because(
                "lags has %d rows and %d columns, but %d stages need %d lags in a row or column, or a row of shares each."
                        .formatted(cells.height(), cells.width(), stages, stages));
    }

    private static Lag whole(double periods, int stage) {
        if (Double.isNaN(periods)) {
            throw CellError.VALUE.because("The lag of stage %d is blank: give 0 for none.".formatted(stage + 1));
        } else if (periods < 0 || periods != Math.rint(periods)) {
            throw CellError.NUM.because(
                    "The lag of stage %d is no whole number of periods, 0 or more.".formatted(stage + 1));
        }
        return new Lag((int) Math.min(periods, NEVER), 1);
    }

    private Lag spread(int stage) {
        double[] shares = cells.rows().get(stage).values();
        for (int periods = 0; periods < shares.length; periods++) {
            if (shares[periods] < 0) {
                throw CellError.NUM.because("Stage %d has a negative share in its lags.".formatted(stage + 1));
            } else if (Double.isNaN(shares[periods])) {
                shares[periods] = 0;
            }
        }
        double sum = Sums.of(shares);
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw CellError.NUM.because("The shares of the lags of stage %d must add up to 1.".formatted(stage + 1));
        }
        return new Lag(0, Arrays.stream(shares).map(share -> share / sum).toArray());
    }

    /** How the successes of a stage, or of several one after the other, come after entry. */
    static final class Lag {

        /** Everything comes at once. */
        static final Lag NONE = new Lag(0, 1);

        private final int first;
        private final double[] shares;
        private final double[] cumulative;

        private Lag(int first, double... shares) {
            this.first = first;
            this.shares = shares;
            this.cumulative = new double[shares.length];
            Sums.Running sum = new Sums.Running();
            for (int place = 0; place < shares.length; place++) {
                sum.add(shares[place]);
                cumulative[place] = sum.value();
            }
        }

        /** The share that comes so many periods after entry. */
        double share(int periods) {
            int place = periods - first;
            return place < 0 || place >= shares.length ? 0 : shares[place];
        }

        /** The share that has come so many periods after entry. */
        double cumulative(int periods) {
            return periods < first ? 0 : cumulative[Math.min(periods - first, cumulative.length - 1)];
        }

        /** The lag of this stage and the next together. */
        Lag then(Lag next) {
            double[] both = new double[shares.length + next.shares.length - 1];
            for (int own = 0; own < shares.length; own++) {
                Deadline.check();
                for (int other = 0; other < next.shares.length; other++) {
                    both[own + other] += shares[own] * next.shares[other];
                }
            }
            return new Lag(Math.min(first + next.first, NEVER), both);
        }
    }
}
