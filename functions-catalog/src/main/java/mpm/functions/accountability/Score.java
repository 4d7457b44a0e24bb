package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;

@WorksheetFunction(
        name = "SCORE",
        question = "Where between unacceptable and target?",
        stage = MEASURE,
        method = "The distance from the floor as a part of the distance from floor to target, kept between 0 "
                + "and the cap.",
        caution = "A score is as fair as its floor: a floor that nobody could miss makes every score good.",
        related = "SCORECARD")
@Example(formula = "=MPM.SCORE(72, 60, 90)", shows = "0.4")
@Example(
        formula = "=MPM.SCORE({250;155;80}, 200, 100)",
        shows = "{0;0.45;1}",
        because = "A cost per lead: the target lies below the floor.")
@Example(
        formula = "=MPM.SCORE(5, 3, 3)",
        shows = "#DIV/0!",
        because = "Between a floor and a target there must be a way.")
public record Score(
        @Argument(value = "What was reached.", each = true) double actual,

        @Argument("The value that scores 0.") double floor,

        @Argument("The value that scores 1; below the floor where lower is better.")
        double target,

        @Argument(value = "The highest score given, above 0.", otherwise = "1")
        double cap)
        implements Accountability, Computed<Double> {

    @Override
    public Double value() {
        if (cap <= 0) {
            throw CellError.NUM.because("cap is the highest score: give a number above 0.");
        }
        if (target == floor) {
            throw CellError.DIV0.because("floor and target are equal: there is no way between them to score.");
        }
        return Math.min(cap, Math.max(0, (actual - floor) / (target - floor)));
    }
}
