package mpm.functions.assessment;

import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.method.statistics.Sums;

/**
 * Source: OECD and JRC, <i>Handbook on Constructing Composite Indicators</i> (2008).
 */
@WorksheetFunction(
        name = "COMPOSITE",
        question = "What is one index out of several scores?",
        stage = MEASURE,
        method = "The weighted arithmetic, geometric or harmonic mean of the scores, or the smallest of them.",
        source = "OECD and JRC, Handbook on Constructing Composite Indicators, 2008.",
        caution = "ARITH lets a strength hide a weakness; GEO does so less, MIN not at all.")
@Example(
        formula = "=MPM.COMPOSITE({3.4;3.1;2.6;2.9;2.3;2.8})",
        shows = "2.85",
        because = "The mean maturity of the six success factors.")
@Example(
        formula = "=MPM.COMPOSITE({0.8,0.5,0.9}, {0.5,0.3,0.2}, \"GEO\")",
        shows = "0.7113519014",
        because = "The weak second score pulls more than in the arithmetic mean, .73.")
@Example(formula = "=MPM.COMPOSITE({0.8,0.5,0.9}, {0.5,0.3,0}, \"MIN\")", shows = "0.5")
@Example(formula = "=MPM.COMPOSITE({0.8,0.5}, {1,-1})", shows = "#NUM!", because = "A weight is 0 or more.")
public record Composite(
        @Argument(
                value = "The scores, all on one scale; blanks and text are left out.",
                ignores = {TEXT, LOGICAL})
        Series scores,

        @Argument(
                value = "What each score counts, 0 or more; left out, all count alike.",
                ignores = {TEXT, LOGICAL})
        Optional<Series> weights,

        @Argument(
                value = "ARITH is the weighted mean, GEO the geometric, HARM the harmonic one, MIN the smallest score.",
                otherwise = "ARITH")
        Aggregation aggregation)
        implements Assessment, Computed<Double> {

    /** How several scores become one. */
    public enum Aggregation {
        ARITH {
            @Override
            double of(double[] scores, double[] weights) {
                return Sums.ofProducts(weights, scores) / Sums.of(weights);
            }
        },
        GEO {
            @Override
            double of(double[] scores, double[] weights) {
                double[] logarithms = Arrays.stream(scores).map(StrictMath::log).toArray();
                return anyIsNotAbove0(scores) ? 0 : StrictMath.exp(ARITH.of(logarithms, weights));
            }
        },
        HARM {
            @Override
            double of(double[] scores, double[] weights) {
                double[] inverses =
                        Arrays.stream(scores).map(score -> 1 / score).toArray();
                return anyIsNotAbove0(scores) ? 0 : 1 / ARITH.of(inverses, weights);
            }
        },
        MIN {
            @Override
            double of(double[] scores, double[] weights) {
                return Arrays.stream(scores).min().orElseThrow();
            }
        };

        /** The index of scores that each have a weight above 0. */
        abstract double of(double[] scores, double[] weights);

        private static boolean anyIsNotAbove0(double[] scores) {
            return Arrays.stream(scores).anyMatch(score -> score <= 0);
        }
    }

    @Override
    public Double value() {
        int length = scores.length();
        double[] weight = weights.map(Series::values).orElseGet(() -> {
            double[] alike = new double[length];
            Arrays.fill(alike, 1);
            return alike;
        });
        if (weight.length != length) {
            throw CellError.NA.because(
                    "The lengths differ: scores has %d cells and weights has %d.".formatted(length, weight.length));
        }
        int[] given = IntStream.range(0, length)
                .filter(place -> !scores.isGap(place) && !Double.isNaN(weight[place]))
                .toArray();
        if (given.length == 0) {
            throw CellError.NA.because("There is no score with a weight: give at least one of both.");
        }
        if (Arrays.stream(given).anyMatch(place -> weight[place] < 0)) {
            throw CellError.NUM.because("A weight is negative: weights are 0 or more.");
        }
        int[] counted = Arrays.stream(given).filter(place -> weight[place] > 0).toArray();
        if (counted.length == 0) {
            throw CellError.DIV0.because("All weights are 0, so there is no index: give at least one score a weight.");
        }
        return aggregation.of(
                Arrays.stream(counted).mapToDouble(scores::value).toArray(),
                Arrays.stream(counted).mapToDouble(place -> weight[place]).toArray());
    }
}
