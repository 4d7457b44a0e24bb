package mpm.method.survival;

/** How a cohort shrinks: which share of those who are still there leaves in each period. */
public sealed interface Churn permits ConstantChurn, BetaGeometric {

    /** The share of those who reached a period, counted from 1, that leave in it. */
    double rate(int period);

    /**
     * How many more periods one stays, later ones discounted: the sum of the chances to survive each coming period, the first
     * counting whole.
     *
     * @param survived the periods survived so far
     * @param discount per period, 0 or more
     * @throws mpm.cell.CellException #NUM! where the sum has no limit
     */
    double residualLifetime(int survived, double discount);

    /** The logarithm of the likelihood of a cohort: how many are there at the outset and after each period. */
    default double logLikelihood(double[] survivors) {
        double sum = 0;
        for (int period = 1; period < survivors.length; period++) {
            double rate = rate(period);
            sum += times(survivors[period - 1] - survivors[period], StrictMath.log(rate))
                    + times(survivors[period], StrictMath.log1p(-rate));
        }
        return sum;
    }

    /** Nobody who did what is impossible is no contradiction. */
    private static double times(double count, double logarithm) {
        return count == 0 ? 0 : count * logarithm;
    }
}
