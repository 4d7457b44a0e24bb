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
import mpm.method.attribution.CreditRule;
import mpm.method.attribution.Journeys;
import mpm.method.attribution.Milestone;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "ATTRIBUTE",
        question = "Which channels get credit for the conversions under a given rule?",
        stage = MEASURE,
        method = "Every path gives each of its touches a weight by the chosen rule; the weights of a path add "
                + "up to 1 and share out its conversions.",
        source = "The position-based rules of Marketo Measure (Bizible); Google Analytics' attribution models.",
        caution = "A rule for sharing credit, not evidence that a channel caused the sale.",
        related = {"ATTRIBUTE.MARKOV", "ATTRIBUTE.SHAPLEY"})
@Example(
        formula =
                "=MPM.ATTRIBUTE({\"Search > Email\";\"Social > Search\";\"Events > Email > Search\"}, {30;20;12}, {1500000;1000000;600000})",
        shows =
                "{\"Channel\",\"Conversions\",\"Value\",\"Share\";\"Search\",29,1450000,0.4677419355;\"Email\",19,950000,0.3064516129;\"Social\",10,500000,0.1612903226;\"Events\",4,200000,0.06451612903}",
        because = "Each path's conversions are shared equally among its touches.")
@Example(
        formula = "=MPM.ATTRIBUTE({\"Events[LC] > Content > Email[OC]\"}, 10, , \"WSHAPE\")",
        shows =
                "{\"Channel\",\"Conversions\",\"Value\",\"Share\";\"Events\",6,\"\",0.6;\"Content\",1,\"\",0.1;\"Email\",3,\"\",0.3}",
        because = "Events was the first touch and made the lead.")
@Example(
        formula = "=MPM.ATTRIBUTE({\"Events@14 > Content@7 > Email@0\"}, 7, , \"DECAY\", 7)",
        shows =
                "{\"Channel\",\"Conversions\",\"Value\",\"Share\";\"Events\",1,\"\",0.1428571429;\"Content\",2,\"\",0.2857142857;\"Email\",4,\"\",0.5714285714}",
        because = "A week further back counts half.")
@Example(
        formula = "=MPM.ATTRIBUTE({\"Events@14 > Email\"}, 10, , \"DECAY\")",
        shows = "#VALUE!",
        because = "Only one of the touches has an age.")
public record Attribute(
        @Argument("One path of touches in each cell, such as Search > Email > Events.")
        CellSeries paths,

        @Argument(value = "Conversions of each path.", refuses = TEXT)
        Series conversions,

        @Argument(value = "Money won on each path.", refuses = TEXT)
        Optional<Series> values,

        @Argument(
                value =
                        "FIRST, LAST, LASTNONDIRECT, LINEAR, USHAPE, WSHAPE, FULLPATH or DECAY: how touches share credit.",
                otherwise = "LINEAR")
        Model model,

        @Argument(
                "USHAPE: the weight of either end (0.4). DECAY: the half-life in days (7). LASTNONDIRECT: the direct channel"
                        + " (direct).")
        Optional<Cell> param,

        @Argument(value = "What stands between two touches.", otherwise = "\" > \"")
        String separator)
        implements Analytics, Computed<Table<Attribute.Line>> {

    /** How the touches of a path share its conversions. */
    public enum Model {
        FIRST,
        LAST,
        LASTNONDIRECT,
        LINEAR,
        USHAPE,
        WSHAPE,
        FULLPATH,
        DECAY
    }

    /** What a channel is credited with. */
    public record Line(
            @Column(value = "Channel", meaning = "The channel, as first written.")
            String channel,

            @Column(value = "Conversions", meaning = "Conversions credited to it.")
            double conversions,

            @Column(value = "Value", meaning = "Money credited to it; blank if no values are given.")
            Cell value,

            @Column(value = "Share", meaning = "Its part of all conversions.")
            Cell share) {}

    @Override
    public Table<Line> value() {
        CreditRule rule = rule();
        Journeys journeys = Journeys.of(paths.cells().stream().map(Cell::shown).toList(), separator);
        double[] converted = PathTotals.of(conversions, paths, "conversions");
        Optional<double[]> won = values.map(given -> PathTotals.of(given, paths, "values"));
        double[] credits = rule.credits(journeys, converted);
        Optional<double[]> money = won.map(given -> rule.credits(journeys, given));
        double all = Sums.of(converted);
        return Table.of(
                Line.class,
                IntStream.range(0, credits.length)
                        .mapToObj(channel -> new Line(
                                journeys.channels().get(channel),
                                credits[channel],
                                money.map(each -> Cell.of(each[channel])).orElse(Cell.blank()),
                                share(credits[channel], all)))
                        .toList());
    }

    private CreditRule rule() {
        return switch (model) {
            case FIRST -> CreditRule.first();
            case LAST -> CreditRule.last();
            case LASTNONDIRECT -> CreditRule.lastExcept(param.map(Cell::shown).orElse("direct"));
            case LINEAR -> CreditRule.even();
            case USHAPE -> CreditRule.ends(number(.4));
            case WSHAPE -> CreditRule.milestones(Milestone.LC, Milestone.OC);
            case FULLPATH -> CreditRule.milestones(Milestone.LC, Milestone.OC, Milestone.CW);
            case DECAY -> CreditRule.decay(number(7));
        };
    }

    private double number(double otherwise) {
        Cell given = param.orElse(Cell.of(otherwise));
        if (given instanceof Cell.Numeric number) {
            return number.value();
        }
        throw CellError.VALUE.because("param is “%s”, but %s takes a number.".formatted(given.shown(), model));
    }

    private static Cell share(double credit, double all) {
        return all == 0
                ? Cell.of(CellError.DIV0.because("There are no conversions, so there is nothing to have a share of."))
                : Cell.of(credit / all);
    }
}
