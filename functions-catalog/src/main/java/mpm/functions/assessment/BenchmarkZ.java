package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;

@WorksheetFunction(
        name = "BENCHMARK.Z",
        question = "How unusual are we among the peers?",
        stage = MEASURE,
        caution = "One odd peer stretches the spread and hides everybody else: compare with robust.",
        method =
                "Distance from the mean of the peers by their standard deviation (n - 1), positive where better. Robust: from the"
                        + " median, by 1.4826 times the median of the absolute deviations.",
        related = {"BENCHMARK.PERCENTILE", "BENCHMARK.SCORE", "BENCHMARK.GAP"})
@Example(
        formula = "=MPM.BENCHMARK.Z(155, {118,131,140,149,155,166,176,180,185,191,203,240}, \"LOWER\")",
        shows = "0.4285142403",
        because = "The cost per lead is better than the mean by less than half a standard deviation.")
@Example(
        formula = "=MPM.BENCHMARK.Z({21;14}, {12,15,17,18,20,22,25,30}, , TRUE)",
        shows = "{0.3854232911;-0.9635582278}")
@Example(formula = "=MPM.BENCHMARK.Z(155, {118})", shows = "#NUM!", because = "One peer has no spread.")
public record BenchmarkZ(
        @Argument(name = "value", value = "Our figure.", each = true)
        double figure,

        @Argument("The figures of the peers.") Peers peers,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Aim direction,

        @Argument(value = "TRUE measures by medians, which a few odd peers do not move.", otherwise = "FALSE")
        boolean robust)
        implements Assessment, Computed<Double> {

    @Override
    public Double value() {
        Peers field = peers.required();
        return robust ? field.robustZ(figure, direction) : field.z(figure, direction);
    }
}
