package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.link.Direction;

@WorksheetFunction(
        name = "VARIANCE.PCT",
        question = "How far from plan in percent?",
        stage = MEASURE,
        method = "The variance divided by the size of the plan. The sign of a negative plan is kept out of the "
                + "divisor, so a smaller loss than planned is favourable.",
        source = "Horngren, Cost Accounting.",
        caution = "A large percentage of a small plan is still small money.",
        related = {"VARIANCE", "ATTAIN", "RAG"})
@Example(
        formula = "=MPM.VARIANCE.PCT(9420, 10133)",
        shows = "-0.07036415672",
        because = "The leads stand 7 % below plan.")
@Example(
        formula = "=MPM.VARIANCE.PCT(-80, -100)",
        shows = "0.2",
        because = "A smaller loss than planned is favourable.")
@Example(
        formula = "=MPM.VARIANCE.PCT({155,5}, {150,0}, \"LOWER\")",
        shows = "{-0.03333333333,#DIV/0!}",
        because = "Where nothing was planned there is no percentage; the error stays in its cell.")
@Example(formula = "=MPM.VARIANCE.PCT(5, 0)", shows = "#DIV/0!", because = "Nothing was planned.")
public record VariancePct(
        @Argument(value = "What happened.", each = true) double actual,

        @Argument(value = "What was planned for the same time.", each = true)
        double plan,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                each = true,
                otherwise = "HIGHER")
        Direction direction,

        @Argument(value = "GOOD: a positive result is favourable. RAW: actual minus plan.", otherwise = "GOOD")
        Variance.Basis basis)
        implements Accountability, Computed<Double> {

    @Override
    public Double value() {
        Direction counted = basis == Variance.Basis.RAW ? Direction.HIGHER : direction;
        return new Performance(actual, plan, counted).varianceShare();
    }
}
