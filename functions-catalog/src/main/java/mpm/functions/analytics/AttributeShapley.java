package mpm.functions.analytics;

import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.MEASURE;

import java.util.Optional;
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
import mpm.method.attribution.Journeys;
import mpm.method.attribution.Shapley;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "ATTRIBUTE.SHAPLEY",
        question = "What is each channel's fair share over all combinations of channels?",
        stage = MEASURE,
        method =
                "A channel's mean contribution over all orders in which the channels of a path could have " + "joined.",
        source = "Shapley, A Value for n-Person Games, 1953; Dalessandro and others, 2012.",
        caution =
                "Fair is what each channel adds to the others in the journeys seen; it does not say what caused a sale.",
        related = {"ATTRIBUTE", "ATTRIBUTE.MARKOV"})
@Example(
        formula =
                "=MPM.ATTRIBUTE.SHAPLEY({\"Search > Email\";\"Social > Search\";\"Email\";\"Social > Email > Search\";\"Search\"}, {30;20;10;25;15})",
        shows = "{\"Channel\",\"Conversions\";\"Search\",48.33333333;\"Email\",33.33333333;\"Social\",18.33333333}",
        because = "The conversions of a path are shared equally among the channels it met.")
@Example(
        formula =
                "=MPM.ATTRIBUTE.SHAPLEY({\"Search\";\"Events\";\"Search > Events\"}, {10;5;20}, {90;95;80}, \"RATE\")",
        shows = "{\"Channel\",\"Conversions\";\"Search\",25;\"Events\",10}",
        because = "Search converts twice as well as Events, alone and beside it.")
@Example(
        formula = "=MPM.ATTRIBUTE.SHAPLEY({\"Search > Email\"}, {30}, , \"RATE\")",
        shows = "#VALUE!",
        because = "A rate needs the journeys without a conversion.")
public record AttributeShapley(
        @Argument("One path of touches in each cell; only which channels it met counts.")
        CellSeries paths,

        @Argument(value = "Conversions of each path.", refuses = TEXT)
        Series conversions,

        @Argument(value = "Journeys of each path that ended without a conversion, for RATE.", refuses = TEXT)
        Optional<Series> nonConversions,

        @Argument(
                value = "What a set of channels is worth: COUNT its conversions, RATE its conversion rate.",
                otherwise = "COUNT")
        Worth worth,

        @Argument(value = "What stands between two touches.", otherwise = "\" > \"")
        String separator)
        implements Analytics, Computed<Table<AttributeShapley.Line>> {

    /** What a set of channels is worth. */
    public enum Worth {
        COUNT,
        RATE
    }

    /** A channel's share. */
    public record Line(
            @Column(value = "Channel", meaning = "The channel, as first written.")
            String channel,

            @Column(
                    value = "Conversions",
                    meaning = "Conversions that it adds, on the mean over all orders; with RATE it may be negative.")
            double conversions) {}

    @Override
    public Table<Line> value() {
        if (worth == Worth.RATE && nonConversions.isEmpty()) {
            throw CellError.VALUE.because("RATE needs non_conversions: give the journeys that did not convert.");
        }
        Journeys journeys = Journeys.of(paths.cells().stream().map(Cell::shown).toList(), separator);
        double[] converted = PathTotals.of(conversions, paths, "conversions");
        Optional<double[]> lost = nonConversions.map(given -> PathTotals.of(given, paths, "non_conversions"));
        double[] shares = worth == Worth.COUNT
                ? Shapley.ofCounts(journeys, converted)
                : ofRates(journeys, converted, lost.orElseThrow());
        return Table.of(
                Line.class,
                IntStream.range(0, shares.length)
                        .mapToObj(channel -> new Line(journeys.channels().get(channel), shares[channel]))
                        .toList());
    }

    /** Conversions in proportion to the values of the rates, which add up to the rate of all journeys. */
    private static double[] ofRates(Journeys journeys, double[] converted, double[] lost) {
        double[] values = Shapley.ofRates(journeys, converted, lost);
        double all = Sums.of(converted);
        if (all == 0) {
            throw CellError.DIV0.because(
                    "Nothing converted, so there is no rate to share: give at least one conversion.");
        }
        double rate = all / (all + Sums.of(lost));
        return IntStream.range(0, values.length)
                .mapToDouble(channel -> all * values[channel] / rate)
                .toArray();
    }
}
