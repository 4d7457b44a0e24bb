package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.regression.GrangerTest;
import mpm.method.statistics.Pairs;

@WorksheetFunction(
        name = "GRANGER",
        question = "Does the past of one series improve the forecast of another beyond its own past?",
        stage = MEASURE,
        caution =
                "It shows that one series runs ahead, not that it causes the other. Series with a trend mislead: difference first.",
        method = "The F test of the regression on the past of both series against that on the effect's own past.",
        source = "Granger, Econometrica 37, 1969.",
        related = {"LEADLAG", "CORREL.LAG"})
@Example(
        formula =
                "=MPM.GRANGER({10,12,9,14,15,13,17,18,16,20,21,19}, {100,104,110,101,118,123,115,131,137,128,147,150})",
        shows = "{\"Lag\",\"F\",\"df1\",\"df2\",\"p\";1,479.5010227,1,8,1.9961203471E-08;"
                + "2,150.3097857,2,5,3.4235139742E-05}",
        because = "Who knows last month's leads forecasts revenue far better.")
@Example(
        formula =
                "=MPM.GRANGER({100,104,110,101,118,123,115,131,137,128,147,150}, {10,12,9,14,15,13,17,18,16,20,21,19}, 1, FALSE)",
        shows = "{1,1.658040452,1,8,0.2338660167}",
        because = "The other way round it tells nothing: p is .23.")
@Example(formula = "=MPM.GRANGER({1;2;4;3}, {2;1;3;5})", shows = "#NUM!", because = "Four months are too few.")
public record Granger(
        @Argument("The series that may lead, such as leads a month.")
        Series cause,

        @Argument("The series to forecast, such as revenue a month.")
        Series effect,

        @Argument(
                value = "How many past periods to use at most: each number of them up to this is tested.",
                otherwise = "2")
        int lags)
        implements Analytics, Computed<Table<Granger.Line>> {

    private static final int MOST_LAGS = 10_000;

    /** The test with a number of lags. */
    public record Line(
            @Column(value = "Lag", meaning = "How many past periods of each series are used.")
            int lag,

            @Column(value = "F", meaning = "How much better the forecast is with the past of the cause.")
            Cell f,

            @Column(value = "df1", meaning = "Degrees of freedom of the numerator.")
            Cell df1,

            @Column(value = "df2", meaning = "Degrees of freedom of the denominator.")
            Cell df2,

            @Column(value = "p", meaning = "Chance of such an improvement if the cause told nothing.")
            Cell p) {}

    @Override
    public Table<Line> value() {
        Pairs history = GrangerTest.history(cause, effect);
        if (lags < 1 || lags > MOST_LAGS) {
            throw CellError.NUM.because("lags is %d, but it runs from 1 to %d.".formatted(lags, MOST_LAGS));
        }
        return Table.of(
                Line.class,
                IntStream.rangeClosed(1, lags)
                        .mapToObj(lag -> line(history, lag))
                        .toList());
    }

    private static Line line(Pairs history, int lag) {
        try {
            GrangerTest test = GrangerTest.of(history, lag);
            return new Line(lag, Cell.of(test.f()), Cell.of(test.df1()), Cell.of(test.df2()), Cell.of(test.p()));
        } catch (CellException e) {
            Cell failure = Cell.of(e);
            return new Line(lag, failure, failure, failure, failure);
        }
    }
}
