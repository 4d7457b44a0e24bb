package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Sums;

/**
 * Sources: R. G. Brown (1959); D. W. Trigg, <i>Operational Research Quarterly</i> 15 (1964), for the smoothed signal. Its limit
 * lies within .02 of the simulated 95 % point for unbiased normal errors.
 */
@WorksheetFunction(
        name = "TRACKING",
        question = "Do our forecasts err to one side?",
        stage = EXECUTE,
        method = "The sum of the errors divided by their mean size, or Trigg's smoothed ratio of the two.",
        source = "Brown, 1959; Trigg, Operational Research Quarterly 15, 1964.",
        caution =
                "The classic signal grows with the number of periods: without any bias it passes 4 in 37 % of series of 12"
                        + " and 52 % of 24. Use smoothing for long series.",
        related = "ACCURACY")
@Example(
        formula = "=MPM.TRACKING({90,95,88,92,91}, 100)",
        shows = "{\"Tracking signal\",\"Limit\",\"Signal\";-5,4,\"OVER\"}",
        because = "All five months came in below the forecast of 100.")
@Example(
        formula = "=MPM.TRACKING({105,98,110,107}, 100, 0.2)",
        shows = "{\"Tracking signal\",\"Limit\",\"Signal\";0.86411889597,0.73033815294,\"UNDER\"}")
@Example(
        formula = "=MPM.TRACKING({105,98}, {100,100}, 0.9)",
        shows = "#NUM!",
        because = "With so much weight on the newest error the signal would only follow it.")
public record Tracking(
        @Argument("What happened, a period a cell.") Series actual,

        @Argument("What was forecast: as many cells, or one number for all.")
        Forecasts forecast,

        @Argument("The weight of the newest error, above 0 and up to 0.5; left out, all errors count alike.")
        Optional<Double> smoothing,

        @Argument("From where the signal counts; left out: 4, or with smoothing what unbiased errors pass in 5 %.")
        Optional<Double> limit)
        implements Accountability, Computed<Table<Tracking.Line>> {

    private static final double CLASSIC_LIMIT = 4;
    private static final double MOST_SMOOTHING = .5;

    /** The standard normal value that 2.5 % exceed. */
    private static final double Z_95 = 1.959963985;

    /** What a signal may pass its limit by and still lie on it. */
    private static final double TOLERANCE = 1e-12;

    /** The signal. */
    public record Line(
            @Column(value = "Tracking signal", meaning = "Errors with their sign beside errors without; 0 is no bias.")
            double tracking,

            @Column(value = "Limit", meaning = "From where the signal counts, on both sides.")
            double limit,

            @Column(value = "Signal", meaning = "UNDER: the forecasts are too low. OVER: too high. OK: neither.")
            String signal) {}

    @Override
    public Table<Line> value() {
        if (smoothing.isPresent() && !(smoothing.get() > 0 && smoothing.get() <= MOST_SMOOTHING)) {
            throw CellError.NUM.because("smoothing is a weight above 0 and up to 0.5.");
        }
        if (limit.isPresent() && limit.get() <= 0) {
            throw CellError.NUM.because("limit is a size: give a number above 0.");
        }
        Pairs pairs = forecast.beside(actual);
        double[] a = pairs.x();
        double[] f = pairs.y();
        double tracking = smoothing.map(weight -> smoothed(a, f, weight)).orElseGet(() -> classic(a, f));
        double threshold = limit.orElseGet(() -> smoothing.map(Tracking::limit).orElse(CLASSIC_LIMIT));
        boolean isBeyond =
                Math.abs(tracking) - threshold > TOLERANCE * Math.max(1, Math.max(Math.abs(tracking), threshold));
        return Table.of(
                Line.class, List.of(new Line(tracking, threshold, !isBeyond ? "OK" : tracking > 0 ? "UNDER" : "OVER")));
    }

    private static double classic(double[] a, double[] f) {
        Sums.Running errors = new Sums.Running();
        Sums.Running sizes = new Sums.Running();
        for (int t = 0; t < a.length; t++) {
            errors.add(a[t] - f[t]);
            sizes.add(Math.abs(a[t] - f[t]));
        }
        return sizes.value() == 0 ? 0 : errors.value() / (sizes.value() / a.length);
    }

    private static double smoothed(double[] a, double[] f, double weight) {
        double error = 0;
        double size = 0;
        for (int t = 0; t < a.length; t++) {
            error += weight * (a[t] - f[t] - error);
            size += weight * (Math.abs(a[t] - f[t]) - size);
        }
        return size == 0 ? 0 : error / size;
    }

    private static double limit(double weight) {
        return StrictMath.sin(Z_95 * Math.sqrt(Math.PI / 2) * Math.sqrt(weight / (2 - weight)));
    }
}
