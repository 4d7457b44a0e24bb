package mpm.functions.alignment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellSeries;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Wilson;

/** The interval of a rate is Wilson's. */
@WorksheetFunction(
        name = "FUNNEL",
        question = "Where does the funnel leak, and how sure are the rates?",
        stage = MEASURE,
        method = "Each stage is divided by the one before it and by the first; Low and High are Wilson's "
                + "interval at 95 %.",
        source = "Wilson, Probable inference, the law of succession, and statistical inference, 1927.",
        caution =
                "Counts of one period mix cohorts: with long lags and growth the step rates are biased; use FUNNEL.FIT for"
                        + " rates by cohort.",
        related = {"FUNNEL.FIT", "FUNNEL.PLAN"})
@Example(
        formula = "=MPM.FUNNEL({\"SQL\";\"Opportunity\";\"Win\"}, {1920;960;240})",
        shows = "{\"Stage\",\"Count\",\"Step rate\",\"Cumulative rate\",\"Drop\",\"Low\",\"High\",\"Problem\";"
                + "\"SQL\",1920,\"\",1,\"\",\"\",\"\",\"\";\"Opportunity\",960,0.5,0.5,960,0.4776574131,0.5223425869,\"\";"
                + "\"Win\",240,0.25,0.125,720,0.2236415503,0.2783512354,\"\"}",
        because = "A quarter of the opportunities is won; of 960 that means 22 to 28 %.")
@Example(
        formula = "=MPM.FUNNEL({\"Lead\";\"MQL\";\"SQL\"}, {50;60;\"\"}, FALSE)",
        shows = "{\"Lead\",50,\"\",1,\"\",\"\",\"\",\"\";\"MQL\",60,1.2,1.2,-10,\"\",\"\",\"RATE ABOVE 1\";"
                + "\"SQL\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "More came out than went in: the stages are counted differently.")
@Example(formula = "=MPM.FUNNEL({\"Lead\";\"MQL\"}, {50;-6})", shows = "#NUM!", because = "Counts are 0 or more.")
public record Funnel(
        @Argument("The names of the stages, the widest first.")
        CellSeries stages,

        @Argument("How many reached each stage.") Series counts)
        implements Alignment, Computed<Table<Funnel.Line>> {

    /** A stage. */
    public record Line(
            @Column(value = "Stage", meaning = "The stage.") Cell stage,

            @Column(value = "Count", meaning = "How many reached it.")
            Cell count,

            @Column(value = "Step rate", meaning = "Share of those of the stage before.")
            Cell stepRate,

            @Column(value = "Cumulative rate", meaning = "Share of those of the first stage.")
            Cell cumulativeRate,

            @Column(value = "Drop", meaning = "How many were lost on the step.")
            Cell drop,

            @Column(value = "Low", meaning = "Lower 95 % limit of the step rate.")
            Cell low,

            @Column(value = "High", meaning = "Upper 95 % limit of the step rate.")
            Cell high,

            @Column(value = "Problem", meaning = "RATE ABOVE 1 where more came out than went in.")
            String problem) {}

    @Override
    public Table<Line> value() {
        Lengths.requireSame("stages", stages.count(), "counts", counts.length());
        int[] places = IntStream.range(0, counts.length())
                .filter(place ->
                        !counts.isGap(place) || !stages.cells().get(place).isBlank())
                .toArray();
        if (counts.numbers().length == 0) {
            throw CellError.NA.because("There is no count: give how many reached each stage.");
        }
        IntStream.of(places)
                .filter(place -> counts.value(place) < 0)
                .findFirst()
                .ifPresent(place -> {
                    throw CellError.NUM.because("Count %d is negative: give 0 or more.".formatted(place + 1));
                });
        List<Line> lines = new ArrayList<>();
        double first = counts.value(places[0]);
        double before = Double.NaN;
        for (int place : places) {
            lines.add(line(place, before, first));
            before = counts.value(place);
        }
        return Table.of(Line.class, lines);
    }

    private Line line(int place, double before, double first) {
        double count = counts.value(place);
        boolean isAbove = count > before;
        boolean isNoRate = isAbove && before > 0;
        return new Line(
                stages.cells().get(place),
                of(count, count, () -> count),
                of(count, before, () -> rate(count, before)),
                of(count, first, () -> rate(count, first)),
                of(count, before, () -> before - count),
                isNoRate
                        ? Cell.blank()
                        : of(count, before, () -> Wilson.interval(count, before).low()),
                isNoRate
                        ? Cell.blank()
                        : of(count, before, () -> Wilson.interval(count, before).high()),
                isAbove ? "RATE ABOVE 1" : "");
    }

    /** A figure of two counts; blank where either is not known. */
    private static Cell of(double count, double other, DoubleSupplier figure) {
        return Double.isNaN(count) || Double.isNaN(other) ? Cell.blank() : Cell.computed(figure);
    }

    private static double rate(double count, double whole) {
        if (whole == 0) {
            throw CellError.DIV0.because("The stage that the rate is taken of is empty.");
        }
        return count / whole;
    }
}
