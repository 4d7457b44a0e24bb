package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Content;
import mpm.catalogue.Example;
import mpm.catalogue.Word;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Series;

/**
 * Earned schedule.
 *
 * <p>Source: W. Lipke, "Schedule is different", <i>The Measurable News</i>, summer 2003.
 */
@WorksheetFunction(
        name = "DISTANCE.TIME",
        question = "How far ahead of or behind schedule are we, in time?",
        stage = EXECUTE,
        method = "Earned schedule: the point of the plan's own curve at which today's figure was due, less the "
                + "time that has passed.",
        source = "Lipke, Schedule is Different, 2003.",
        caution = "Time is read off the plan's own shape: a steep plan makes the same shortfall look short.",
        related = {"DISTANCE", "ATTAIN"})
@Example(
        formula = "=MPM.DISTANCE.TIME(9420, {933,1733,3200,4800,6400,7600,8800,10133,11733,13200,14667,16000}, 8)",
        shows = "-0.5348837209",
        because = "The plan wanted so many leads half a month ago.")
@Example(
        formula = "=MPM.DISTANCE.TIME(430, {100;220;360;520;700;900}, 4, \"DAYS\", "
                + "{46053;46081;46112;46142;46173;46203})",
        shows = "-16.875",
        because = "The days are those of the months themselves.")
@Example(
        formula = "=MPM.DISTANCE.TIME(6.8, {8,7,6}, 2, , , 9)",
        shows = "0.2",
        because = "A falling plan: churn is a fifth of a month ahead of its way down from 9 %.")
@Example(
        formula = "=MPM.DISTANCE.TIME(5, {10,30,20}, 1)",
        shows = "#NUM!",
        because = "A plan that rises and falls gives no single date.")
public record DistanceTime(
        @Argument("The cumulative value, or the level, reached now.")
        double actual,

        @Argument(
                value = "The planned cumulative value, or level, at the end of each period.",
                refuses = {Content.BLANK, Content.TEXT, Content.LOGICAL})
        Series planCumulative,

        @Argument("How many periods have gone by, 0 or more, with fractions.")
        double elapsed,

        @Argument(
                value =
                        "PERIODS, DAYS (by period_ends), DAYS.MONTH, DAYS.QUARTER or DAYS.WEEK ahead; ES: the period that"
                                + " the actual belongs to; SPI: that period over elapsed.",
                otherwise = "PERIODS")
        Output output,

        @Argument("For DAYS: the last day of each period; the end of the period before the plan may stand first.")
        Optional<PeriodEnds> periodEnds,

        @Argument(value = "The value before the first period.", otherwise = "0")
        double baseline)
        implements Accountability, Computed<Double> {

    /** What the answer is measured in. */
    public enum Output {
        PERIODS,
        DAYS,
        @Word("DAYS.MONTH")
        DAYS_MONTH,
        @Word("DAYS.QUARTER")
        DAYS_QUARTER,
        @Word("DAYS.WEEK")
        DAYS_WEEK,
        ES,
        SPI
    }

    @Override
    public Double value() {
        if (elapsed < 0) {
            throw CellError.NUM.because("elapsed is negative: periods are counted from the start of the plan.");
        }
        double earned = earned();
        return switch (output) {
            case PERIODS -> earned - elapsed;
            case DAYS -> days(earned);
            case DAYS_MONTH -> (earned - elapsed) * 30.4375;
            case DAYS_QUARTER -> (earned - elapsed) * 91.3125;
            case DAYS_WEEK -> (earned - elapsed) * 7;
            case ES -> earned;
            case SPI -> perElapsed(earned);
        };
    }

    private double perElapsed(double earned) {
        if (elapsed == 0) {
            throw CellError.DIV0.because("No period has gone by, so nothing can be divided by the time: wait for one.");
        }
        return earned / elapsed;
    }

    /** The point of the plan, in periods, that the actual belongs to; a flat stretch counts to its end. */
    private double earned() {
        int periods = planCumulative.length();
        double way = Math.signum(level(periods) - baseline);
        if (way == 0) {
            throw CellError.NUM.because("The plan ends where it began, so it gives no dates.");
        }
        int reached = -1;
        for (int period = 0; period <= periods; period++) {
            if (period > 0 && (level(period) - level(period - 1)) * way < 0) {
                throw CellError.NUM.because(
                        "The plan turns back in period %d: it must rise, or fall, throughout.".formatted(period));
            }
            if ((actual - level(period)) * way >= 0) {
                reached = period;
            }
        }
        if (reached < 0 || reached == periods) {
            return Math.max(reached, 0);
        }
        return reached + (actual - level(reached)) / (level(reached + 1) - level(reached));
    }

    /** The planned level at the end of a period, counted from 1; at 0 the baseline. */
    private double level(int period) {
        return period == 0 ? baseline : planCumulative.value(period - 1);
    }

    private double days(double earned) {
        long[] ends = periodEnds
                .orElseThrow(() -> CellError.VALUE.because("DAYS needs period_ends: give the last day of each period."))
                .serials(planCumulative.length());
        return date(earned, ends) - date(elapsed, ends);
    }

    /** The date of a point of the plan; beyond its end time runs on as in the last period. */
    private static double date(double point, long[] ends) {
        int period = (int) Math.min(Math.floor(point), ends.length - 2);
        return ends[period] + (point - period) * (ends[period + 1] - ends[period]);
    }
}
