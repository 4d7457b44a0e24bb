package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.WelchTest;

/** Sources: scipy {@code ttest_ind(b, a, equal_var=False)}; R {@code t.test(b, a)}. */
@WorksheetFunction(
        name = "ABTEST.MEANS",
        question = "Do two groups differ in their average (order value, time)?",
        stage = MEASURE,
        method = "Welch's t test, which lets the groups spread differently; g is the difference in pooled "
                + "standard deviations, corrected for small groups.",
        source = "Welch, Biometrika 34, 1947; Hedges, Journal of Educational Statistics 6, 1981.",
        caution = "One large order can make a mean: look at the values too before a difference is believed.",
        related = "ABTEST")
@Example(
        formula = "=MPM.ABTEST.MEANS({48000,51000,47000,52000,50000}, {55000,61000,52000,58000,57000})",
        shows =
                "{\"Mean A\",\"Mean B\",\"Difference\",\"t\",\"df\",\"p\",\"Low\",\"High\",\"Hedges g\";49600,56600,7000,3.96296962,6.659187303,0.006017460568,2779.513849,11220.48615,2.263847021}",
        because = "Deals after the new proposal are larger by 7,000 on the mean.")
@Example(
        formula = "=MPM.ABTEST.MEANS({4;5;6;5;3}, {5;7;8;6;9;\"\"}, 0.9, FALSE)",
        shows = "{4.6,7,2.4,2.752988806,7.274559194,0.02732928126,0.7576752475,4.042324753,1.572645291}")
@Example(formula = "=MPM.ABTEST.MEANS({2;3}, {1})", shows = "#NUM!", because = "One value has no spread.")
public record AbTestMeans(
        @Argument("The values of group A.") Series a,
        @Argument("The values of group B.") Series b,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<AbTestMeans.Line>> {

    /** What the test says. */
    public record Line(
            @Column(value = "Mean A", meaning = "Mean of group A.")
            double meanA,

            @Column(value = "Mean B", meaning = "Mean of group B.")
            double meanB,

            @Column(value = "Difference", meaning = "Mean B less mean A.")
            double difference,

            @Column(value = "t", meaning = "The difference in standard errors (Welch).")
            double t,

            @Column(value = "df", meaning = "Degrees of freedom.")
            double df,

            @Column(value = "p", meaning = "Chance of such a difference if the groups were equal.")
            double p,

            @Column(value = "Low", meaning = "Lower limit of the difference.")
            double low,

            @Column(value = "High", meaning = "Upper limit of the difference.")
            double high,

            @Column(value = "Hedges g", meaning = "The difference in standard deviations: .2 is small, .8 large.")
            double hedgesG) {}

    @Override
    public Table<Line> value() {
        WelchTest test = WelchTest.of(a.numbers(), b.numbers());
        Probabilities.require("confidence", confidence);
        Interval interval = test.interval(confidence);
        return Table.of(
                Line.class,
                List.of(new Line(
                        test.meanA(),
                        test.meanB(),
                        test.difference(),
                        test.t(),
                        test.df(),
                        test.p(),
                        interval.low(),
                        interval.high(),
                        test.hedgesG())));
    }
}
