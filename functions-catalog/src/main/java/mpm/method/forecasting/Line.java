package mpm.method.forecasting;

/**
 * The straight line of least squares through the values of a series.
 *
 * @param slope its rise in a period
 */
public record Line(double meanTime, double mean, double slope) {

    /** The line through values at the times 0, 1, 2 …, the first of them no gap; a NaN is one. */
    public static Line through(double... values) {
        int n = 0;
        double times = 0;
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                n++;
                times += t;
                sum += values[t] - values[0];
            }
        }
        double meanTime = times / n;
        double mean = values[0] + sum / n;
        double products = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                products += (t - meanTime) * (values[t] - mean);
                squares += (t - meanTime) * (t - meanTime);
            }
        }
        return new Line(meanTime, mean, products / squares);
    }

    /** Where the line is at a time. */
    public double at(double time) {
        return mean + slope * (time - meanTime);
    }
}
