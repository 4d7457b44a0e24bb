package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.link.Direction;

@WorksheetFunction(
        name = "ATTAIN",
        question = "What share of the plan, or of the way to it, is reached?",
        stage = MEASURE,
        method = "Actual divided by plan where higher is better. Where lower is better: plan divided by actual "
                + "(INVERSE), or 2 less actual divided by plan (LINEAR). With a baseline it is the part of the "
                + "way from there to the plan.",
        caution =
                "INVERSE rewards cost cuts more than proportionally (half the cost is 200 %); LINEAR does not. Nothing is"
                        + " capped.",
        related = {"VARIANCE.PCT", "DISTANCE", "SCORECARD"})
@Example(formula = "=MPM.ATTAIN(9420, 10133)", shows = "0.9296358433", because = "The leads are at 93 % of their plan.")
@Example(
        formula = "=MPM.ATTAIN({120;155}, 150, \"LOWER\")",
        shows = "{1.25;0.9677419355}",
        because = "A cost per lead of 120 against 150 attains 125 %.")
@Example(
        formula = "=MPM.ATTAIN(120, 150, \"LOWER\", , \"LINEAR\")",
        shows = "1.2",
        because = "A fifth cheaper than planned is a fifth above plan.")
@Example(
        formula = "=MPM.ATTAIN(45.5, 48, \"HIGHER\", 42.5)",
        shows = "0.5454545455",
        because = "From 42.5 million last year to 48, 3 of 5.5 million of the way are done.")
@Example(formula = "=MPM.ATTAIN(-50, -100)", shows = "#NUM!", because = "A share of a planned loss has no meaning.")
public record Attain(
        @Argument(value = "What happened.", each = true) double actual,

        @Argument(value = "What was planned for the same time.", each = true)
        double plan,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                each = true,
                otherwise = "HIGHER")
        Direction direction,

        @Argument(value = "The value at the outset: the share of the way from it to the plan.", each = true)
        Optional<Double> baseline,

        @Argument(
                value =
                        "Where lower is better. INVERSE: plan over actual. LINEAR: as far above 1 as the actual is below.",
                otherwise = "INVERSE")
        Method method)
        implements Accountability, Computed<Double> {

    /** How attainment counts where lower is better. */
    public enum Method {
        INVERSE,
        LINEAR
    }

    @Override
    public Double value() {
        return baseline.map(this::shareOfTheWay)
                .orElseGet(() -> new Performance(actual, plan, direction).attainment(method));
    }

    private double shareOfTheWay(double from) {
        if (plan == from) {
            throw CellError.DIV0.because("The plan equals the baseline, so there is no way to go.");
        }
        return (actual - from) / (plan - from);
    }
}
