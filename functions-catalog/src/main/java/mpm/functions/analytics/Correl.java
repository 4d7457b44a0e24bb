package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.Pairs;

/** Without a lag, and by Pearson, it is Excel's CORREL. */
@WorksheetFunction(
        name = "CORREL",
        question = "How strongly do two series move together?",
        stage = MEASURE,
        caution =
                "Moving together is no cause, and two series that drift move together by themselves: test with CORREL.TEST.",
        method =
                "y is shifted by the lag, pairs with a gap are left out, and the coefficient is that of the chosen method.",
        source = "Excel's CORREL.",
        related = {"CORREL.TEST", "CORREL.LAG", "LEADLAG"})
@Example(
        formula =
                "=MPM.CORREL({10,12,9,14,15,13,17,18,16,20,21,19}, {100,104,110,101,118,123,115,131,137,128,147,150})",
        shows = "0.7908834387",
        because = "Leads and revenue of the same month.")
@Example(
        formula =
                "=MPM.CORREL({10,12,9,14,15,13,17,18,16,20,21,19}, {100,104,110,101,118,123,115,131,137,128,147,150}, 1)",
        shows = "0.9964191418",
        because = "Leads against the revenue of the next month: much closer.")
@Example(
        formula = "=MPM.CORREL({1;2;\"\";4;5}, {1;8;30;60;130}, , \"SPEARMAN\")",
        shows = "1",
        because = "One rises whenever the other does; the month with a gap is left out.")
@Example(formula = "=MPM.CORREL({3;3;3}, {1;2;3})", shows = "#DIV/0!", because = "The first series does not move.")
public record Correl(
        @Argument("The series that may lead, such as leads a month.")
        Series x,

        @Argument("The series that may follow, such as revenue a month.")
        Series y,

        @Argument(value = "Periods by which x is ahead of y; negative where y is ahead.", otherwise = "0")
        int lag,

        @Argument(value = "PEARSON for a straight line, SPEARMAN or KENDALL for ranks.", otherwise = "PEARSON")
        CorrelationMethod method)
        implements Analytics, Computed<Double> {

    @Override
    public Double value() {
        Pairs pairs = Pairs.lagged(x, y, lag);
        if (lag != 0 && pairs.count() < 2) {
            throw CellError.NUM.because(
                    "A lag of %d leaves %d pairs of numbers: shift by less.".formatted(lag, pairs.count()));
        }
        return method.coefficient(pairs);
    }
}
