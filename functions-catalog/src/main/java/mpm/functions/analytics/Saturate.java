package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.method.response.Curve;

@WorksheetFunction(
        name = "SATURATE",
        question = "What response does this spend bring when returns diminish?",
        stage = MEASURE,
        method = "The curve rises towards its ceiling and gains less with every further unit of spend.",
        source = "Jin, Wang, Sun, Chan and Koehler, Bayesian Methods for Media Mix Modeling, 2017.",
        caution =
                "It is as good as its curve, and a curve fitted to past spend is no proof beyond the spend it has seen.",
        related = {"ADSTOCK", "MIX.MARGINAL"})
@Example(
        formula = "=MPM.SATURATE(62000, 900, 62000)",
        shows = "450",
        because = "At the half-saturation Search brings half of its 900 leads a month.")
@Example(
        formula = "=MPM.SATURATE({0;22000;44000;\"\"}, 620, 44000, , \"EXP\")",
        shows = "{0;243.950991;391.9147465;\"\"}",
        because = "A column is one call; its blank stays blank.")
@Example(formula = "=MPM.SATURATE(400, 50, , 0.5, \"POWER\")", shows = "1000", because = "50 times the root of 400.")
@Example(
        formula = "=MPM.SATURATE({100,-1}, 1, 200, 1.5)",
        shows = "{0.261203875,#NUM!}",
        because = "A spend is 0 or more.")
public record Saturate(
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
        Curve curve)
        implements Analytics, Computed<Double> {

    @Override
    public Double value() {
        return curve.response(spend, beta, scale(curve, k), s);
    }

    /** The k of a curve that has one; any number for one that has none. */
    static double scale(Curve curve, Optional<Double> k) {
        if (curve.hasK() && k.isEmpty()) {
            throw CellError.NA.because("k is blank: give the curve its scale of spend.");
        }
        return k.orElse(1.0);
    }
}
