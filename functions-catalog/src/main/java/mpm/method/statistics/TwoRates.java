package mpm.method.statistics;

import java.util.stream.IntStream;
import mpm.cell.CellError;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/**
 * Two groups in which something succeeds or fails, and whether B's rate differs from A's.
 *
 * <p>Sources: R's prop.test and fisher.test; R. G. Newcombe, <i>Statistics in Medicine</i> 17 (1998), method 10.
 */
public final class TwoRates {

    /** Probabilities that only rounding keeps apart count as equal, as in R. */
    private static final double ROUNDING = 1 + 1e-7;

    private final int successesA;
    private final int trialsA;
    private final int successesB;
    private final int trialsB;

    /**
     * Counts of two groups.
     *
     * @throws mpm.cell.CellException #NUM! for negative counts, or more successes than trials; #DIV/0! for a group without
     *     trials
     */
    public TwoRates(int successesA, int trialsA, int successesB, int trialsB) {
        if (successesA < 0 || successesB < 0 || successesA > trialsA || successesB > trialsB) {
            throw CellError.NUM.because("A group has from 0 conversions to as many as it has visitors.");
        }
        if (trialsA == 0 || trialsB == 0) {
            throw CellError.DIV0.because("A group has no visitors, so it has no rate: give both at least one.");
        }
        this.successesA = successesA;
        this.trialsA = trialsA;
        this.successesB = successesB;
        this.trialsB = trialsB;
    }

    public double rateA() {
        return (double) successesA / trialsA;
    }

    public double rateB() {
        return (double) successesB / trialsB;
    }

    /** B less A. */
    public double difference() {
        return rateB() - rateA();
    }

    /**
     * The difference in standard errors of the pooled rate, without correction for continuity.
     *
     * @throws mpm.cell.CellException #DIV/0! when all succeeded or none
     */
    public double z() {
        double pooled = ((double) successesA + successesB) / ((double) trialsA + trialsB);
        if (pooled == 0 || pooled == 1) {
            throw CellError.DIV0.because("All visitors converted or none did, so there is no spread to hold against.");
        }
        return difference() / Math.sqrt(pooled * (1 - pooled) * (1.0 / trialsA + 1.0 / trialsB));
    }

    /**
     * The odds of B over those of A, of the sample.
     *
     * @throws mpm.cell.CellException #DIV/0! when A has no success or B no failure
     */
    public double oddsRatio() {
        double below = (double) successesA * ((double) trialsB - successesB);
        if (below == 0) {
            throw CellError.DIV0.because("A has no conversion or B lost no visitor, so the odds ratio has no end.");
        }
        return (double) successesB * ((double) trialsA - successesA) / below;
    }

    /** Fisher's exact two-sided probability: of all tables with these sums that are no likelier than this one. */
    public double fisherP() {
        HypergeometricDistribution tables =
                hypergeometric((long) trialsA + trialsB, trialsB, (long) successesA + successesB);
        double observed = tables.probability(successesB);
        return Math.min(
                1,
                Sums.of(IntStream.rangeClosed(tables.getSupportLowerBound(), tables.getSupportUpperBound())
                        .mapToDouble(tables::probability)
                        .filter(probability -> probability <= observed * ROUNDING)
                        .toArray()));
    }

    /** The interval of the difference by the intervals of both rates; they hold their coverage near 0 and 1 too. */
    public Interval interval(double confidence) {
        double z = Normal.quantile((1 + confidence) / 2);
        Interval a = Wilson.interval(successesA, trialsA, z);
        Interval b = Wilson.interval(successesB, trialsB, z);
        return new Interval(
                difference() - length(rateB() - b.low(), a.high() - rateA()),
                difference() + length(b.high() - rateB(), rateA() - a.low()));
    }

    private static double length(double one, double other) {
        return Math.sqrt(one * one + other * other);
    }

    /**
     * The probability that B's true rate is the higher one, when every rate was equally likely beforehand.
     *
     * <p>Both rates are then the places, in order, of one among uniform numbers; A's comes first just when enough of A's
     * numbers are among the first, which the hypergeometric distribution counts.
     */
    public double probabilityThatBIsHigher() {
        return hypergeometric((long) trialsA + trialsB + 2, (long) trialsA + 1, (long) successesA + successesB + 1)
                .upperCumulativeProbability(successesA + 1);
    }

    private static HypergeometricDistribution hypergeometric(long all, long marked, long drawn) {
        if (all > Integer.MAX_VALUE) {
            throw CellError.NUM.because("The groups are too large: together up to %,d visitors are counted exactly."
                    .formatted(Integer.MAX_VALUE - 2));
        }
        return new HypergeometricDistribution((int) all, (int) marked, (int) drawn);
    }
}
