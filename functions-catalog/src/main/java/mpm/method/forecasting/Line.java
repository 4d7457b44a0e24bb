package mpm.method.forecasting;

/** The straight line through values that are equally far apart. */
final class Line {

    private Line() {}

    /** The slope of least squares per period. */
    static double slope(double... values) {
        int n = values.length;
        double middle = (n - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int t = 0; t < n; t++) {
            products += (t - middle) * (values[t] - values[0]);
            squares += (t - middle) * (t - middle);
        }
        return products / squares;
    }
}
