package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;

@WorksheetFunction(
        name = "BENCHMARK.SCORE",
        question = "What is our standing as a score of 0 to 100?",
        stage = MEASURE,
        caution =
                "Scores of different methods do not compare: 50 is the middle of the field in one and of its range in another.",
        method =
                "The percentile, the normal share of the z, the way from the worst to the best peer, or that from a floor to a target, times 100.",
        related = {"BENCHMARK.PERCENTILE", "BENCHMARK.TABLE", "COMPOSITE"})
@Example(
        formula = "=MPM.BENCHMARK.SCORE(155, {118,131,140,149,155,166,176,180,185,191,203,240}, \"LOWER\")",
        shows = "62.5",
        because = "A lower cost per lead than 62.5 % of the peers.")
@Example(
        formula = "=MPM.BENCHMARK.SCORE({21,40}, {12,15,17,18,20,22,25,30}, , \"MINMAX\")",
        shows = "{50,100}",
        because = "Halfway from the worst to the best; beyond the best there is no more than 100.")
@Example(
        formula = "=MPM.BENCHMARK.SCORE({0.88;0.61}, , , \"STANDARD\", 0.5, 0.85)",
        shows = "{100;31.4285714286}",
        because = "Handoffs in time against a floor of 50 % and a target of 85 %; no peers are needed.")
@Example(
        formula = "=MPM.BENCHMARK.SCORE(155, {118,131}, \"TARGET\")",
        shows = "#VALUE!",
        because = "Among peers a figure is better higher or lower.")
public record BenchmarkScore(
        @Argument(name = "value", value = "Our figure.", each = true)
        double figure,

        @Argument(value = "The figures of the peers; may be blank for STANDARD.", mayBeBlank = true)
        Optional<Peers> peers,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Aim direction,

        @Argument(
                value =
                        "PERCENTILE: share of peers beaten. Z: the same of a normal field. MINMAX: from the worst to the best peer."
                                + " STANDARD: from floor to target.",
                otherwise = "PERCENTILE")
        Method method,

        @Argument("For STANDARD: the figure that scores 0.") Optional<Double> floor,

        @Argument("For STANDARD: the figure that scores 100; below the floor where lower is better.")
        Optional<Double> target)
        implements Assessment, Computed<Double> {

    /** How a figure becomes a score. */
    public enum Method {
        PERCENTILE,
        Z,
        MINMAX,
        STANDARD
    }

    @Override
    public Double value() {
        if (method == Method.STANDARD) {
            return standard();
        }
        Peers field = peers.orElseThrow(() -> CellError.NA.because("There is no data of peers: give their figures."))
                .required();
        return switch (method) {
            case Z -> field.zScore(figure, direction);
            case MINMAX -> field.place(figure, direction);
            default -> 100 * field.percentile(figure, direction);
        };
    }

    private double standard() {
        if (floor.isEmpty() || target.isEmpty()) {
            throw CellError.VALUE.because("STANDARD needs a floor and a target: give both.");
        }
        double width = target.get() - floor.get();
        if (width == 0) {
            throw CellError.DIV0.because("The floor is the target, so nothing lies between: set them apart.");
        }
        return 100 * Math.min(1, Math.max(0, (figure - floor.get()) / width));
    }
}
