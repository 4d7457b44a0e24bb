package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Word;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.FurtherColumns;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.CorrelationTest;
import mpm.method.statistics.PAdjustment;
import mpm.method.statistics.Pairs;

@WorksheetFunction(
        name = "CORREL.MATRIX",
        question = "Which of my metrics move together?",
        stage = MEASURE,
        caution = "Among many pairs some always look close: read P_ADJ. Series that drift move together by themselves.",
        method =
                "Each pair of columns by the rows in which both have a figure; P_ADJ adjusts the p of all pairs together (Holm).",
        source = "R cor(use = pairwise), p.adjust.",
        related = {"CORREL.TEST", "PADJUST", "LEADLAG"})
@Example(
        formula =
                "=MPM.CORREL.MATRIX({\"Leads\",\"Revenue\",\"NPS\";10,100,31;12,104,30;9,110,33;14,101,35;15,118,31;13,123,36})",
        shows = "{\"\",\"Leads\",\"Revenue\",\"NPS\";\"Leads\",1,0.362053510918,0.190099382609;"
                + "\"Revenue\",0.362053510918,1,0.363741136173;\"NPS\",0.190099382609,0.363741136173,1}")
@Example(
        formula =
                "=MPM.CORREL.MATRIX({\"Leads\",\"Revenue\",\"NPS\";10,100,31;12,104,30;9,110,33;14,101,35;15,118,31;13,123,36},"
                        + " , \"P_ADJ\", FALSE)",
        shows = "{\"Leads\",\"\",1,1;\"Revenue\",1,\"\",1;\"NPS\",1,1,\"\"}",
        because = "After allowing for three pairs nothing is more than chance in half a year.")
@Example(
        formula = "=MPM.CORREL.MATRIX({\"Leads\";10;12;9})",
        shows = "#VALUE!",
        because = "One column has nothing to move with.")
public record CorrelMatrix(
        @Argument("One column for each metric, with its name above.")
        NumberTable data,

        @Argument(value = "PEARSON for a straight line, SPEARMAN or KENDALL for ranks.", otherwise = "PEARSON")
        CorrelationMethod method,

        @Argument(
                value =
                        "R: the coefficients. P: the chance of each. P_ADJ: the same, allowing for all pairs. N: how many rows.",
                otherwise = "R")
        Output output)
        implements Analytics, Computed<Table<CorrelMatrix.Line>> {

    /** What the cells show. */
    public enum Output {
        R,
        P,
        @Word("P_ADJ")
        P_ADJ,
        N
    }

    /** A metric; the columns of the others follow. */
    @FurtherColumns(
            value = "Metric …",
            meaning = "A column for each metric: what it has to do with the metric of the row.")
    public record Line(
            @Column(value = "", meaning = "The metric of the row.")
            String metric) {}

    @Override
    public Table<Line> value() {
        int count = data.columns().size();
        if (count < 2) {
            throw CellError.VALUE.because("data has one column, but at least 2 are needed to move together.");
        }
        if (data.columns().stream().allMatch(column -> column.values().numbers().length == 0)) {
            throw CellError.NA.because("The table holds no number: give its metrics their figures.");
        }
        Cell[][] cells = new Cell[count][count];
        for (int i = 0; i < count; i++) {
            cells[i][i] = diagonal(column(i));
            for (int j = 0; j < i; j++) {
                cells[i][j] = cell(column(j), column(i));
                cells[j][i] = cells[i][j];
            }
        }
        if (output == Output.P_ADJ) {
            adjust(cells);
        }
        return Table.of(
                        Line.class,
                        data.columns().stream()
                                .map(column -> new Line(column.caption()))
                                .toList())
                .columns(
                        data.columns().stream().map(NumberTable.Named::caption).toList(),
                        Arrays.stream(cells).map(List::of).toList());
    }

    private Series column(int place) {
        return data.columns().get(place).values();
    }

    private Cell diagonal(Series column) {
        double[] numbers = column.numbers();
        return switch (output) {
            case N -> Cell.of(numbers.length);
            case P, P_ADJ -> Cell.blank();
            case R ->
                Arrays.stream(numbers).allMatch(number -> number == numbers[0])
                        ? Cell.of(CellError.DIV0.because("All figures of this metric are equal, so it does not move."))
                        : Cell.of(1);
        };
    }

    private Cell cell(Series x, Series y) {
        if (output == Output.N) {
            return Cell.of((int) IntStream.range(0, x.length())
                    .filter(place -> !x.isGap(place) && !y.isGap(place))
                    .count());
        }
        try {
            if (x.numbers().length == 0 || y.numbers().length == 0) {
                throw CellError.NUM.because("One of the metrics has no figure at all.");
            }
            CorrelationTest test = CorrelationTest.of(Pairs.of(x, y), method);
            return Cell.of(output == Output.R ? test.r() : test.p());
        } catch (CellException e) {
            return Cell.of(e);
        }
    }

    /** Replaces each p on both sides of the diagonal by the adjusted one. */
    private static void adjust(Cell[][] cells) {
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            for (int j = i + 1; j < cells.length; j++) {
                if (cells[i][j] instanceof Cell.Numeric) {
                    places.add(new int[] {i, j});
                }
            }
        }
        double[] adjusted = PAdjustment.HOLM.adjusted(places.stream()
                .mapToDouble(place -> ((Cell.Numeric) cells[place[0]][place[1]]).value())
                .toArray());
        for (int number = 0; number < adjusted.length; number++) {
            int[] place = places.get(number);
            cells[place[0]][place[1]] = Cell.of(adjusted[number]);
            cells[place[1]][place[0]] = cells[place[0]][place[1]];
        }
    }
}
