package mpm.method.statistics;

import mpm.cell.CellError;

/**
 * The interval of a rate by Wilson's score, without continuity correction; it holds its coverage for few trials too.
 *
 * <p>Source: E. B. Wilson, JASA 22 (1927); statsmodels {@code proportion_confint(method="wilson")}.
 */
public final class Wilson {

    private static final double Z_95 = 1.959963984540054;

    private Wilson() {}

    /** The 95 % interval of successes among trials; see {@link #interval(double, double, double)}. */
    public static Interval interval(double successes, double trials) {
        return interval(successes, trials, Z_95);
    }

    /**
     * The interval of successes among trials; it starts at exactly 0 without a success and ends at exactly 1 without a
     * failure.
     *
     * @param successes 0 … trials
     * @param z the standard normal quantile of the upper end
     * @throws mpm.cell.CellException #DIV/0! without trials; #NUM! for successes below 0 or above the trials
     */
    public static Interval interval(double successes, double trials, double z) {
        if (trials == 0) {
            throw CellError.DIV0.because("There are no trials, so there is no rate: give at least one.");
        }
        if (!(successes >= 0 && successes <= trials)) {
            throw CellError.NUM.because("A rate needs from 0 successes to as many as there are trials.");
        }
        double rate = successes / trials;
        double square = z * z / trials;
        double centre = rate + square / 2;
        double half = Math.sqrt(square * (rate * (1 - rate) + square / 4));
        return new Interval(
                successes == 0 ? 0 : (centre - half) / (1 + square),
                successes == trials ? 1 : (centre + half) / (1 + square));
    }
}
