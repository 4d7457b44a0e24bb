package mpm.functions.analytics;

import static java.util.Comparator.comparingDouble;
import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.Deadline;
import mpm.method.regression.GrangerTest;
import mpm.method.statistics.CorrelationMethod;
import mpm.method.statistics.CorrelationTest;
import mpm.method.statistics.PAdjustment;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Probabilities;

/**
 * All leads of all indicators are tested as one family, so that the best of many does not flatter itself.
 *
 * <p>Source: the tests of CORREL.TEST and GRANGER, adjusted after Y. Benjamini and Y. Hochberg (1995).
 */
@WorksheetFunction(
        name = "LEADLAG",
        question = "Which of my indicators warn me early, by how many periods, and can I trust it?",
        stage = MEASURE,
        caution = "A lead that held before is neither a promise nor a cause.",
        method =
                "Every lead of every indicator is tested with n_eff, all of them adjusted together (BH). The best lead has the largest r; it must hold in both halves of the time, and Granger's test is shown beside it.",
        source = "Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995.",
        related = {"CORREL.LAG", "CORREL.TEST", "GRANGER", "PADJUST"})
@Example(
        formula =
                "=MPM.LEADLAG({\"Leads\",\"Blog posts\";812,9;705,4;1290,7;1405,6;1390,3;1060,8;1049,5;1170,9;1402,4;1284,7;"
                        + "1296,5;1177,6;845,8;733,3;1330,6;1460,9;1441,4;1098,7;1090,5;1212,8},"
                        + "{520;515;498;505;541;526;457;731;790;781;618;611;672;780;719;727;664;497;445;749}, 5, , , , FALSE)",
        shows = "{\"Leads\",5,0.9959439037,12.3887594929,3.306685564E-12,3.306685564E-11,0.0000741836019,0.9978227825,"
                + "0.9994559151,\"LEADING\";\"Blog posts\",3,-0.312339869908,17,0.222258529925,0.740861766417,"
                + "0.400878388934,-0.208822834092,-0.399874576816,\"NONE\"}",
        because = "Leads run five months ahead of revenue; blog posts lead nothing.")
@Example(
        formula =
                "=MPM.LEADLAG({\"Leads\";10;12;9;14;15;13;17;18;16;20;21;19}, {100;104;110;101;118;123;115;131;137;128;147;150}, 2, , 1)",
        shows =
                "{\"Indicator\",\"Best lead\",\"r\",\"n_eff\",\"p_eff\",\"p_adj\",\"Granger p\",\"Half-1 r\",\"Half-2 r\",\"Verdict\";"
                        + "\"Leads\",1,0.9829640861264,5.4152119182057,0.0012477005170982,0.0024954010341964,0.0000070173621906187,"
                        + "0.9937319539882,0.9908502812125,\"LEADING\"}",
        because = "Also month against month, without the common trend, leads run one month ahead.")
@Example(
        formula = "=MPM.LEADLAG({\"Leads\";10;12;9;14;15;13}, {100;104;110;101;118;123}, 6)",
        shows = "#NUM!",
        because = "Six months are too few for six leads.")
