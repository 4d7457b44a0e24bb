package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Table;
import mpm.method.statistics.Normal;
import mpm.method.statistics.PAdjustment;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.Sums;
import mpm.method.statistics.WelchTest;

/** The adjustment by what was before (CUPED): A. Deng, Y. Xu, R. Kohavi and T. Walker, WSDM (2013). */
@WorksheetFunction(
        name = "UPLIFT",
        question = "What did the campaign add over the held-out control group?",
        stage = MEASURE,
        method = "Mean outcome of the treated less that of those held out, by group, with Welch's interval. With "
                + "a column Pre, what a straight line through it explains is taken out first.",
        source = "Deng, Xu, Kohavi and Walker, Improving the Sensitivity of Online Controlled Experiments "
                + "(CUPED), 2013.",
        caution =
                "Causal only if the control group was drawn at random. An SRM p below .001 means that the split is broken:"
                        + " do not use the result.",
        related = {"ABTEST.MEANS", "ABTEST"})
@Example(
        formula = "=MPM.UPLIFT({\"Treated\",\"Outcome\",\"Cost\";1,12,2;1,15,2;1,11,2;0,9,\"\";0,10,\"\";0,8,\"\"})",
        shows =
                "{\"Segment\",\"n treated\",\"n control\",\"Mean treated\",\"Mean control\",\"Effect\",\"Low\",\"High\",\"p\",\"p_adj\",\"Incremental\",\"iROAS\";\"ALL\",3,3,12.66666667,9,3.666666667,-0.6816299014,8.014963235,0.074143493,0.074143493,11,1.833333333;\"SRM p\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Eleven orders more for a cost of six, but three persons in a group prove little.")
