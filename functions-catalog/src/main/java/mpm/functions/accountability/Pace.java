package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.Arrays;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Content;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Moment;
import mpm.cell.Series;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "PACE",
        question = "Are we on pace today?",
        stage = EXECUTE,
        method = "Actual divided by the part of the target that is due by now. Without a profile time counts "
                + "evenly; with one, each period counts by its weight.",
        caution = "Above 1 is good for a goal and bad for a budget.",
        related = {"RUNRATE", "LANDING"})
@Example(
        formula = "=MPM.PACE(9420, 16000, DATE(2026,7,1), DATE(2027,6,30), DATE(2027,2,28))",
        shows = "0.88433641975",
        because = "By the calendar the leads of the year are behind …")
@Example(
        formula =
                "=MPM.PACE(9420, 16000, DATE(2026,7,1), DATE(2027,6,30), DATE(2027,2,28), {0.7,0.6,1.1,1.2,1.2,0.9,0.9,1,1.2,1.1,1.1,1})",
        shows = "0.92960526316",
        because = "… and by the season a little less so.")
@Example(
        formula = "=MPM.PACE(0, 16000, DATE(2026,7,1), DATE(2027,6,30), DATE(2026,6,30))",
        shows = "#N/A",
        because = "The year has not started.")
public record Pace(
        @Argument("What is reached so far.") double actual,

        @Argument("What is to be reached by the end.") double target,

        @Argument("The first day.") Moment start,

        @Argument("The last day.") Moment end,

        @Argument("The last complete day.") Moment asOf,

        @Argument(
                value =
                        "A weight for each period of the time, such as twelve for the months of a year; left out, all days"
                                + " count alike.",
                refuses = {Content.BLANK, Content.TEXT, Content.LOGICAL})
        Optional<Series> profile)
        implements Accountability, Computed<Double> {

    @Override
    public Double value() {
        Window window = Window.of(start, end, asOf);
        double[] weights = profile.map(Series::values).orElse(new double[] {1});
        if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw CellError.NUM.because("profile has a weight below 0: weights are 0 or more.");
        }
        double all = Sums.of(weights);
        if (all == 0) {
            throw CellError.DIV0.because("The weights of profile sum to 0, so no time is worth anything.");
        }
        window.requireStarted();
        double due = target * (elapsed(window, weights) / all);
        if (due == 0) {
            throw CellError.DIV0.because("Nothing is due yet, so there is no pace to hold.");
        }
        return actual / due;
    }

    /** The weight of the time that is over. */
    private static double elapsed(Window window, double[] weights) {
        double[] ends = window.boundaries(weights.length);
        double begin = 0;
        Sums.Running elapsed = new Sums.Running();
        for (int period = 0; period < weights.length; period++) {
            double part = (window.elapsed() - begin) / (ends[period] - begin);
            elapsed.add(weights[period] * Math.min(1, Math.max(0, part)));
            begin = ends[period];
        }
        return elapsed.value();
    }
}