public record Leadlag(
        @Argument("One column for each indicator, with its name above; the rows are the periods of the outcome.")
        NumberTable candidates,

        @Argument("What they may announce, such as revenue a month, in the order of time.")
        Series outcome,

        @Argument(value = "How many periods ahead to look at most.", otherwise = "6")
        int maxLag,

        @Argument(value = "How many periods ahead a warning must come to be of use.", otherwise = "1")
        int minLead,

        @Argument(
                value =
                        "Compares changes over so many periods instead of the figures: 1 against a trend, 12 for months with a season.",
                otherwise = "0")
        int diff,

        @Argument(value = "The share of false finds that you accept.", otherwise = "0.05")
        double alpha)
        implements Analytics, Computed<Table<Leadlag.Line>> {

    private static final int FEWEST_PAIRS = 6;
    private static final int FEWEST_PAIRS_OF_A_HALF = 3;
    /** What one r must exceed another by: below this it is rounding. */
    private static final double TOLERANCE = 1e-12;

    /** An indicator. */
    public record Line(
            @Column(value = "Indicator", meaning = "Its name.")
            String indicator,

            @Column(value = "Best lead", meaning = "How many periods ahead it is closest to the outcome.")
            Cell bestLead,

            @Column(value = "r", meaning = "Correlation with the outcome so many periods later, -1 to 1.")
            Cell r,

            @Column(value = "n_eff", meaning = "How many independent pairs the drifting series are worth.")
            Cell effectiveN,

            @Column(value = "p_eff", meaning = "Chance of such an r that allows for the drift.")
            Cell effectiveP,

            @Column(value = "p_adj", meaning = "The same, allowing for all leads of all indicators that were tried.")
            Cell adjustedP,

            @Column(
                    value = "Granger p",
                    meaning = "Chance that its past improves the forecast of the outcome as it does.")
            Cell grangerP,

            @Column(value = "Half-1 r", meaning = "The correlation in the first half of the time.")
            Cell firstHalf,

            @Column(value = "Half-2 r", meaning = "The correlation in the second half.")
            Cell secondHalf,

            @Column(
                    value = "Verdict",
                    meaning = "LEADING; UNSTABLE if the halves disagree; WEAK if only p_eff speaks for it; else NONE.")
            String verdict) {}

    /** An indicator so many periods ahead; without a test where it has too few pairs or does not move. */
    private record Lead(int periods, Pairs pairs, Optional<CorrelationTest> test, Cell effectiveP) {

        static Lead of(Series indicator, Series outcome, int periods) {
            Pairs pairs = Pairs.lagged(indicator, outcome, periods);
            try {
                CorrelationTest test = CorrelationTest.of(pairs, CorrelationMethod.PEARSON);
                Cell effectiveP = Cell.computed(() -> test.effectiveP().orElseThrow());
                return new Lead(periods, pairs, Optional.of(test), effectiveP);
            } catch (CellException e) {
                return new Lead(periods, pairs, Optional.empty(), Cell.of(e));
            }
        }

        /** A p that cannot be computed speaks for nothing. */
        double p() {
            return effectiveP instanceof Cell.Numeric p ? p.value() : 1;
        }

        double strength() {
            return test.map(each -> Math.abs(each.r())).orElse(-1.0);
        }
    }

    /** What was found of an indicator, with what it is sorted by. */
    private record Finding(Line line, double adjustedP, double strength) {}

    @Override
    public Table<Line> value() {
        check();
        Series changes = differenced(outcome);
        List<List<Lead>> leadsOfEach = new ArrayList<>();
        for (NumberTable.Named indicator : candidates.columns()) {
            Series moved = differenced(indicator.values());
            List<Lead> leads = new ArrayList<>();
            for (int periods = minLead; periods <= maxLag; periods++) {
                Deadline.check();
                leads.add(Lead.of(moved, changes, periods));
            }
            leadsOfEach.add(leads);
        }
        double[] adjusted = PAdjustment.BH.adjusted(
                leadsOfEach.stream().flatMap(List::stream).mapToDouble(Lead::p).toArray());
        List<Finding> findings = new ArrayList<>();
        int before = 0;
        for (int place = 0; place < leadsOfEach.size(); place++) {
            List<Lead> leads = leadsOfEach.get(place);
            Lead best = best(leads);
            findings.add(finding(
                    candidates.columns().get(place), changes, best, adjusted[before + best.periods() - minLead]));
            before += leads.size();
        }
        findings.sort(comparingDouble(Finding::adjustedP)
                .thenComparing(comparingDouble(Finding::strength).reversed()));
        return Table.of(Line.class, findings.stream().map(Finding::line).toList());
    }

    private void check() {
        if (candidates.rows() != outcome.length()) {
            throw CellError.NA.because("The lengths differ: candidates has %d rows and outcome has %d cells."
                    .formatted(candidates.rows(), outcome.length()));
        }
        if (outcome.numbers().length == 0) {
            throw CellError.NA.because("The outcome holds no number: give it one for each period.");
        }
        if (minLead < 0 || minLead > maxLag) {
            throw CellError.NUM.because(
                    "The leads run from %d to %d: give 0 ≤ min_lead ≤ max_lag.".formatted(minLead, maxLag));
        }
        if (diff < 0) {
            throw CellError.NUM.because(
                    "diff is %d: give 0 for none, 1 for changes, 12 for those against last year.".formatted(diff));
        }
        Probabilities.require("alpha", alpha);
        if ((long) outcome.length() - diff - maxLag < FEWEST_PAIRS) {
            throw CellError.NUM.because(
                    "%d periods are too few: after differences and the longest lead at least 6 pairs must remain."
                            .formatted(outcome.length()));
        }
    }

    /** The change of each figure against the one {@link #diff} periods before; a gap makes gaps. */
    private Series differenced(Series series) {
        double[] changes = new double[series.length() - diff];
        for (int place = 0; place < changes.length; place++) {
            changes[place] = series.value(place + diff) - (diff == 0 ? 0 : series.value(place));
        }
        return Series.column(changes);
    }

    private static Lead best(List<Lead> leads) {
        Lead best = leads.get(0);
        for (Lead lead : leads) {
            if (lead.strength() > best.strength() + TOLERANCE) {
                best = lead;
            }
        }
        return best;
    }

    private Finding finding(NumberTable.Named indicator, Series changes, Lead best, double adjustedP) {
        if (best.test().isEmpty()) {
            return new Finding(unusable(indicator.caption()), Double.POSITIVE_INFINITY, 0);
        }
        CorrelationTest test = best.test().get();
        int middle = best.pairs().count() / 2;
        Cell first = half(best.pairs().between(0, middle));
        Cell second = half(best.pairs().between(middle, best.pairs().count()));
        Line line = new Line(
                indicator.caption(),
                Cell.of(best.periods()),
                Cell.of(test.r()),
                Cell.computed(() -> test.effectiveN().orElseThrow()),
                best.effectiveP(),
                Cell.of(adjustedP),
                Cell.computed(() -> GrangerTest.of(
                                GrangerTest.history(differenced(indicator.values()), changes),
                                Math.max(best.periods(), 1))
                        .p()),
                first,
                second,
                verdict(best.p(), adjustedP, haveOneSign(first, second)));
        return new Finding(line, adjustedP, best.strength());
    }

    private static Line unusable(String indicator) {
        Cell none = Cell.of(CellError.NA.because("No lead of this indicator has 3 pairs of figures that vary."));
        Cell r = Cell.of(CellError.DIV0.because("No lead of this indicator has 3 pairs of figures that vary."));
        return new Line(indicator, Cell.blank(), r, Cell.blank(), none, none, none, none, none, "NONE");
    }

    private static Cell half(Pairs pairs) {
        Cell r = pairs.count() < FEWEST_PAIRS_OF_A_HALF
                ? Cell.blank()
                : Cell.computed(() -> CorrelationMethod.PEARSON.coefficient(pairs));
        return r instanceof Cell.Numeric
                ? r
                : Cell.of(CellError.NA.because("This half has fewer than 3 pairs, or figures that do not vary."));
    }

    private static boolean haveOneSign(Cell first, Cell second) {
        return first instanceof Cell.Numeric one
                && second instanceof Cell.Numeric other
                && one.value() * other.value() > 0;
    }

    private String verdict(double effectiveP, double adjustedP, boolean isStable) {
        if (adjustedP <= alpha) {
            return isStable ? "LEADING" : "UNSTABLE";
        }
        return effectiveP <= alpha ? "WEAK" : "NONE";
    }
}
