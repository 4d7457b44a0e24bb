package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.link.Direction;

@WorksheetFunction(
        name = "VARIANCE",
        question = "How far are we from plan, and is that good or bad?",
        stage = MEASURE,
        method = "Actual minus plan where higher is better, plan minus actual where lower is better. For a "
                + "target every distance from it counts as unfavourable.",
        source = "The convention of favourable and unfavourable variances in management accounting: "
                + "Horngren, Cost Accounting.",
        caution = "A large variance on a small plan is still small money.",
        related = {"VARIANCE.PCT", "SCORECARD"})
@Example(formula = "=MPM.VARIANCE(120, 100)", shows = "20")
@Example(
        formula = "=MPM.VARIANCE(155, 150, \"LOWER\")",
        shows = "-5",
        because = "A cost per lead above plan is unfavourable.")
@Example(
        formula = "=MPM.VARIANCE({120;\"\";90}, {100;80;100}, {\"HIGHER\";\"HIGHER\";\"LOWER\"})",
        shows = "{20;\"\";10}",
        because = "One formula serves a column; a month without an actual stays empty.")
@Example(formula = "=MPM.VARIANCE(90, \"n/a\")", shows = "#VALUE!", because = "A plan is a number.")
public record Variance(
        @Argument(value = "What happened.", each = true) double actual,

        @Argument(value = "What was planned for the same time.", each = true)
        double plan,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                each = true,
                otherwise = "HIGHER")
        Direction direction,

        @Argument(value = "GOOD: a positive result is favourable. RAW: actual minus plan.", otherwise = "GOOD")
        Basis basis)
        implements Accountability, Computed<Double> {

    /** What the sign of a variance says. */
    public enum Basis {
        GOOD,
        RAW
    }

    @Override
    public Double value() {
        return basis == Basis.RAW ? actual - plan : direction.favourable(actual, plan);
    }
}
