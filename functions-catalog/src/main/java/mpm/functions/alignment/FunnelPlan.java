package mpm.functions.alignment;

import static mpm.catalogue.Content.BLANK;
import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Stage.PLAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;

@WorksheetFunction(
        name = "FUNNEL.PLAN",
        question = "How many leads do I need, and by when, to win the goal?",
        stage = PLAN,
        method = "From the wanted wins back to the first step: each step must be entered by the next step's "
                + "volume divided by its rate, earlier by its lag.",
        caution = "These are expected values: at these volumes the target is missed about half of the time.",
        related = {"FUNNEL", "FUNNEL.RUN", "REVPLAN"})
@Example(
        formula = "=MPM.FUNNEL.PLAN(240, {0.3,0.4,0.5,0.25}, {0.7,1,1,2.5}, 12, FALSE)",
        shows = "{\"Stage\",\"Required volume\",\"Needed by\";4,960,9.5;3,1920,8.5;2,4800,7.5;1,16000,6.8}",
        because = "240 wins by the end of the year take 16,000 leads by the end of January.")
@Example(
        formula = "=MPM.FUNNEL.PLAN(50, {0.5,0.25}, {30,45}, DATE(2027,6,30), , FALSE)",
        shows = "{2,200,46523;1,400,46493}",
        because = "With dates the lags are days.")
@Example(
        formula = "=MPM.FUNNEL.PLAN(240, {0.3,1.4})",
        shows = "#NUM!",
        because = "No more can come out of a step than went in.")
public record FunnelPlan(
        @Argument("How many to win, 0 or more.") double target,

        @Argument(
                value = "The share that passes each step, the first step first, above 0 and up to 1.",
                refuses = {BLANK, LOGICAL})
        Series rates,

        @Argument(
                value = "How long each step takes: days where due is a date, else periods.",
                refuses = {BLANK, LOGICAL})
        Optional<Series> lags,

        @Argument("By when to win them: a date, or the number of a period.")
        Optional<Double> due,

        @Argument(value = "TRUE rounds volumes up and times down.", otherwise = "TRUE")
        boolean round)
        implements Alignment, Computed<Table<FunnelPlan.Line>> {

    /** What rounding must not see: thirteen thousand and a billionth is thirteen thousand. */
    private static final double ROUNDING = 1e-9;

    /** A step. */
    public record Line(
            @Column(value = "Stage", meaning = "The step, the last one first.")
            int stage,

            @Column(value = "Required volume", meaning = "How many must enter it.")
            double volume,

            @Column(value = "Needed by", meaning = "By when they must.")
            Cell neededBy) {}

    @Override
    public Table<Line> value() {
        int steps = rates.length();
        double[] times = lags.map(Series::values).orElseGet(() -> new double[steps]);
        Lengths.requireSame("rates", steps, "lags", times.length);
        if (target < 0) {
            throw CellError.NUM.because("The target is negative: give 0 or more.");
        }
        List<Line> lines = new ArrayList<>();
        double volume = target;
        double time = due.orElse(Double.NaN);
        for (int step = steps - 1; step >= 0; step--) {
            if (!(rates.value(step) > 0 && rates.value(step) <= 1)) {
                throw CellError.NUM.because("Rate %d is not above 0 and up to 1.".formatted(step + 1));
            } else if (times[step] < 0) {
                throw CellError.NUM.because("Lag %d is negative: give 0 or more.".formatted(step + 1));
            }
            volume /= rates.value(step);
            time -= times[step];
            lines.add(new Line(step + 1, shownVolume(volume), Double.isNaN(time) ? Cell.blank() : shownTime(time)));
        }
        return Table.of(Line.class, lines);
    }

    private double shownVolume(double volume) {
        return round ? Math.ceil(volume - ROUNDING * Math.max(1, volume)) : volume;
    }

    private Cell shownTime(double time) {
        return Cell.of(round ? Math.floor(time + ROUNDING) : time);
    }
}
