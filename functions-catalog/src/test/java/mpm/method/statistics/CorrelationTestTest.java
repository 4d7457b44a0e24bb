package mpm.method.statistics;

import static mpm.method.statistics.CorrelationMethod.KENDALL;
import static mpm.method.statistics.CorrelationMethod.PEARSON;
import static mpm.method.statistics.CorrelationMethod.SPEARMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.cell.Shape;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationTestTest {

    private static final double GAP = Double.NaN;
    private static final Series X = Series.column(10, 12, 9, 14, 15, 13, 17, 18, 16, 20, 21, 19);
    private static final Series Y = Series.column(100, 104, 110, 101, 118, 123, 115, 131, 137, 128, 147, 150);

    @Test
    void pearsonIsThatOfTheSpecification() {
        CorrelationTest test = CorrelationTest.of(Pairs.of(X, Y), PEARSON);

        assertThat(test.r()).isCloseTo(.7908834386737584, within(1e-14));
        assertThat(test.n()).isEqualTo(12);
        assertThat(test.statistic()).isCloseTo(4.086811500270244, within(1e-12));
        assertThat(test.df()).hasValue(10);
        assertThat(test.p()).isCloseTo(.0021903389061531464, within(1e-14));
        assertThat(test.interval(.95).low()).isCloseTo(.3973220364175017, within(1e-12));
        assertThat(test.interval(.95).high()).isCloseTo(.9387131952906534, within(1e-12));
        assertThat(test.effectiveN().getAsDouble()).isCloseTo(5.47703841516272, within(1e-12));
        assertThat(test.effectiveP().getAsDouble()).isCloseTo(.08322846973701506, within(1e-12));
    }

    @Test
    void spearmanIsThatOfTheSpecification() {
        CorrelationTest test = CorrelationTest.of(Pairs.of(X, Y), SPEARMAN);

        assertThat(test.r()).isCloseTo(.7902097902097902, within(1e-14));
        assertThat(test.statistic()).isCloseTo(4.077536276151732, within(1e-12));
        assertThat(test.df()).hasValue(10);
        assertThat(test.p()).isCloseTo(.002223135409990926, within(1e-14));
        assertThat(test.interval(.95).low()).isCloseTo(.31275614423846365, within(1e-12));
        assertThat(test.interval(.95).high()).isCloseTo(.9488765558834912, within(1e-12));
        assertThat(test.effectiveN().getAsDouble()).isCloseTo(5.479217261036899, within(1e-12));
        assertThat(test.effectiveP().getAsDouble()).isCloseTo(.08357198618677465, within(1e-12));
    }

    @Test
    void kendallIsThatOfTheSpecification() {
        CorrelationTest test = CorrelationTest.of(Pairs.of(X, Y), KENDALL);

        assertThat(test.r()).isCloseTo(.5757575757575758, within(1e-14));
        assertThat(test.statistic()).isCloseTo(2.605756829030218, within(1e-12));
        assertThat(test.df()).isEmpty();
        assertThat(test.p()).isCloseTo(.008757732750788306, within(1e-14));
        assertThat(test.interval(.95).low()).isCloseTo(.1954626468778044, within(1e-12));
        assertThat(test.interval(.95).high()).isCloseTo(.8055335260943739, within(1e-12));
        assertThat(test.effectiveN()).isEmpty();
        assertThat(test.effectiveP()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-3, .6607213670886107, 9, .05270339724444875, 5.672430159031501, .1732524524376584",
        "-2, .9522128330002917, 10, 2.1532690432571e-05, 5.9579207087415895, .0035594297562577385",
        "1, .9964191417971138, 11, 5.729653995124038e-11, 5.930036822724882, 2.3013e-5"
    })
    void laggedPairsAreThoseOfTheSpecification(
            int lag, double r, int n, double p, double effectiveN, double effectiveP) {
        CorrelationTest test = CorrelationTest.of(Pairs.lagged(X, Y, lag), PEARSON);

        assertThat(test.r()).isCloseTo(r, within(1e-14));
        assertThat(test.n()).isEqualTo(n);
        assertThat(test.p()).isCloseTo(p, withinPercentage(1e-9));
        assertThat(test.effectiveN().getAsDouble()).isCloseTo(effectiveN, within(1e-12));
        assertThat(test.effectiveP().getAsDouble()).isCloseTo(effectiveP, withinPercentage(.01));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, .5561400644123299, .07563102412832941, 5.939667583029531, .2558280817409207",
        "0, .7908834386737584, .0021903389061531464, 5.47703841516272, .08322846973701506",
        "1, .859197428449057, .0007018237924697781, 5.930036822724882, .029915745867559372"
    })
    void crossCorrelationsAreThoseOfTheSpecification(
            int lag, double r, double p, double effectiveN, double effectiveP) {
        CorrelationTest test = CorrelationTest.ofCrossCorrelation(X, Y, lag);

        assertThat(test.r()).isCloseTo(r, within(1e-14));
        assertThat(test.n()).isEqualTo(12 - Math.abs(lag));
        assertThat(test.p()).isCloseTo(p, within(1e-13));
        assertThat(test.effectiveN().getAsDouble()).isCloseTo(effectiveN, within(1e-12));
        assertThat(test.effectiveP().getAsDouble()).isCloseTo(effectiveP, within(1e-12));
    }

    @Test
    void aPairWithAGapIsDroppedAfterTheShift() {
        Series x = Series.of(new Shape(1, 5), 1, GAP, 3, 4, 5);
        Series y = Series.column(10, 20, GAP, 40, 50);

        assertThat(Pairs.of(x, y).x()).containsExactly(1, 4, 5);
        assertThat(Pairs.of(x, y).y()).containsExactly(10, 40, 50);
        assertThat(Pairs.lagged(x, y, 1).x()).containsExactly(1, 3, 4);
        assertThat(Pairs.lagged(x, y, 1).y()).containsExactly(20, 40, 50);
        assertThat(Pairs.lagged(x, y, -1).x()).containsExactly(3, 5);
        assertThat(Pairs.lagged(x, y, -1).y()).containsExactly(20, 40);
        assertThat(Pairs.of(x, y).between(1, 3).x()).containsExactly(4, 5);
    }

    @Test
    void aLagBeyondTheSeriesLeavesNoPair() {
        assertThat(Pairs.lagged(X, Y, 12).count()).isZero();
        assertThat(Pairs.lagged(X, Y, Integer.MAX_VALUE).count()).isZero();
        assertThat(Pairs.lagged(X, Y, Integer.MIN_VALUE).count()).isZero();
    }

    @Test
    void seriesOfDifferentLengthsOrWithoutNumbersMakeNoPairs() {
        assertFails(CellError.NA, "lengths differ", () -> Pairs.of(X, Series.column(1, 2)));
        assertFails(CellError.NA, "Neither", () -> Pairs.of(Series.column(GAP, GAP), Series.column(GAP, GAP)));
        assertThat(Pairs.of(Series.column(GAP, GAP), Series.column(1, 2)).count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(CorrelationMethod.class)
    void twoPairsHaveACoefficientButNoTest(CorrelationMethod method) {
        Pairs two = Pairs.of(Series.column(1, 2), Series.column(7, 5));

        assertThat(method.coefficient(two)).isEqualTo(-1);
        assertFails(CellError.NUM, "fewer than 3", () -> CorrelationTest.of(two, method));
        assertFails(CellError.DIV0, "fewer than 2", () -> method.coefficient(two.between(0, 1)));
    }

    @ParameterizedTest
    @EnumSource(CorrelationMethod.class)
    void aConstantSeriesHasNoCorrelation(CorrelationMethod method) {
        // The mean of three times .1 is not .1 in doubles.
        Pairs constant = Pairs.of(Series.column(.1, .1, .1, .1), Series.column(1, 2, 3, 5));

        assertFails(CellError.DIV0, "All values", () -> method.coefficient(constant));
        assertFails(CellError.DIV0, "All values", () -> CorrelationTest.of(constant, method));
    }

    @Test
    void aPerfectRelationHasNoTAndNoDoubt() {
        CorrelationTest test =
                CorrelationTest.of(Pairs.of(Series.column(1, 2, 3, 4, 7), Series.column(.1, .2, .3, .4, .7)), PEARSON);

        assertThat(test.r()).isEqualTo(1);
        assertFails(CellError.DIV0, "perfectly", test::statistic);
        assertThat(test.p()).isZero();
        assertThat(test.effectiveP()).hasValue(0);
        assertThat(test.interval(.95)).isEqualTo(new Interval(1, 1));
    }

    @Test
    void kendallsPStaysHonestWhenAllPairsAgree() {
        CorrelationTest test =
                CorrelationTest.of(Pairs.of(Series.column(1, 2, 3, 4, 5), Series.column(1, 4, 9, 16, 25)), KENDALL);

        assertThat(test.r()).isEqualTo(1);
        // R: cor.test(1:5, (1:5)^2, method = "kendall")
        assertThat(test.p()).isCloseTo(2 / 120.0, within(1e-16));
        assertFails(CellError.DIV0, "All pairs agree", test::statistic);
        assertThat(test.interval(.95)).isEqualTo(new Interval(1, 1));
    }

    @Test
    void almostPerfectIsPerfectOnlyWithinRounding() {
        Series x = Series.column(0, 1, 2, 3);
        assertThat(PEARSON.coefficient(Pairs.of(x, Series.column(0, 1, 2, 3.00001))))
                .isLessThan(1);
        assertThat(PEARSON.coefficient(Pairs.of(x, Series.column(0, -1, -2, -3.00000001))))
                .isEqualTo(-1);
    }

    @Test
    void threePairsHaveATestButNoInterval() {
        CorrelationTest three = CorrelationTest.of(Pairs.of(Series.column(1, 2, 3), Series.column(2, 1, 5)), PEARSON);
        assertThat(three.p()).isBetween(0.0, 1.0);
        assertFails(CellError.NUM, "3 pairs are too few", () -> three.interval(.95));

        Pairs four = Pairs.of(Series.column(1, 2, 3, 4), Series.column(2, 1, 5, 4));
        assertThat(CorrelationTest.of(four, PEARSON).interval(.95).low()).isNegative();
        assertFails(
                CellError.NUM,
                "4 pairs are too few",
                () -> CorrelationTest.of(four, KENDALL).interval(.95));
    }

    @Test
    void seriesThatDriftTooSlowlyHaveNoEffectiveP() {
        double[] steps = new double[60];
        double[] others = new double[60];
        for (int i = 0; i < 60; i++) {
            steps[i] = StrictMath.sin(i * 4 * Math.PI / 59);
            others[i] = steps[i] + (i % 5) * .01;
        }
        CorrelationTest test = CorrelationTest.of(Pairs.of(Series.column(steps), Series.column(others)), PEARSON);

        assertThat(test.effectiveN().getAsDouble()).isLessThan(3);
        assertFails(CellError.NUM, "fewer than 3 independent", test::effectiveP);
        assertThat(test.p()).isLessThan(1e-50);
    }

    @Test
    void threeIndependentPairsAreEnoughForAnEffectiveP() {
        CorrelationTest three = CorrelationTest.of(Pairs.of(Series.column(1, 2, 3), Series.column(2, 1, 5)), PEARSON);

        assertThat(three.effectiveN()).hasValue(3);
        assertThat(three.effectiveP()).hasValue(three.p());
    }

    @Test
    void kendallIsExactUpToThirtyThreePairsWithoutTies() {
        CorrelationTest exact = CorrelationTest.of(shuffled(33), KENDALL);
        CorrelationTest approximate = CorrelationTest.of(shuffled(34), KENDALL);

        assertThat(exact.p()).isNotEqualTo(Normal.twoSidedTail(exact.statistic()));
        assertThat(exact.p()).isCloseTo(Normal.twoSidedTail(exact.statistic()), within(.02));
        assertThat(approximate.p()).isEqualTo(Normal.twoSidedTail(approximate.statistic()));
    }

    private static Pairs shuffled(int n) {
        return Pairs.of(
                Series.column(IntStream.range(0, n).asDoubleStream().toArray()),
                Series.column(
                        IntStream.range(0, n).mapToDouble(i -> i * 29 % 37).toArray()));
    }

    @Test
    void theEffectiveNumberIsAtMostTheNumberOfPairs() {
        CorrelationTest test =
                CorrelationTest.of(Pairs.of(Series.column(1, 9, 2, 8, 1), Series.column(1, 2, 4, 5, 6)), PEARSON);

        assertThat(test.effectiveN()).hasValue(5);
    }

    @Test
    void aCrossCorrelationNeedsEveryCell() {
        Series gap = Series.column(1, GAP, 3, 4, 5);
        Series full = Series.column(1, 3, 2, 5, 4);
        assertFails(CellError.NA, "every cell", () -> CorrelationTest.ofCrossCorrelation(gap, full, 0));
        assertFails(CellError.NA, "every cell", () -> CorrelationTest.ofCrossCorrelation(full, gap, 0));
        assertFails(CellError.NA, "lengths", () -> CorrelationTest.ofCrossCorrelation(full, X, 0));
        assertFails(CellError.NUM, "fewer than 3", () -> CorrelationTest.ofCrossCorrelation(full, full, 3));
        assertFails(
                CellError.DIV0,
                "All values",
                () -> CorrelationTest.ofCrossCorrelation(full, Series.column(2, 2, 2, 2, 2), 1));
    }

    @Test
    void aCrossCorrelationKeepsItsRWhereTheOverlapIsConstant() {
        Series x = Series.column(5, 2, 2, 2, 2);
        CorrelationTest test = CorrelationTest.ofCrossCorrelation(x, Series.column(1, 3, 2, 5, 4), -1);

        assertThat(test.r()).isBetween(-1.0, 1.0);
        assertFails(CellError.DIV0, "All values", test::effectiveN);
        assertFails(CellError.DIV0, "All values", test::effectiveP);
    }

    @Test
    void sizeAndOffsetOfTheFiguresDoNotMatter() {
        double r = PEARSON.coefficient(Pairs.of(X, Y));
        for (double scale : new double[] {1e-300, 1e-160, 1e160, 1e300}) {
            assertThat(PEARSON.coefficient(Pairs.of(times(X, scale), Y))).isCloseTo(r, within(1e-14));
        }
        Series far = Series.column(
                Arrays.stream(X.values()).map(value -> value + 1e12).toArray());
        assertThat(PEARSON.coefficient(Pairs.of(far, Y))).isCloseTo(r, within(1e-14));
    }

    @Test
    void aNegativeZeroTiesWithZero() {
        Series zeros = Series.column(-0.0, 0.0, 1, 2);
        Series others = Series.column(3, 1, 2, 4);
        Pairs same = Pairs.of(Series.column(0.0, 0.0, 1, 2), others);
        for (CorrelationMethod method : CorrelationMethod.values()) {
            assertThat(method.coefficient(Pairs.of(zeros, others))).isEqualTo(method.coefficient(same));
            assertThat(method.coefficient(Pairs.of(others, zeros))).isEqualTo(method.coefficient(same));
        }
    }

    @RepeatedTest(100)
    void kendallCountsAsTheDefinitionDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int n = 3 + random.nextInt(40);
        int values = 2 + random.nextInt(30);
        double[] x = random.ints(n, 0, values).asDoubleStream().toArray();
        double[] y = random.ints(n, 0, values).asDoubleStream().toArray();
        x[0] = -1;
        y[1] = -1;
        long balance = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double agreement = Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                balance += (long) agreement;
                untiedX += x[i] != x[j] ? 1 : 0;
                untiedY += y[i] != y[j] ? 1 : 0;
            }
        }

        assertThat(KENDALL.coefficient(Pairs.of(Series.column(x), Series.column(y))))
                .isCloseTo(balance / Math.sqrt((double) untiedX * untiedY), within(1e-15));
    }

    @Test
    void aHundredThousandPairsTakeNoTimeToSpeakOf() {
        Random random = new Random(5);
        Pairs pairs = Pairs.of(
                Series.column(random.doubles(100_000).toArray()),
                Series.column(random.doubles(100_000).toArray()));

        for (CorrelationMethod method : CorrelationMethod.values()) {
            double p = assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> CorrelationTest.of(pairs, method).p());
            assertThat(p).isBetween(1e-4, 1.0);
        }
    }

    private static Series times(Series series, double factor) {
        return Series.column(
                Arrays.stream(series.values()).map(value -> value * factor).toArray());
    }

    private static void assertFails(CellError error, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CellException.class, failure -> {
            assertThat(failure.error()).isEqualTo(error);
            assertThat(failure.reason()).contains(words);
        });
    }
}
