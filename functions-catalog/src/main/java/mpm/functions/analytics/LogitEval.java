package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.logistic.Discrimination;
import mpm.method.statistics.ChiSquare;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "LOGIT.EVAL",
        question = "How well do the scores separate buyers?",
        stage = MEASURE,
        method =
                "The cases are sorted by score and cut into bins; AUC, KS, Brier and the rest judge all cases together.",
        source =
                "Hosmer, Lemeshow and Sturdivant, Applied Logistic Regression, 2013; Brier, Monthly Weather Review 78, 1950.",
        caution = "Judged on the cases they were fitted to, scores look better than they are: keep some cases apart.",
        related = {"LOGIT.FIT", "LOGIT.SCORE"})
@Example(
        formula = "=MPM.LOGIT.EVAL({1;0;1;0}, {0.9;0.2;0.6;0.7}, 2)",
        shows =
                "{\"Bin\",\"n\",\"Events\",\"Rate\",\"Cumulative gain\",\"Lift\";1,2,1,0.5,0.5,1;2,2,1,0.5,1,1;\"AUC\",0.75,\"\",\"\",\"\",\"\";\"Gini\",0.5,\"\",\"\",\"\",\"\";\"KS\",0.5,\"\",\"\",\"\",\"\";\"Brier\",0.175,\"\",\"\",\"\",\"\";\"LogLoss\",0.5108256238,\"\",\"\",\"\",\"\";\"Hosmer-Lemeshow\",1.208333333,\"\",\"\",\"\",\"\";\"HL df\",0,\"\",\"\",\"\",\"\";\"HL p\",\"\",\"\",\"\",\"\",\"\"}",
        because = "In three of four pairs the buyer has the higher score.")
@Example(
        formula = "=MPM.LOGIT.EVAL({1;1;0;1;0;0;1;0;0;\"\"}, {0.9;0.8;0.7;0.7;0.5;0.4;0.3;0.2;0.1;0.6}, 3, FALSE)",
        shows =
                "{1,3,2,0.6666666667,0.5,1.5;2,3,1,0.3333333333,0.75,0.75;3,3,1,0.3333333333,1,0.75;\"AUC\",0.825,\"\",\"\",\"\",\"\";\"Gini\",0.65,\"\",\"\",\"\",\"\";\"KS\",0.55,\"\",\"\",\"\",\"\";\"Brier\",0.1755555556,\"\",\"\",\"\",\"\";\"LogLoss\",0.5139557212,\"\",\"\",\"\",\"\";\"Hosmer-Lemeshow\",1.148809524,\"\",\"\",\"\",\"\";\"HL df\",1,\"\",\"\",\"\",\"\";\"HL p\",0.2837984967,\"\",\"\",\"\",\"\"}",
        because = "The upper third holds half of the buyers.")
@Example(formula = "=MPM.LOGIT.EVAL({1;1}, {0.9;0.2}, 2)", shows = "#NUM!", because = "All of them bought.")
public record LogitEval(
        @Argument("1 for each case that became a sale, 0 for one that did not.")
        Series outcome,

        @Argument("The probability that was foretold for each case, 0 to 1.")
        Series p,

        @Argument(value = "How many bins to cut the cases into, 2 or more.", otherwise = "10")
        int bins)
        implements Analytics, Computed<Table<LogitEval.Line>> {

    /** Keeps the logarithm of a wrong certainty finite. */
    private static final double NEARLY_CERTAIN = 1e-15;

    /** A bin of cases with like scores. */
    public record Line(
            @Column(value = "Bin", meaning = "1 has the highest scores.")
            int bin,

            @Column(value = "n", meaning = "How many cases it holds.")
            int cases,

            @Column(value = "Events", meaning = "How many of them bought.")
            double events,

            @Column(value = "Rate", meaning = "Share of them that bought.")
            double rate,

            @Column(value = "Cumulative gain", meaning = "Share of all buyers in this bin and those before.")
            double gain,

            @Column(value = "Lift", meaning = "Its rate over that of all cases.")
            double lift) {}

    @Override
    public Table<Line> value() {
        Pairs pairs = Pairs.of(p, outcome);
        double[] scores = pairs.x();
        double[] outcomes = pairs.y();
        int n = outcomes.length;
        double yes = Sums.of(outcomes);
        require(
                Arrays.stream(outcomes).allMatch(each -> each == 0 || each == 1),
                "An outcome is neither 0 nor 1: mark a sale with 1.");
        require(Arrays.stream(scores).allMatch(each -> each >= 0 && each <= 1), "A p lies from 0 to 1.");
        require(yes > 0 && yes < n, "All outcomes are equal, so there is nothing to separate.");
        require(bins >= 2 && bins <= n, "bins is %d, but %d cases allow 2 to %d.".formatted(bins, n, n));
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> scores[place])
                        .reversed())
                .mapToInt(place -> place)
                .toArray();
        List<Line> lines = new ArrayList<>();
        Cell calibration = Cell.of(0);
        double reached = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int[] members = members(order, bin);
            double events = sum(outcomes, members);
            reached += events;
            lines.add(new Line(
                    bin,
                    members.length,
                    events,
                    events / members.length,
                    reached / yes,
                    events / members.length / (yes / n)));
            calibration = added(calibration, events, sum(scores, members), members.length);
        }
        double auc = Discrimination.auc(outcomes, scores);
        int df = bins - 2;
        return Table.of(Line.class, lines)
                .footer("AUC", auc)
                .footer("Gini", 2 * auc - 1)
                .footer("KS", Discrimination.ks(outcomes, scores))
                .footer("Brier", mean(n, place -> StrictMath.pow(scores[place] - outcomes[place], 2)))
                .footer("LogLoss", mean(n, place -> logLoss(outcomes[place], scores[place])))
                .footer("Hosmer-Lemeshow", calibration)
                .footer("HL df", df)
                .footer("HL p", df == 0 ? Cell.blank() : upperTail(calibration, df));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }

    /** Rank r, from 1, lies in the bin ⌈r·bins/n⌉. */
    private int[] members(int[] order, int bin) {
        long n = order.length;
        return Arrays.copyOfRange(order, (int) ((bin - 1) * n / bins), (int) (bin * n / bins));
    }

    private static double sum(double[] values, int[] places) {
        return Sums.of(IntStream.of(places).mapToDouble(place -> values[place]).toArray());
    }

    private static double mean(int n, IntToDoubleFunction figure) {
        return Sums.mean(IntStream.range(0, n).mapToDouble(figure).toArray());
    }

    private static double logLoss(double outcome, double score) {
        double clipped = Math.min(Math.max(score, NEARLY_CERTAIN), 1 - NEARLY_CERTAIN);
        return -StrictMath.log(outcome == 1 ? clipped : 1 - clipped);
    }

    /** A bin more in the sum of Hosmer and Lemeshow; a bin foretold with certainty that misses has no place in it. */
    private static Cell added(Cell sum, double events, double expected, int cases) {
        double spread = expected * (1 - expected / cases);
        if (spread == 0 && events != expected) {
            return Cell.of(
                    CellError.NUM.because("A bin was foretold with certainty and missed, so there is no statistic."));
        }
        return spread == 0 || !(sum instanceof Cell.Numeric number)
                ? sum
                : Cell.of(number.value() + (events - expected) * (events - expected) / spread);
    }

    private static Cell upperTail(Cell statistic, int df) {
        return statistic instanceof Cell.Numeric number ? Cell.of(ChiSquare.upperTail(number.value(), df)) : statistic;
    }
}
