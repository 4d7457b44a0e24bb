package mpm.functions.analytics;

import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Series;
import mpm.cell.Spill;
import mpm.method.response.CarryOver;

@WorksheetFunction(
        name = "ADSTOCK",
        question = "How does this week's advertising still work in the following weeks?",
        stage = MEASURE,
        method = "Each period feels its own spend and a fading part of the spend before, by the chosen curve.",
        source = "Broadbent, 1979; Jin, Wang, Sun, Chan and Koehler, Bayesian Methods for Media Mix Modeling, "
                + "2017; Robyn's Weibull forms.",
        caution = "The carry-over is an assumption until MIX.FIT or a test has found it.",
        related = {"SATURATE", "MIX.MARGINAL"})
@Example(
        formula = "=MPM.ADSTOCK({25000,0,0,12000,0}, 0.6)",
        shows = "{25000,15000,9000,17400,10440}",
        because = "Six tenths of Content's work carry over to the next month.")
@Example(
        formula = "=MPM.ADSTOCK({100;0;0;50;0}, 0.6, \"DELAYED\", 1, TRUE, 4)",
        shows = "{25.75549451;42.92582418;25.75549451;18.44093407;21.46291209}",
        because = "Events work most one month later; the weights add up to 1.")
@Example(
        formula = "=MPM.ADSTOCK({100,0,0,0}, 2, \"WEIBULLCDF\", 0.3)",
        shows = "{100,77.88007831,28.65047969,3.019738342}",
        because = "The scale is the second of four months.")
@Example(formula = "=MPM.ADSTOCK({100,0,0}, 1)", shows = "#NUM!", because = "All of it would work for ever.")
public record Adstock(
        @Argument(value = "Spend or contacts of each period, oldest first; blank is 0.", refuses = TEXT)
        Series media,

        @Argument("The part that carries over to the next period; for the Weibull curves the shape.")
        double theta,

        @Argument(
                value = "GEOMETRIC fades from the start, DELAYED peaks later, WEIBULLCDF and WEIBULLPDF are Robyn's.",
                otherwise = "GEOMETRIC")
        Kind curve,

        @Argument("DELAYED: the lag of the peak (0). Weibull: the scale as a part of all periods (0.1).")
        Optional<Double> param,

        @Argument(value = "TRUE keeps the total: the weights add up to 1.", otherwise = "FALSE")
        boolean normalize,

        @Argument(value = "DELAYED: how many periods feel it.", otherwise = "13")
        double length)
        implements Analytics, Computed<Spill> {

    /** The form in which advertising fades. */
    public enum Kind {
        GEOMETRIC,
        DELAYED,
        WEIBULLCDF,
        WEIBULLPDF
    }

    @Override
    public Spill value() {
        double[] spent = Arrays.stream(media.values())
                .map(each -> Double.isNaN(each) ? 0 : each)
                .toArray();
        double[] worked = switch (curve) {
            case GEOMETRIC -> geometric(spent);
            case DELAYED -> spread(spent, CarryOver.delayed(theta, param.orElse(0.0), length));
            case WEIBULLCDF -> spread(spent, CarryOver.weibullCdf(theta, param.orElse(.1), spent.length));
            case WEIBULLPDF -> spread(spent, CarryOver.weibullPdf(theta, param.orElse(.1), spent.length));
        };
        return Spill.of(media.shape(), place -> Cell.of(worked[place]));
    }

    private double[] geometric(double[] spent) {
        double[] worked = CarryOver.geometric(spent, theta);
        return normalize ? Arrays.stream(worked).map(each -> each * (1 - theta)).toArray() : worked;
    }

    private double[] spread(double[] spent, double[] weights) {
        return CarryOver.spread(spent, normalize ? CarryOver.normalized(weights) : weights);
    }
}
