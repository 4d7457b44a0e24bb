package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;

@WorksheetFunction(
        name = "BENCHMARK.GAP",
        question = "How far are we from the best, the top quartile, the middle?",
        stage = MEASURE,
        caution =
                "The best of the peers may be best by luck or by another definition: the top quartile is the safer goal.",
        method =
                "Our figure less the reference, or the reference less our figure where lower is better: 0 or more is at or better.",
        related = {"BENCHMARK.PERCENTILE", "BENCHMARK.Z", "BENCHMARK.QUARTILE"})
@Example(
        formula = "=MPM.BENCHMARK.GAP(155, {118,131,140,149,155,166,176,180,185,191,203,240}, \"LOWER\", \"MEDIAN\")",
        shows = "16",
        because = "A lead costs 16 less than at the middle of the peers.")
@Example(
        formula = "=MPM.BENCHMARK.GAP({21;14}, {12,15,17,18,20,22,25,30}, , \"TOPQ\", \"PCT\")",
        shows = "{-0.0769230769;-0.3846153846}")
@Example(
        formula = "=MPM.BENCHMARK.GAP(5, {-1,0,1}, , \"MEAN\", \"PCT\")",
        shows = "#DIV/0!",
        because = "Of a mean of 0 there is no percentage.")
public record BenchmarkGap(
        @Argument(name = "value", value = "Our figure.", each = true)
        double figure,

        @Argument("The figures of the peers.") Peers peers,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Aim direction,

        @Argument(value = "What to stand beside: BEST, TOPQ (the best quarter), MEDIAN or MEAN.", otherwise = "BEST")
        Reference to,

        @Argument(value = "UNITS of the figure, or PCT of the reference.", otherwise = "UNITS")
        Output output)
        implements Assessment, Computed<Double> {

    /** What a figure is held against. */
    public enum Reference {
        BEST,
        TOPQ,
        MEDIAN,
        MEAN
    }

    /** In what the gap is counted. */
    public enum Output {
        UNITS,
        PCT
    }

    @Override
    public Double value() {
        Peers field = peers.required();
        double reference = switch (to) {
            case BEST -> field.best(direction);
            case TOPQ -> field.topQuartile(direction);
            case MEDIAN -> field.quantile(.5);
            case MEAN -> field.mean();
        };
        double gap = direction.favourable(figure, reference);
        if (output == Output.UNITS) {
            return gap;
        }
        if (reference == 0) {
            throw CellError.DIV0.because("The reference is 0, so the gap has no percentage: use UNITS.");
        }
        return gap / Math.abs(reference);
    }
}
