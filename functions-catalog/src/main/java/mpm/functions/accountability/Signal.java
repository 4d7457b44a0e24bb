package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.Arrays;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.link.Direction;
import mpm.method.controlcharts.IndividualsChart;
import mpm.method.controlcharts.Limits;
import mpm.method.forecasting.Ets;
import mpm.method.forecasting.EtsFit;
import mpm.method.forecasting.Gap;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.StudentT;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "SIGNAL",
        question = "Is the latest value out of the ordinary?",
        stage = EXECUTE,
        method = "The history gives a band by the chosen method; a value outside it is a signal, better or "
                + "worse by the direction.",
        source = "Wheeler, Understanding Variation, 1993; Iglewicz and Hoaglin, How to Detect and Handle "
                + "Outliers, 1993.",
        caution = "NORMAL does not mean on plan, only that nothing has changed.",
        related = {"XMR", "RAG"})
@Example(
        formula = "=MPM.SIGNAL(52, {38;36;40;37;39;38})",
        shows = "BETTER",
        because = "The net promoter score has left its usual range.")
@Example(
        formula = "=MPM.SIGNAL(41, {38;36;40;37;39;38}, , , , \"HIGH\")",
        shows = "44.38083386",
        because = "Up to here a score would be ordinary.")
@Example(
        formula = "=MPM.SIGNAL(178, {152;149;155;151;158;150;153}, \"LOWER\", \"T\")",
        shows = "WORSE",
        because = "Such a cost per lead is beyond what chance explains at 95 %.")
@Example(formula = "=MPM.SIGNAL(5, {1;2;3;4})", shows = "#NUM!", because = "Four values allow no judgement yet.")
public record Signal(
        @Argument(value = "The value to judge.", name = "value")
        double latest,

        @Argument("The values before it, oldest first; a blank is a gap.")
        Series history,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                otherwise = "HIGHER")
        Direction direction,

        @Argument(
                value =
                        "XMR: the limits of the control chart. T: a prediction interval. ETS: the range of a forecast by"
                                + " exponential smoothing. MAD: three robust standard deviations around the median.",
                otherwise = "XMR")
        Method method,

        @Argument(
                value = "The share of ordinary values that the band of T or ETS covers, between 0 and 1.",
                otherwise = "0.95")
        double confidence,

        @Argument(value = "SIGNAL gives the verdict, LOW and HIGH the ends of the band.", otherwise = "SIGNAL")
        Output output)
        implements Accountability, Computed<Cell> {

    /** How the band of ordinary values is found. */
    public enum Method {
        XMR {
            @Override
            Limits band(Series history, double confidence) {
                return IndividualsChart.variation(history).limits();
            }
        },
        T {
            @Override
            Limits band(Series history, double confidence) {
                double[] values = history.numbers();
                int n = values.length;
                double deviation = Math.sqrt(Sums.ofSquaredDeviations(values) / (n - 1));
                double half = StudentT.quantile((1 + confidence) / 2, n - 1) * deviation * Math.sqrt(1 + 1.0 / n);
                return around(Sums.mean(values), half);
            }
        },
        ETS {
            @Override
            Limits band(Series history, double confidence) {
                EtsFit fit = Ets.withoutSeason(Gap.INTERPOLATE.close(history));
                return around(fit.expected(1)[0], Normal.quantile((1 + confidence) / 2) * fit.sigma());
            }
        },
        MAD {
            @Override
            Limits band(Series history, double confidence) {
                double median = Quantiles.of(history.numbers()).median();
                double[] distances = Arrays.stream(history.numbers())
                        .map(value -> Math.abs(value - median))
                        .toArray();
                return around(
                        median, 3 * MADS_PER_SIGMA * Quantiles.of(distances).median());
            }
        };

        /** The standard deviation of a normal distribution in median absolute deviations. */
        private static final double MADS_PER_SIGMA = 1.4826;

        /** The band of ordinary values, from at least five. */
        abstract Limits band(Series history, double confidence);

        private static Limits around(double centre, double half) {
            return new Limits(centre - half, centre + half);
        }
    }

    /** What is asked for. */
    public enum Output {
        SIGNAL,
        LOW,
        HIGH
    }

    @Override
    public Cell value() {
        int observations = history.numbers().length;
        if (observations < IndividualsChart.FEWEST) {
            throw CellError.NUM.because("history holds %d values, too few for a judgement: give at least %d."
                    .formatted(observations, IndividualsChart.FEWEST));
        }
        Probabilities.require("confidence", confidence);
        Limits band = method.band(history, confidence);
        return switch (output) {
            case LOW -> Cell.of(band.low());
            case HIGH -> Cell.of(band.high());
            case SIGNAL -> Cell.of(verdict(band));
        };
    }

    private String verdict(Limits band) {
        if (!band.isAbove(latest) && !band.isBelow(latest)) {
            return "NORMAL";
        }
        boolean high = band.isAbove(latest);
        return switch (direction) {
            case HIGHER -> high ? "BETTER" : "WORSE";
            case LOWER -> high ? "WORSE" : "BETTER";
            case TARGET -> high ? "HIGH" : "LOW";
        };
    }
}
