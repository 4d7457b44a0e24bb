package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.random.PermutationTest;
import mpm.method.statistics.CorrelationTest;
import mpm.method.statistics.Pairs;

/** Sources: G. J. Székely, M. L. Rizzo and N. K. Bakirov, <i>Annals of Statistics</i> 35 (2007); R energy::dcor. */
@WorksheetFunction(
        name = "DEPENDENCE",
        question = "Is there any relation, even a curved one?",
        stage = MEASURE,
        method = "Rank and distance correlation are held against 999 random orders of the second series; the "
                + "cross-correlation is searched over the lags.",
        source = "Székely, Rizzo and Bakirov, Annals of Statistics 35, 2007.",
        caution = "The permutation assumes independent rows: for autocorrelated series read p_eff of a correlation test"
                + " instead.",
        related = {"CORREL.LAG", "ELASTICITY"})
@Example(
        formula = "=MPM.DEPENDENCE({-5;-4;-3;-2;-1;0;1;2;3;4;5}, {25;16.1;9.2;4.3;1.4;0.5;1.6;4.7;9.8;16.9;26})",
        shows =
                "{\"n\",\"Spearman\",\"p\",\"dCor\",\"dCor p\",\"Max CCF\",\"Lag\";11,0.1363636364,0.658,0.5088212528,0.281,0.5152725122,3}",
        because = "A valley: ranks see next to nothing, distances see more.")
@Example(
        formula = "=MPM.DEPENDENCE({12,15,11,18,21,19,25,24}, {60,66,58,75,80,79,93,90}, 2, 7, FALSE)",
        shows = "{8,1,0.001,0.9937927307,0.001,0.9953644518,0}",
        because = "Trials and visits rise together, in the same week.")
@Example(formula = "=MPM.DEPENDENCE({1;2;3}, {1;2;4})", shows = "#NUM!", because = "Three pairs are too few.")
public record Dependence(
        @Argument("The series that may lead, such as spend a week.")
        Series x,

        @Argument("The series that may follow, such as trials a week.")
        Series y,

        @Argument("How many periods to shift at most, up to the pairs less 3; left out: 6, or what there is.")
        Optional<Integer> maxLag,

        @Argument(value = "Another whole number gives other permutations.", otherwise = "1")
        int seed)
        implements Analytics, Computed<Table<Dependence.Line>> {

    private static final int FEWEST = 8;
    private static final int MOST = 500;
    private static final int USUAL_LAG = 6;
    private static final double ROUNDING = 1e-12;

    /** What binds the two series. */
    public record Line(
            @Column(value = "n", meaning = "How many pairs there are.")
            int n,

            @Column(value = "Spearman", meaning = "Correlation of the ranks, -1 to 1.")
            double spearman,

            @Column(value = "p", meaning = "Chance of such a rank correlation if the rows were independent.")
            double p,

            @Column(value = "dCor", meaning = "Distance correlation, 0 to 1: 0 only without any relation.")
            double distance,

            @Column(value = "dCor p", meaning = "Chance of such a distance correlation if the rows were independent.")
            double distanceP,

            @Column(value = "Max CCF", meaning = "The largest cross-correlation, with its sign.")
            double crossCorrelation,

            @Column(value = "Lag", meaning = "Periods by which x is ahead there; negative where y is ahead.")
            int lag) {}

    @Override
    public Table<Line> value() {
        Pairs pairs = Pairs.of(x, y);
        int n = pairs.count();
        if (n < FEWEST || n > MOST) {
            throw CellError.NUM.because("There are %d pairs of numbers: give %d to %d.".formatted(n, FEWEST, MOST));
        }
        int most = maxLag.orElse(Math.min(USUAL_LAG, n - 3));
        if (most < 0 || most > n - 3) {
            throw CellError.NUM.because("max_lag is %d, but %d pairs allow 0 to %d.".formatted(most, n, n - 3));
        }
        PermutationTest test = PermutationTest.of(pairs, seed);
        Series kept = Series.column(pairs.x());
        Series partners = Series.column(pairs.y());
        int best = 0;
        double largest = crossCorrelation(kept, partners, 0);
        for (int lag = 1; lag <= most; lag++) {
            for (int signed : new int[] {lag, -lag}) {
                double r = crossCorrelation(kept, partners, signed);
                if (Math.abs(r) > Math.abs(largest) + ROUNDING) {
                    largest = r;
                    best = signed;
                }
            }
        }
        return Table.of(
                Line.class,
                List.of(new Line(
                        n,
                        test.spearman(),
                        test.spearmanP(),
                        test.distanceCorrelation(),
                        test.distanceP(),
                        largest,
                        best)));
    }

    private static double crossCorrelation(Series x, Series y, int lag) {
        return CorrelationTest.ofCrossCorrelation(x, y, lag).r();
    }
}
