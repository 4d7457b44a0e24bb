package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.TwoRates;

/** Sources: statsmodels proportions_ztest and confint_proportions_2indep ("newcomb"); R's prop.test without correction. */
@WorksheetFunction(
        name = "ABTEST",
        question = "Did version B convert better than A?",
        stage = MEASURE,
        method = "Z divides the difference by its standard error at the pooled rate; FISHER adds up the tables "
                + "that are no likelier. Low to High is Newcombe's interval; P(B>A) counts with every rate equally "
                + "likely beforehand.",
        source = "Newcombe, Statistics in Medicine 17, 1998; Fisher, Statistical Methods for Research Workers, "
                + "1925.",
        caution = "Valid for one look at a planned sample size: peeking inflates false wins.",
        related = {"ABTEST.MEANS", "ABTEST.SIZE"})
@Example(
        formula = "=MPM.ABTEST(210, 10000, 260, 10000)",
        shows =
                "{\"Rate A\",\"Rate B\",\"Difference\",\"Lift %\",\"Stat\",\"p\",\"Low\",\"High\",\"P(B>A)\";0.021,0.026,0.005,0.2380952381,2.33391455,0.0196001967,0.0007986156813,0.009225424372,0.9901823179}",
        because = "The test lifted trial requests from 2.1 % to 2.6 %: hardly chance.")
@Example(
        formula = "=MPM.ABTEST(3, 20, 9, 20, \"FISHER\", 0.9, FALSE)",
        shows = "{0.15,0.45,0.3,2,4.636363636,0.08235877702,0.06116971772,0.4985642702,0.9784644991}",
        because = "With few visitors Fisher's test counts every table.")
@Example(
        formula = "=MPM.ABTEST(0, 120, 6, 118, , , FALSE)",
        shows =
                "{0,0.05084745763,0.05084745763,#DIV/0!,2.501898753,0.0123529246,0.009500808066,0.1065073511,0.9932760607}",
        because = "A converted nobody, so there is no lift to tell.")
@Example(formula = "=MPM.ABTEST(210, 200, 260, 10000)", shows = "#NUM!", because = "More converted than came.")
public record AbTest(
        @Argument("Conversions of version A.") int conversionsA,
        @Argument("Visitors who saw version A.") int visitorsA,
        @Argument("Conversions of version B.") int conversionsB,
        @Argument("Visitors who saw version B.") int visitorsB,

        @Argument(value = "Z for many visitors, FISHER exact for few.", otherwise = "Z")
        Method method,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<AbTest.Line>> {

    /** How the difference is tested. */
    public enum Method {
        Z,
        FISHER
    }

    /** What the test says. */
    public record Line(
            @Column(value = "Rate A", meaning = "Conversions of A for each visitor.")
            double rateA,

            @Column(value = "Rate B", meaning = "Conversions of B for each visitor.")
            double rateB,

            @Column(value = "Difference", meaning = "Rate B less rate A.")
            double difference,

            @Column(value = "Lift %", meaning = "The difference as a share of rate A.")
            Cell lift,

            @Column(value = "Stat", meaning = "z; with FISHER the odds of B over those of A.")
            Cell stat,

            @Column(value = "p", meaning = "Chance of such a difference if the versions were equal.")
            Cell p,

            @Column(value = "Low", meaning = "Lower limit of the difference.")
            double low,

            @Column(value = "High", meaning = "Upper limit of the difference.")
            double high,

            @Column(value = "P(B>A)", meaning = "Probability that B is truly better, nothing known beforehand.")
            double bIsHigher) {}

    @Override
    public Table<Line> value() {
        TwoRates rates = new TwoRates(conversionsA, visitorsA, conversionsB, visitorsB);
        Probabilities.require("confidence", confidence);
        Interval interval = rates.interval(confidence);
        return Table.of(
                Line.class,
                List.of(new Line(
                        rates.rateA(),
                        rates.rateB(),
                        rates.difference(),
                        lift(rates),
                        Cell.computed(method == Method.Z ? rates::z : rates::oddsRatio),
                        Cell.computed(method == Method.Z ? () -> Normal.twoSidedTail(rates.z()) : rates::fisherP),
                        interval.low(),
                        interval.high(),
                        rates.probabilityThatBIsHigher())));
    }

    private static Cell lift(TwoRates rates) {
        return rates.rateA() == 0
                ? Cell.of(CellError.DIV0.because("A converted nobody, so B has nothing to be a share of."))
                : Cell.of(rates.difference() / rates.rateA());
    }
}
