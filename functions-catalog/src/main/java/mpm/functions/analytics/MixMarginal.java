package mpm.functions.analytics;

import static mpm.catalogue.Stage.PLAN;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.method.response.Curve;

@WorksheetFunction(
        name = "MIX.MARGINAL",
        question = "What does the next unit of spend bring?",
        stage = PLAN,
        method = "The slope of the response curve at this spend, times the value of a unit of response.",
        caution = "The next unit, not the average one: a channel with a fine average may have nothing left to give.",
        related = {"SATURATE", "ADSTOCK"})
@Example(
        formula = "=MPM.MIX.MARGINAL({50000;62000;80000}, 900, 62000)",
        shows = "{0.004448341837;0.003629032258;0.002767308074}",
        because = "Leads that one more euro brings Search: each month's is less.")
@Example(
        formula = "=MPM.MIX.MARGINAL(45000, 640, 99000, , , 250)",
        shows = "0.7638888889",
        because = "With 250 a lead the next euro in Events returns that much.")
@Example(formula = "=MPM.MIX.MARGINAL(100, 50, , 0.5, \"POWER\", 2)", shows = "5")
@Example(
        formula = "=MPM.MIX.MARGINAL(0, 900, 62000, 0.8)",
        shows = "#NUM!",
        because = "Below a slope of 1 the curve starts vertically.")
public record MixMarginal(
        @Argument(value = "Spend of a period, or its adstock.", each = true)
        double spend,

        @Argument("The ceiling of the response; for POWER and LOG its scale.")
        double beta,

        @Argument(
                value = "The spend that brings half of the ceiling (HILL), or the scale of the spend; POWER has none.",
                mayBeBlank = true)
        Optional<Double> k,

        @Argument(value = "The slope of HILL and POWER; above 1 HILL is S-shaped.", otherwise = "1")
        double s,

        @Argument(value = "HILL, EXP, LOGISTIC, POWER or LOG: the shape of the curve.", otherwise = "HILL")
        Curve curve,

        @Argument(value = "Money for a unit of response.", name = "value", otherwise = "1")
        double perResponse)
        implements Analytics, Computed<Double> {

    @Override
    public Double value() {
        return perResponse * curve.marginal(spend, beta, Saturate.scale(curve, k), s);
    }
}
