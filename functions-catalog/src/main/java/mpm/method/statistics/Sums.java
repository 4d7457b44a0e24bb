package mpm.method.statistics;

/**
 * Sums that do not lose the small numbers among the large ones: what each addition rounds away is kept and added at the end.
 *
 * <p>Source: A. Neumaier, ZAMM 54 (1974).
 */
public final class Sums {

    private Sums() {}

    /** A sum that grows. */
    public static final class Running {
        private double sum;
        private double lost;

        /** Adds one number. */
        public void add(double value) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        /** The sum of what was added; 0 for nothing. */
        public double value() {
            // Beyond the largest double the lost part is no number, and the answer is the infinite sum.
            return Double.isFinite(lost) ? sum + lost : sum;
        }
    }

    /** The sum of numbers; 0 for none. */
    public static double of(double... values) {
        Running sum = new Running();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    /** The sum of the products of the numbers at equal places of two arrays of one length. */
    public static double ofProducts(double[] x, double[] y) {
        Running sum = new Running();
        for (int i = 0; i < x.length; i++) {
            sum.add(x[i] * y[i]);
        }
        return sum.value();
    }

    /** The mean of numbers; NaN for none. */
    public static double mean(double... values) {
        return of(values) / values.length;
    }

    /**
     * The sum of the squared deviations from the mean, in two passes; exactly 0 when all numbers are equal. Divided by n − 1
     * it is the variance of a sample.
     */
    public static double ofSquaredDeviations(double... values) {
        Deviations deviations = Deviations.of(values);
        return Math.scalb(deviations.squares(), 2 * deviations.exponent());
    }
}
