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
import mpm.method.attribution.RemovalEffects;
import mpm.method.statistics.Sums;

/** ChannelAttribution simulates the same chain, and so differs by percents; here it is solved. */
@WorksheetFunction(
        name = "ATTRIBUTE.MARKOV",
        question = "How many conversions would be lost if a channel were removed from the journeys?",
        stage = MEASURE,
        method = "The paths become a chain of steps with probabilities. A channel's removal effect is the part "
                + "of the conversions lost when every step into it ends the journey; it is solved exactly, not "
                + "simulated.",
        source = "Anderl, Becker, von Wangenheim and Schumann, International Journal of Research in Marketing "
                + "33, 2016.",
        caution = "It describes the paths observed: people who would have bought anyway count as converted.",
        related = {"ATTRIBUTE", "ATTRIBUTE.SHAPLEY"})
@Example(
        formula =
                "=MPM.ATTRIBUTE.MARKOV({\"Search > Email\";\"Social > Search\";\"Email\";\"Social > Email > Search\";\"Search\"}, {30;20;10;25;15}, , {70;80;40;55;35})",
        shows =
                "{\"Channel\",\"Removal effect\",\"Conversions\",\"Value\";\"Search\",0.7739130435,43.14872116,\"\";\"Email\",0.5454545455,30.41125394,\"\";\"Social\",0.4742268041,26.4400249,\"\"}",
        because = "Search lies on most paths: without it three conversions in four would be lost.")
@Example(
        formula =
                "=MPM.ATTRIBUTE.MARKOV({\"Events > Email > Email\";\"Email\"}, {5;1}, {250000;50000}, {15;19}, 2, TRUE, , FALSE)",
        shows = "{\"Events\",0.8333333333,2.727272727,136363.6364;\"Email\",1,3.272727273,163636.3636}",
        because = "Two mails in a row count once, and the next touch depends on the last two.")
@Example(
        formula = "=MPM.ATTRIBUTE.MARKOV({\"Search > Email\"}, {0}, , {12})",
        shows = "#DIV/0!",
        because = "Nothing converted, so nothing can be lost.")
public record AttributeMarkov(
        @Argument("One path of touches in each cell, such as Search > Email > Events.")
        CellSeries paths,

        @Argument(value = "Conversions of each path.", refuses = TEXT)
        Series conversions,

        @Argument(value = "Money won on each path.", refuses = TEXT)
        Optional<Series> values,

        @Argument(value = "Journeys of each path that ended without a conversion; left out: none.", refuses = TEXT)
        Optional<Series> nonConversions,

        @Argument(value = "How many touches the next one depends on, 1 to 3.", otherwise = "1")
        int order,

        @Argument(value = "TRUE counts touches of one channel in a row once.", otherwise = "FALSE")
        boolean collapse,

        @Argument(value = "What stands between two touches.", otherwise = "\" > \"")
        String separator)
        implements Analytics, Computed<Table<AttributeMarkov.Line>> {

    /** What would be lost without a channel. */
    public record Line(
            @Column(value = "Channel", meaning = "The channel, as first written.")
            String channel,

            @Column(value = "Removal effect", meaning = "Share of the conversions that would be lost without it.")
            double removalEffect,

            @Column(value = "Conversions", meaning = "Conversions credited to it, in proportion to what would be lost.")
            double conversions,

            @Column(value = "Value", meaning = "Money credited to it likewise; blank if no values are given.")
            Cell value) {}

    @Override
    public Table<Line> value() {
        Journeys journeys = Journeys.of(paths.cells().stream().map(Cell::shown).toList(), separator);
        double[] converted = PathTotals.of(conversions, paths, "conversions");
        Optional<double[]> won = values.map(given -> PathTotals.of(given, paths, "values"));
        double[] lost = nonConversions
                .map(given -> PathTotals.of(given, paths, "non_conversions"))
                .orElse(new double[paths.count()]);
        double all = Sums.of(converted);
        if (all == 0) {
            throw CellError.DIV0.because("There are no conversions, so none can be lost: give at least one.");
        }
        double[] effects = RemovalEffects.of(journeys, converted, lost, order, collapse);
        double allEffects = Sums.of(effects);
        return Table.of(
                Line.class,
                IntStream.range(0, effects.length)
                        .mapToObj(channel -> new Line(
                                journeys.channels().get(channel),
                                effects[channel],
                                all * effects[channel] / allEffects,
                                won.map(money -> Cell.of(Sums.of(money) * effects[channel] / allEffects))
                                        .orElse(Cell.blank())))
                        .toList());
    }
}
