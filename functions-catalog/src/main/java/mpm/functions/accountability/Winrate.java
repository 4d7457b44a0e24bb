package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Wilson;

/** The interval is Wilson's (1927), as statsmodels proportion_confint. */
@WorksheetFunction(
        name = "WINRATE",
        question = "What share of decided deals do we win?",
        stage = MEASURE,
        method = "Won divided by won and lost; open deals never enter the rate. Low and High are Wilson's "
                + "interval, Floor and Ceiling count every open deal as lost or won.",
        source = "Wilson, 1927.",
        caution = "Deals that drag on are open, not lost: look at Floor as well.",
        related = {"VELOCITY", "KEPT"},
        table = Winrate.Line.class)
@Example(formula = "=MPM.WINRATE({30;18}, {90;22})", shows = "{0.25;0.45}")
@Example(
        formula = "=MPM.WINRATE(200, 3800, 1000, , \"TABLE\")",
        shows = "{\"Won\",\"Lost\",\"Open\",\"Rate\",\"Low\",\"High\",\"Floor\",\"Ceiling\";"
                + "200,3800,1000,0.05,0.04366713834,0.05719636062,0.04,0.24}",
        because = "If every open deal were lost 4 %, if every one were won 24 %.")
@Example(formula = "=MPM.WINRATE(0, 0)", shows = "#DIV/0!", because = "Nothing is decided yet.")
public record Winrate(
        @Argument(value = "Deals won, or their value.", each = true)
        double won,

        @Argument(value = "Deals lost, or their value.", each = true)
        double lost,

        @Argument(value = "Deals not decided; they never enter the rate.", each = true)
        Optional<Double> open,

        @Argument(value = "COUNT: numbers of deals. VALUE: money, which has no interval.", otherwise = "COUNT")
        Basis basis,

        @Argument(value = "RATE, or TABLE with interval, floor and ceiling, of single cells only.", otherwise = "RATE")
        Output output)
        implements Accountability, Computed<Answer> {

    /** What is counted. */
    public enum Basis {
        COUNT,
        VALUE
    }

    /** What is wanted. */
    public enum Output {
        RATE,
        TABLE
    }

    /** The rate with what may become of it. */
    public record Line(
            @Column(value = "Won", meaning = "What is won.") double won,

            @Column(value = "Lost", meaning = "What is lost.")
            double lost,

            @Column(value = "Open", meaning = "What is not decided.")
            Cell open,

            @Column(value = "Rate", meaning = "The share won of what is decided.")
            double rate,

            @Column(value = "Low", meaning = "Lower end of its 95 % interval.")
            Cell low,

            @Column(value = "High", meaning = "Upper end of its 95 % interval.")
            Cell high,

            @Column(value = "Floor", meaning = "The rate if all that is open were lost.")
            Cell floor,

            @Column(value = "Ceiling", meaning = "The rate if all that is open were won.")
            Cell ceiling) {}

    @Override
    public Answer value() {
        if (won < 0 || lost < 0 || open.orElse(0.0) < 0) {
            throw CellError.NUM.because("won, lost and open are 0 or more.");
        }
        double decided = won + lost;
        if (decided == 0) {
            throw CellError.DIV0.because("Nothing is decided yet, so there is no rate.");
        }
        return output == Output.RATE ? Cell.of(won / decided) : Table.of(Line.class, List.of(line(decided)));
    }

    private Line line(double decided) {
        Optional<Interval> interval =
                basis == Basis.COUNT ? Optional.of(Wilson.interval(won, decided)) : Optional.empty();
        return new Line(
                won,
                lost,
                cell(open),
                won / decided,
                cell(interval.map(Interval::low)),
                cell(interval.map(Interval::high)),
                cell(open.map(undecided -> won / (decided + undecided))),
                cell(open.map(undecided -> (won + undecided) / (decided + undecided))));
    }

    private static Cell cell(Optional<Double> value) {
        return value.map(Cell::of).orElse(Cell.blank());
    }
}
