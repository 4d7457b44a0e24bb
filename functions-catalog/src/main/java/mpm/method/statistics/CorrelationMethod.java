package mpm.method.statistics;

import mpm.cell.CellError;

/** How the strength of a relation between two series is measured. */
public enum CorrelationMethod {
    /** How well a straight line describes it. */
    PEARSON {
        @Override
        public double coefficient(Pairs pairs) {
            checkCount(pairs);
            return pearson(Deviations.of(pairs.x()), Deviations.of(pairs.y()));
        }

        @Override
        CorrelationTest tested(Pairs pairs) {
            return StudentTest.of(this, pairs);
        }
    },
    /** Pearson's coefficient of the mid-ranks: how well one rises with the other, straight or not. */
    SPEARMAN {
        @Override
        public double coefficient(Pairs pairs) {
            return PEARSON.coefficient(pairs.ranked());
        }

        @Override
        CorrelationTest tested(Pairs pairs) {
            return StudentTest.of(this, pairs.ranked());
        }
    },
    /** Kendall's τ-b: how much oftener two pairs agree in their order than not. */
    KENDALL {
        @Override
        public double coefficient(Pairs pairs) {
            checkCount(pairs);
            return Concordance.of(pairs).tauB();
        }

        @Override
        CorrelationTest tested(Pairs pairs) {
            return new KendallTest(Concordance.of(pairs));
        }
    };

    private static final double PERFECT = 1e-15;

    /**
     * The coefficient of correlation, from −1 to 1; exactly ±1 when 1 − r² ≤ 1e−15.
     *
     * @throws mpm.cell.CellException #DIV/0! for fewer than 2 pairs, or when all numbers of one series are equal
     */
    public abstract double coefficient(Pairs pairs);

    abstract CorrelationTest tested(Pairs pairs);

    static double pearson(Deviations x, Deviations y) {
        return ratio(x.products(y), x, y);
    }

    /** A sum of products over the geometric mean of the sums of squares, ±1 where only rounding is missing. */
    static double ratio(double products, Deviations x, Deviations y) {
        if (x.areAllZero() || y.areAllZero()) {
            throw CellError.DIV0.because(
                    "All values of one series are equal, so nothing can move together: give values that vary.");
        }
        double r = products / (Math.sqrt(x.squares()) * Math.sqrt(y.squares()));
        return (1 - r) * (1 + r) <= PERFECT ? Math.signum(r) : r;
    }

    private static void checkCount(Pairs pairs) {
        if (pairs.count() < 2) {
            throw CellError.DIV0.because(
                    "There are fewer than 2 pairs of numbers: give two series that overlap in at least 2.");
        }
    }
}
