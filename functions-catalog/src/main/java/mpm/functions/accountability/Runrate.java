package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Moment;

@WorksheetFunction(
        name = "RUNRATE",
        question = "What do we do per day, and what must we do from now on?",
        stage = EXECUTE,
        method = "CURRENT divides what happened by the days gone, REQUIRED what is missing by the days left, "
                + "RATIO the second by the first.",
        caution = "Every day counts alike, in season or out of it: PACE takes a profile.",
        related = {"PACE", "LANDING"})
@Example(
        formula =
                "=MPM.RUNRATE(9420, 16000, DATE(2026,7,1), DATE(2027,6,30), DATE(2027,2,28), \"REQUIRED\", \"MONTH\")",
        shows = "1641.6290984")
@Example(
        formula = "=MPM.RUNRATE(9420, 16000, DATE(2026,7,1), DATE(2027,6,30), DATE(2027,2,28), \"RATIO\")",
        shows = "1.3913020779",
        because = "From now on 39 % more a day than so far.")
@Example(
        formula = "=MPM.RUNRATE(15000, 16000, DATE(2026,7,1), DATE(2027,6,30), DATE(2027,6,30))",
        shows = "#DIV/0!",
        because = "No day is left to make up for what is missing.")
public record Runrate(
        @Argument("What is reached so far.") double actual,

        @Argument("What is to be reached by the end.") double target,

        @Argument("The first day.") Moment start,

        @Argument("The last day.") Moment end,

        @Argument("The last complete day.") Moment asOf,

        @Argument(
                value = "CURRENT: the rate so far. REQUIRED: the rate from now on. RATIO: required over current.",
                otherwise = "REQUIRED")
        Output output,

        @Argument(
                value =
                        "DAY, WEEK (7 days), MONTH (30.4375 days) or WORKDAY (Monday to Friday, holidays not taken off).",
                otherwise = "DAY")
        Per per)
        implements Accountability, Computed<Double> {

    /** Which rate is wanted. */
    public enum Output {
        CURRENT,
        REQUIRED,
        RATIO
    }

    /** The time that a rate is for. */
    public enum Per {
        DAY(1),
        WEEK(7),
        MONTH(30.4375),
        WORKDAY(1);

        private final double days;

        Per(double days) {
            this.days = days;
        }
    }

    @Override
    public Double value() {
        Window window = Window.of(start, end, asOf);
        if (output == Output.REQUIRED) {
            return required(window);
        }
        window.requireStarted();
        double current = current(window);
        if (output == Output.CURRENT) {
            return current;
        }
        if (current == 0) {
            throw CellError.DIV0.because("Nothing is reached so far, so nothing is a multiple of it.");
        }
        return required(window) / current;
    }

    private double current(Window window) {
        long elapsed = per == Per.WORKDAY ? window.elapsedWorkdays() : window.elapsed();
        if (elapsed == 0) {
            throw CellError.DIV0.because("No day is over yet, so there is no rate.");
        }
        return actual / elapsed * per.days;
    }

    private double required(Window window) {
        long left = per == Per.WORKDAY ? window.workdaysLeft() : window.left();
        if (left > 0) {
            return (target - actual) / left * per.days;
        } else if (actual >= target) {
            return 0.0;
        }
        throw CellError.DIV0.because("No day is left, and the target is missed.");
    }
}
