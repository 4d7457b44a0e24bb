package mpm.method.statistics;

import java.util.stream.IntStream;
import mpm.cell.CellError;

/** How strongly a series resembles itself some steps earlier. */
public final class Autocorrelation {

    private Autocorrelation() {}

    /**
     * Σ(x<sub>t</sub> − x̄)(x<sub>t+lag</sub> − x̄) / Σ(x<sub>t</sub> − x̄)², the mean and the denominator over the whole
     * series, as R's acf.
     *
     * @param lag 0 or more; 0 from the length of the series on
     * @throws mpm.cell.CellException #DIV/0! when all values are equal
     */
    public static double at(int lag, double... values) {
        return of(Deviations.of(values), lag);
    }

    /**
     * The autocorrelations of the lags 0 to a last one, each as {@link #at}.
     *
     * @throws mpm.cell.CellException #DIV/0! when all values are equal
     */
    public static double[] upTo(int lastLag, double... values) {
        Deviations deviations = Deviations.of(values);
        return IntStream.rangeClosed(0, lastLag)
                .mapToDouble(lag -> of(deviations, lag))
                .toArray();
    }

    static double of(Deviations deviations, int lag) {
        if (deviations.areAllZero()) {
            throw CellError.DIV0.because("All values are equal, so nothing in them can repeat: give values that vary.");
        }
        return deviations.laggedProducts(deviations, lag) / deviations.squares();
    }
}
