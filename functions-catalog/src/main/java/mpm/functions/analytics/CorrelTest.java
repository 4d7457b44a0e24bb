package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.CorrelationTest;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Probabilities;

/**
 * Where Kendall's τ is 1 or −1 the p is the exact one of R and scipy, not 0 as the text of the specification has it: few pairs
 * agree by chance quite often.
 */
@WorksheetFunction(
        name = "CORREL.TEST",
        question =
                "Do these two series move together, and is it more than chance once I allow for the fact that both drift slowly?",
        stage = MEASURE,
        caution = "For series in time read p_eff, not p. Correlation is no cause.",
        method =
                "Student's t of Pearson's coefficient, or of the ranks', or Kendall's exact test; the interval by Fisher's transformation. n_eff is n(1 - q)/(1 + q), q the product of both lag-1 autocorrelations.",
        source =
                "Dawdy and Matalas, 1964; Bretherton and others, Journal of Climate 12, 1999; Bonett and Wright, Psychometrika 65, 2000.",
        related = {"CORREL", "CORREL.LAG", "LEADLAG"})
@Example(
        formula =
                "=MPM.CORREL.TEST({10,12,9,14,15,13,17,18,16,20,21,19}, {100,104,110,101,118,123,115,131,137,128,147,150})",
        shows =
                "{\"r\",\"n\",\"Stat\",\"df\",\"p\",\"Low\",\"High\",\"n_eff\",\"p_eff\";"
                        + "0.7908834387,12,4.0868115003,10,0.0021903389062,0.3973220364,0.9387131953,5.4770384152,0.083228469737}",
        because = "Both rise all year: twelve months are worth five and a half, and p_eff says that chance can do it.")
@Example(
        formula =
                "=MPM.CORREL.TEST({10,12,9,14,15,13,17,18,16,20,21,19}, {100,104,110,101,118,123,115,131,137,128,147,150},"
                        + " \"KENDALL\", , FALSE)",
        shows = "{0.5757575758,12,2.605756829,\"\",0.0087577327508,0.1954626469,0.8055335261,\"\",\"\"}")
@Example(formula = "=MPM.CORREL.TEST({1;2}, {3;5})", shows = "#NUM!", because = "Two months say nothing about chance.")
public record CorrelTest(
        @Argument("One series, such as leads a month.") Series x,

        @Argument("The other series, such as revenue a month.")
        Series y,

        @Argument(value = "PEARSON for a straight line, SPEARMAN or KENDALL for ranks.", otherwise = "PEARSON")
        CorrelationMethod method,

        @Argument(value = "How sure the range Low to High is to hold r.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<CorrelTest.Line>> {

    /** The one row. */
    public record Line(
            @Column(value = "r", meaning = "Coefficient of correlation, -1 to 1.")
            double r,

            @Column(value = "n", meaning = "How many pairs there are.")
            int n,

            @Column(value = "Stat", meaning = "Student's t; Kendall's z.")
            Cell statistic,

            @Column(value = "df", meaning = "Degrees of freedom of t.")
            Cell df,

            @Column(value = "p", meaning = "Chance of such an r if the values were independent.")
            double p,

            @Column(value = "Low", meaning = "Lower end of the range in which r probably lies.")
            Cell low,

            @Column(value = "High", meaning = "Upper end of that range.")
            Cell high,

            @Column(value = "n_eff", meaning = "How many independent pairs the drifting series are worth.")
            Cell effectiveN,

            @Column(value = "p_eff", meaning = "Chance of such an r that allows for the drift.")
            Cell effectiveP) {}

    @Override
    public Table<Line> value() {
        Pairs pairs = Pairs.of(x, y);
        Probabilities.require("confidence", confidence);
        CorrelationTest test = CorrelationTest.of(pairs, method);
        // Kendall's test knows no effective number of pairs.
        boolean hasEffectiveN = method != CorrelationMethod.KENDALL;
        return Table.of(
                Line.class,
                List.of(new Line(
                        test.r(),
                        test.n(),
                        Cell.computed(test::statistic),
                        test.df().isPresent() ? Cell.of(test.df().getAsInt()) : Cell.blank(),
                        test.p(),
                        Cell.computed(() -> test.interval(confidence).low()),
                        Cell.computed(() -> test.interval(confidence).high()),
                        hasEffectiveN ? Cell.computed(() -> test.effectiveN().orElseThrow()) : Cell.blank(),
                        hasEffectiveN ? Cell.computed(() -> test.effectiveP().orElseThrow()) : Cell.blank())));
    }
}