@Example(
        formula =
                "=MPM.UPLIFT({\"Treated\",\"Outcome\",\"Pre\";1,12,5;1,15,7;1,11,4;0,9,5;0,10,6;0,8,4}, TRUE, 0.5, 0.9, FALSE)",
        shows =
                "{\"ALL\",3,3,12.41869919,9.24796748,3.170731707,2.424847914,3.916615501,0.001820396368,0.001820396368,9.512195122,\"\";\"SRM p\",1,\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "What they bought before explains most of the spread: the interval is far narrower.")
@Example(
        formula =
                "=MPM.UPLIFT({\"Treated\",\"Outcome\",\"Segment\";1,3,\"EMEA\";1,5,\"EMEA\";0,2,\"EMEA\";0,3,\"EMEA\";"
                        + "1,4,\"AMER\";0,4,\"AMER\"}, , , , FALSE)",
        shows =
                "{\"EMEA\",2,2,4,2.5,1.5,-5.41852283,8.41852283,0.3498855928,0.3498855928,3,\"\";\"AMER\",1,1,#NUM!,#NUM!,#NUM!,#NUM!,#NUM!,#NUM!,#NUM!,#NUM!,#NUM!;\"ALL\",3,3,4,3,1,-1.266957936,3.266957936,0.2878641347,0.2878641347,3,\"\";\"SRM p\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "One person in a group has no spread, so AMER cannot be judged.")
@Example(
        formula = "=MPM.UPLIFT({\"Treated\",\"Outcome\";2,12;0,9})",
        shows = "#VALUE!",
        because = "Treated is 1 or 0, TRUE or FALSE.")
public record Uplift(
        @Argument("One row for each person, treated or held out.")
        Rows<Person> people,

        @Argument(
                value = "TRUE takes out what the outcome before explains, if there is a column Pre.",
                otherwise = "TRUE")
        boolean cuped,

        @Argument("The share that was to be treated, to check the split.")
        Optional<Double> share,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<Uplift.Line>> {

    /** With fewer a slope explains nothing. */
    private static final int FEWEST_BEFORE = 3;

    /** A person. */
    public record Person(
            @Column(
                    value = "Treated",
                    meaning = "1 or TRUE if the campaign reached them, 0 or FALSE if they were held out.")
            Cell treated,

            @Column(value = "Outcome", meaning = "What they did, such as orders or revenue.")
            Optional<Double> outcome,

            @Column(value = "Pre", meaning = "The same before the campaign.", optional = true)
            Optional<Double> pre,

            @Column(value = "Segment", meaning = "The group for which the effect is told apart.", optional = true)
            Cell segment,

            @Column(value = "Cost", meaning = "What treating them cost.", optional = true)
            Optional<Double> cost) {}

    /** The effect in a group. */
    public record Line(
            @Column(value = "Segment", meaning = "The group, or ALL.")
            Cell segment,

            @Column(value = "n treated", meaning = "How many were treated.")
            int treated,

            @Column(value = "n control", meaning = "How many were held out.")
            int control,

            @Column(value = "Mean treated", meaning = "Mean outcome of the treated.")
            Cell meanTreated,

            @Column(value = "Mean control", meaning = "Mean outcome of those held out.")
            Cell meanControl,

            @Column(value = "Effect", meaning = "What the campaign added for each person treated.")
            Cell effect,

            @Column(value = "Low", meaning = "Lower limit of the effect.")
            Cell low,

            @Column(value = "High", meaning = "Upper limit of the effect.")
            Cell high,

            @Column(value = "p", meaning = "Chance of such an effect if the campaign did nothing.")
            Cell p,

            @Column(value = "p_adj", meaning = "The same, corrected for looking at several segments.")
            Cell pAdjusted,

            @Column(value = "Incremental", meaning = "The effect times the persons treated.")
            Cell incremental,

            @Column(value = "iROAS", meaning = "Incremental for each unit of cost; blank without costs.")
            Cell iRoas) {

        private Line withAdjusted(double p) {
            return new Line(
                    segment,
                    treated,
                    control,
                    meanTreated,
                    meanControl,
                    effect,
                    low,
                    high,
                    this.p,
                    Cell.of(p),
                    incremental,
                    iRoas);
        }
    }

    /** A person who counts. */
    private record Counted(boolean isTreated, double outcome, Optional<Double> pre, String segment, double cost) {}

    @Override
    public Table<Line> value() {
        List<Counted> all =
                people.stream().flatMap(row -> counted(row).stream()).toList();
        if (all.isEmpty()) {
            throw CellError.NA.because("No row has both Treated and Outcome: fill them in.");
        }
        Probabilities.require("confidence", confidence);
        share.ifPresent(part -> Probabilities.require("share", part));
        List<Line> lines = new ArrayList<>();
        if (people.has("Segment")) {
            lines.addAll(segments(all));
        }
        lines.add(line("ALL", all));
        return Table.of(Line.class, lines)
                .footer("SRM p", share.map(part -> splitP(all, part)).orElse(Cell.blank()));
    }

    private static Optional<Counted> counted(Row<Person> row) {
        Person person = row.value();
        Optional<Boolean> treated = Flag.of(row, "Treated", person.treated());
        return person.outcome()
                .filter(outcome -> treated.isPresent())
                .map(outcome -> new Counted(
                        treated.orElseThrow(),
                        outcome,
                        person.pre(),
                        person.segment().isBlank()
                                ? "(blank)"
                                : person.segment().shown().strip(),
                        person.cost().orElse(0.0)));
    }

    private List<Line> segments(List<Counted> all) {
        List<Line> lines = Labels.groups(all, each -> Optional.of(each.segment())).stream()
                .map(segment -> line(segment.label(), segment.members()))
                .toList();
        double[] adjusted = PAdjustment.HOLM.adjusted(lines.stream()
                .map(Line::p)
                .filter(Cell.Numeric.class::isInstance)
                .mapToDouble(p -> ((Cell.Numeric) p).value())
                .toArray());
        List<Line> result = new ArrayList<>();
        int place = 0;
        for (Line line : lines) {
            result.add(line.p() instanceof Cell.Numeric ? line.withAdjusted(adjusted[place++]) : line);
        }
        return result;
    }

    private Line line(String segment, List<Counted> group) {
        List<Counted> adjusted = cuped ? withoutWhatWasBefore(group) : group;
        double[] treated = outcomes(adjusted, true);
        double[] control = outcomes(adjusted, false);
        try {
            WelchTest test = WelchTest.of(control, treated);
            double incremental = test.difference() * treated.length;
            Cell p = Cell.computed(test::p);
            return new Line(
                    Cell.of(segment),
                    treated.length,
                    control.length,
                    Cell.of(test.meanB()),
                    Cell.of(test.meanA()),
                    Cell.of(test.difference()),
                    Cell.computed(() -> test.interval(confidence).low()),
                    Cell.computed(() -> test.interval(confidence).high()),
                    p,
                    p,
                    Cell.of(incremental),
                    people.has("Cost") ? perCost(incremental, group) : Cell.blank());
        } catch (CellException e) {
            Cell failure = Cell.of(e);
            return new Line(
                    Cell.of(segment),
                    treated.length,
                    control.length,
                    failure,
                    failure,
                    failure,
                    failure,
                    failure,
                    failure,
                    failure,
                    failure,
                    failure);
        }
    }

    /** The outcomes less what a straight line through those known from before explains of them. */
    private static List<Counted> withoutWhatWasBefore(List<Counted> group) {
        List<Counted> known =
                group.stream().filter(each -> each.pre().isPresent()).toList();
        if (known.size() < FEWEST_BEFORE) {
            return group;
        }
        double meanBefore = mean(known, each -> each.pre().orElseThrow());
        double meanOutcome = mean(known, Counted::outcome);
        double together = mean(known, each -> (each.pre().orElseThrow() - meanBefore) * (each.outcome() - meanOutcome));
        double spread = Sums.ofSquaredDeviations(known.stream()
                        .mapToDouble(each -> each.pre().orElseThrow())
                        .toArray())
                / known.size();
        double slope = spread == 0 ? 0 : together / spread;
        return group.stream()
                .map(each -> new Counted(
                        each.isTreated(),
                        each.outcome()
                                - each.pre()
                                        .map(before -> slope * (before - meanBefore))
                                        .orElse(0.0),
                        each.pre(),
                        each.segment(),
                        each.cost()))
                .toList();
    }

    private static double mean(List<Counted> group, ToDoubleFunction<Counted> figure) {
        return Sums.mean(group.stream().mapToDouble(figure).toArray());
    }

    private static double[] outcomes(List<Counted> group, boolean treated) {
        return group.stream()
                .filter(each -> each.isTreated() == treated)
                .mapToDouble(Counted::outcome)
                .toArray();
    }

    private static Cell perCost(double incremental, List<Counted> group) {
        double cost = Sums.of(group.stream()
                .filter(Counted::isTreated)
                .mapToDouble(Counted::cost)
                .toArray());
        return cost == 0
                ? Cell.of(CellError.DIV0.because("Treating them cost nothing, so there is no return on it."))
                : Cell.of(incremental / cost);
    }

    /** How likely such a split is if each person was to be treated with this probability. */
    private static Cell splitP(List<Counted> all, double part) {
        double expected = part * all.size();
        long treated = all.stream().filter(Counted::isTreated).count();
        return Cell.of(Normal.twoSidedTail((treated - expected) / Math.sqrt(expected * (1 - part))));
    }
}
