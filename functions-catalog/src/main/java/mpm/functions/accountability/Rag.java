package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.link.Direction;

@WorksheetFunction(
        name = "RAG",
        question = "Is the light green, amber or red?",
        stage = EXECUTE,
        method = "The adverse variance as a share of plan is held against the two limits; on a limit the "
                + "better colour counts.",
        caution = "A light compares with plan; it knows neither the usual ups and downs (SIGNAL) nor the time left.",
        related = {"VARIANCE.PCT", "SCORECARD", "SIGNAL"})
@Example(formula = "=MPM.RAG(9420, 10133)", shows = "AMBER", because = "The leads are 7 % below plan.")
@Example(
        formula = "=MPM.RAG({96,94,90,89.9,\"\"}, 100)",
        shows = "{\"GREEN\",\"AMBER\",\"AMBER\",\"RED\",\"GREY\"}",
        because = "On a boundary the better colour; without an actual there is no light.")
@Example(
        formula = "=MPM.RAG(108, 100, \"TARGET\")",
        shows = "AMBER",
        because = "At a target, above is as far off as below.")
@Example(formula = "=MPM.RAG(155, 150, \"LOWER\", 0.2, 0.1)", shows = "#NUM!", because = "Amber begins before red.")
public record Rag(
        @Argument(value = "What happened; blank while it is not known.", each = true, mayBeBlank = true)
        Optional<Double> actual,

        @Argument(value = "What was planned for the same time; blank if nothing was.", each = true, mayBeBlank = true)
        Optional<Double> plan,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                each = true,
                otherwise = "HIGHER")
        Direction direction,

        @Argument(
                value = "The adverse share of the plan up to which the light is green, 0 or more.",
                otherwise = "0.05")
        double amber,

        @Argument(
                value = "The adverse share of the plan up to which the light is amber, at least that of amber.",
                otherwise = "0.1")
        double red)
        implements Accountability, Computed<String> {

    @Override
    public String value() {
        if (amber < 0 || amber > red) {
            throw CellError.NUM.because("The light needs 0 ≤ amber ≤ red.");
        }
        return actual.flatMap(happened ->
                        plan.map(planned -> new Performance(happened, planned, direction).light(amber, red)))
                .orElse("GREY");
    }
}
