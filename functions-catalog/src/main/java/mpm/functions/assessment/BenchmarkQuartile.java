package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;

@WorksheetFunction(
        name = "BENCHMARK.QUARTILE",
        question = "Which quarter of the field are we in?",
        stage = MEASURE,
        caution =
                "With few peers the borders of the quarters are soft: see how near the next one is with BENCHMARK.GAP.",
        method =
                "1 is the best quarter. The borders are the quartiles of the peers as Excel's QUARTILE.INC; a figure on one belongs"
                        + " to the better quarter.",
        related = {"BENCHMARK.PERCENTILE", "BENCHMARK.GAP"})
@Example(
        formula = "=MPM.BENCHMARK.QUARTILE(155, {118,131,140,149,155,166,176,180,185,191,203,240}, \"LOWER\")",
        shows = "2",
        because = "The cost per lead is in the second-best quarter.")
@Example(
        formula = "=MPM.BENCHMARK.QUARTILE({22.75,19,16.5,16.4}, {12,15,17,18,20,22,25,30})",
        shows = "{1,2,3,4}",
        because = "On the border the better quarter counts.")
@Example(
        formula = "=MPM.BENCHMARK.QUARTILE(21, {\"n/a\";\"\"})",
        shows = "#N/A",
        because = "There is no figure of a peer.")
public record BenchmarkQuartile(
        @Argument(name = "value", value = "Our figure.", each = true)
        double figure,

        @Argument("The figures of the peers.") Peers peers,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Aim direction)
        implements Assessment, Computed<Double> {

    /** What a figure may miss a quartile by and still lie on it. */
    private static final double TOLERANCE = 1e-12;

    @Override
    public Double value() {
        Peers field = peers.required();
        return (double) IntStream.rangeClosed(1, 3)
                .filter(quarter -> reaches(field.quantile(direction == Aim.HIGHER ? 1 - .25 * quarter : .25 * quarter)))
                .findFirst()
                .orElse(4);
    }

    private boolean reaches(double quartile) {
        return direction.favourable(figure, quartile) >= -TOLERANCE * Math.max(1, Math.abs(quartile));
    }
}
