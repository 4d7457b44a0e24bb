package mpm.functions.alignment;

import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Probabilities;

/**
 * The interval is normal, with the variance of a difference of two shares of one sample.
 *
 * <p>Source: F. F. Reichheld, "The One Number You Need to Grow", <i>Harvard Business Review</i>, December 2003.
 */
@WorksheetFunction(
        name = "NPS",
        question = "How likely are customers to recommend us, and how exact is that?",
        stage = MEASURE,
        method = "The share of nines and tens less the share of zeros to sixes; the interval follows from the "
                + "variance of that difference.",
        source = "Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003.",
        caution = "The interval is poor below about 30 answers; if all are promoters it has no width at all.",
        related = "OPPORTUNITY")
@Example(
        formula = "=MPM.NPS({9,10,8,6,0})",
        shows = "{\"NPS\",\"Promoters\",\"Passives\",\"Detractors\",\"n\",\"Low\",\"High\";"
                + "0,2,1,2,5,-78.39855938,78.39855938}",
        because = "Five answers say next to nothing.")
@Example(
        formula = "=MPM.NPS({10;9;9;8;\"no answer\";10}, 0.8, FALSE)",
        shows = "{80,4,1,0,5,57.07490866,100}",
        because = "Text is no answer; the interval ends at 100.")
@Example(formula = "=MPM.NPS({9,11})", shows = "#NUM!", because = "Answers run from 0 to 10.")
public record Nps(
        @Argument(value = "The answers, whole numbers from 0 to 10.", ignores = TEXT)
        Series scores,

        @Argument(value = "How often the interval holds the true score, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Alignment, Computed<Table<Nps.Line>> {

    private static final double PROMOTER = 9;
    private static final double DETRACTOR = 6;

    /** The score. */
    public record Line(
            @Column(value = "NPS", meaning = "Promoters less detractors in percent of all, -100 to 100.")
            double nps,

            @Column(value = "Promoters", meaning = "How many answered 9 or 10.")
            int promoters,

            @Column(value = "Passives", meaning = "How many answered 7 or 8.")
            int passives,

            @Column(value = "Detractors", meaning = "How many answered 0 to 6.")
            int detractors,

            @Column(value = "n", meaning = "How many answered.")
            int n,

            @Column(value = "Low", meaning = "Lower limit of the score.")
            double low,

            @Column(value = "High", meaning = "Upper limit of the score.")
            double high) {}

    @Override
    public Table<Line> value() {
        double[] answers = scores.numbers();
        if (answers.length == 0) {
            throw CellError.NA.because("There is no answer: give at least one.");
        }
        if (Arrays.stream(answers).anyMatch(answer -> answer < 0 || answer > 10 || answer != Math.rint(answer))) {
            throw CellError.NUM.because("An answer is no whole number from 0 to 10.");
        }
        Probabilities.require("confidence", confidence);
        int n = answers.length;
        int promoters = count(answers, answer -> answer >= PROMOTER);
        int detractors = count(answers, answer -> answer <= DETRACTOR);
        double nps = 100.0 * (promoters - detractors) / n;
        double lead = (double) (promoters - detractors) / n;
        double variance = ((double) (promoters + detractors) / n - lead * lead) / n;
        double half = 100 * Normal.quantile((1 + confidence) / 2) * Math.sqrt(variance);
        return Table.of(
                Line.class,
                List.of(new Line(
                        nps,
                        promoters,
                        n - promoters - detractors,
                        detractors,
                        n,
                        Math.max(-100, nps - half),
                        Math.min(100, nps + half))));
    }

    private static int count(double[] answers, DoublePredicate which) {
        return (int) Arrays.stream(answers).filter(which).count();
    }
}
