package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;

@WorksheetFunction(
        name = "VELOCITY",
        question = "How much revenue does the pipeline deliver per day, and which lever moves it?",
        stage = MEASURE,
        method = "Opportunities times win rate times deal size, divided by the days of the sales cycle. LEVERS "
                + "moves one input by 1 % at a time.",
        caution = "It takes the pipeline as steady: a lever that is pulled today shows a sales cycle later.",
        related = {"WINRATE", "LANDING"},
        table = Velocity.Line.class)
@Example(formula = "=MPM.VELOCITY(120, 0.25, 18000, 60)", shows = "9000")
@Example(
        formula = "=MPM.VELOCITY(960, 0.25, 50000, 75, \"LEVERS\", FALSE)",
        shows = "{\"Opportunities\",960,969.6,161600,1600,0.01;\"Win rate\",0.25,0.2525,161600,1600,0.01;"
                + "\"Deal size\",50000,50500,161600,1600,0.01;"
                + "\"Cycle days\",75,75.75,158415.84158,-1584.1584158,-0.009900990099}",
        because = "One per cent more of anything is one per cent more; one per cent slower costs a little less.")
@Example(formula = "=MPM.VELOCITY(120, 0.25, 18000, 0)", shows = "#DIV/0!", because = "No deal closes in no time.")
public record Velocity(
        @Argument(value = "Open opportunities.", each = true)
        double opportunities,

        @Argument(value = "The share of them that is won, 0 to 1.", each = true)
        double winRate,

        @Argument(value = "The mean revenue of a won deal.", each = true)
        double dealSize,

        @Argument(value = "The mean days from opportunity to win.", each = true)
        double cycleDays,

        @Argument(
                value =
                        "VALUE: revenue a day. LEVERS: what one per cent more of each input changes, of single cells only.",
                otherwise = "VALUE")
        Output output)
        implements Accountability, Computed<Answer> {

    private static final double MORE = 1.01;

    /** What is wanted. */
    public enum Output {
        VALUE,
        LEVERS
    }

    /** A lever. */
    public record Line(
            @Column(value = "Lever", meaning = "The input that is changed, the others staying.")
            String lever,

            @Column(value = "Base", meaning = "The input as given.")
            double base,

            @Column(value = "Plus 1 %", meaning = "The input one per cent larger.")
            double plus,

            @Column(value = "Velocity", meaning = "Revenue a day with it.")
            double velocity,

            @Column(value = "Change", meaning = "How much more that is.")
            double change,

            @Column(value = "Change %", meaning = "The change as a share of the velocity as it is.")
            Cell changeShare) {}

    @Override
    public Answer value() {
        if (!(winRate >= 0 && winRate <= 1) || opportunities < 0 || cycleDays < 0) {
            throw CellError.NUM.because(
                    "win_rate is a fraction from 0 to 1, opportunities and cycle_days are 0 or more.");
        }
        if (cycleDays == 0) {
            throw CellError.DIV0.because("cycle_days is 0: revenue a day has no meaning.");
        }
        if (output == Output.VALUE) {
            return Cell.of(velocity());
        }
        return Table.of(
                Line.class,
                List.of(
                        line("Opportunities", opportunities, opportunities * MORE * winRate * dealSize / cycleDays),
                        line("Win rate", winRate, opportunities * (winRate * MORE) * dealSize / cycleDays),
                        line("Deal size", dealSize, opportunities * winRate * (dealSize * MORE) / cycleDays),
                        line("Cycle days", cycleDays, opportunities * winRate * dealSize / (cycleDays * MORE))));
    }

    private double velocity() {
        return opportunities * winRate * dealSize / cycleDays;
    }

    private Line line(String lever, double base, double velocity) {
        double change = velocity - velocity();
        Cell share = velocity() == 0
                ? Cell.of(CellError.DIV0.because("The pipeline delivers nothing, so a change is no share of it."))
                : Cell.of(change / Math.abs(velocity()));
        return new Line(lever, base, base * MORE, velocity, change, share);
    }
}
