package mpm.method.forecasting;

/** A method that was fitted to values without a season. */
interface Smoother {

    /** What was expected of each value before it was known. */
    double[] fitted();

    /** What is expected of each period ahead. */
    double[] expected(int horizon);
}
