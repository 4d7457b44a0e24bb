package mpm.method.controlcharts;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.ReferenceCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart of single values, and the patterns that are no ordinary variation. */
class IndividualsChartTest {

    private static final double GAP = Double.NaN;
    private static final double[] CALM = {52, 47, 55, 49, 51, 53, 48, 50};

    static Stream<JsonNode> charts() {
        return ReferenceCases.of("control_charts")
                .filter(each -> each.get("id").asText().startsWith("xmr-"));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void limitsAreThoseOfQcc(JsonNode reference) {
        Variation variation = IndividualsChart.variation(
                Series.column(numbers(reference.get("inputs").get("x"))));
        JsonNode expected = reference.get("expected");

        assertClose(
                reference, "center", variation.centre(), expected.get("center").asDouble());
        assertClose(
                reference,
                "mean_mr",
                variation.meanRange(),
                expected.get("mean_mr").asDouble());
        assertClose(reference, "sigma", variation.sigma(), expected.get("sigma").asDouble());
        assertClose(
                reference, "ucl", variation.limits().high(), expected.get("ucl").asDouble());
        assertClose(
                reference, "lcl", variation.limits().low(), expected.get("lcl").asDouble());
        assertClose(
                reference,
                "mr_ucl",
                variation.rangeLimit(),
                expected.get("mr_ucl").asDouble());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void patternsEndWhereTheReferenceSeesThemEnd(JsonNode reference) {
        double[] x = numbers(reference.get("inputs").get("x"));
        Variation variation = IndividualsChart.variation(Series.column(x));
        JsonNode flags = reference.get("expected").get("flags_index1");
        for (RunRule rule : RunRule.values()) {
            String name = rule == RunRule.NINE_ON_ONE_SIDE ? "R2_n9" : "R" + rule.number();
            int[] expected = Arrays.stream(numbers(flags.get(name)))
                    .mapToInt(number -> (int) number - 1)
                    .toArray();
            assertThat(completions(rule, x, variation.centre(), variation.sigma()))
                    .as(name)
                    .containsExactly(expected);
        }
    }

    /** Nelson's words, read one by one on random series. */
    @ParameterizedTest
    @EnumSource
    void patternsAreThoseOfNelsonsWords(RunRule rule) {
        Random random = new Random(7);
        int hits = 0;
        for (int series = 0; series < 400; series++) {
            // Few different values, so that ties with the limits occur, and a drift, so that the long patterns do.
            int spread = 1 + series % 4;
            double drift = series % 3 == 0 ? .3 : 0;
            double scale = series % 7 == 0 ? .25 : 1;
            double[] x = IntStream.range(0, 60)
                    .mapToDouble(at -> scale * (random.nextInt(2 * spread + 1) - spread + drift * (at % 20)))
                    .toArray();
            if (series % 5 == 0) {
                for (int at = 0; at < x.length; at++) {
                    x[at] = at % 2 == 0 ? Math.abs(x[at]) + .5 : -Math.abs(x[at]) - .5;
                }
            }
            int[] expected = IntStream.range(0, x.length)
                    .filter(last -> bySayingIt(rule, x, last))
                    .toArray();
            assertThat(completions(rule, x, 0, 1)).containsExactly(expected);
            hits += expected.length;
        }
        assertThat(hits).isGreaterThan(20);
    }

    private static boolean bySayingIt(RunRule rule, double[] x, int last) {
        return switch (rule.number()) {
            case 1 -> Math.abs(x[last]) > 3;
            case 2 ->
                last >= 8
                        && (tail(x, last, 9).allMatch(v -> v > 0)
                                || tail(x, last, 9).allMatch(v -> v < 0));
            case 3 ->
                last >= 5
                        && (steps(x, last, 5).allMatch(v -> v > 0)
                                || steps(x, last, 5).allMatch(v -> v < 0));
            case 4 ->
                last >= 13
                        && IntStream.range(last - 11, last + 1)
                                .allMatch(at -> (x[at] - x[at - 1]) * (x[at - 1] - x[at - 2]) < 0);
            case 5 ->
                (x[last] > 2 && tail(x, last, 3).filter(v -> v > 2).count() >= 2)
                        || (x[last] < -2 && tail(x, last, 3).filter(v -> v < -2).count() >= 2);
            case 6 ->
                (x[last] > 1 && tail(x, last, 5).filter(v -> v > 1).count() >= 4)
                        || (x[last] < -1 && tail(x, last, 5).filter(v -> v < -1).count() >= 4);
            case 7 -> last >= 14 && tail(x, last, 15).allMatch(v -> Math.abs(v) < 1);
            default -> last >= 7 && tail(x, last, 8).allMatch(v -> Math.abs(v) > 1);
        };
    }

    private static DoubleStream tail(double[] x, int last, int count) {
        return Arrays.stream(x, Math.max(0, last - count + 1), last + 1);
    }

    private static DoubleStream steps(double[] x, int last, int count) {
        return IntStream.range(last - count + 1, last + 1).mapToDouble(at -> x[at] - x[at - 1]);
    }

    @Test
    void aGapIsSkippedAndNoRangeReachesAcrossIt() {
        List<IndividualsChart.Point> points = IndividualsChart.of(Series.column(GAP, 5, 6, GAP, 5, 6, 5, GAP));
        assertThat(points).hasSize(8);
        assertThat(points.stream().map(IndividualsChart.Point::movingRange))
                .containsExactly(GAP, GAP, 1.0, GAP, GAP, 1.0, 1.0, GAP);
        assertThat(points)
                .allSatisfy(point -> assertThat(point.variation().centre()).isCloseTo(5.4, within(1e-15)));
    }

    @Test
    void aShiftBeginsAtTheFirstOfNineAndBringsItsOwnLimits() {
        double[] shifted = {52, 47, 55, 49, 51, 53, 48, 50, 58, 57, 60, 55, 59, 58, 56, 61, 58, 57};
        List<IndividualsChart.Point> points = IndividualsChart.of(Series.column(shifted), 8, true);
        assertThat(IntStream.range(0, 18).filter(at -> points.get(at).isShift()))
                .containsExactly(8);
        assertThat(points.get(7).variation().centre()).isEqualTo(50.625);
        assertThat(points.get(8).variation().centre()).isEqualTo(58);
        assertThat(points.get(8).movingRange()).isEqualTo(8);

        List<IndividualsChart.Point> frozen = IndividualsChart.of(Series.column(shifted), 8, false);
        assertThat(frozen).noneMatch(IndividualsChart.Point::isShift);
        assertThat(frozen.get(16).rule()).contains(RunRule.NINE_ON_ONE_SIDE);
        assertThat(frozen.get(17).variation().centre()).isEqualTo(50.625);
    }

    @Test
    void theBaselineDoesNotCountTowardsTheNine() {
        double[] values = {50, 52, 48, 51, 60, 60, 61, 60, 59, 60, 61, 60, 60};
        assertThat(IndividualsChart.of(Series.column(values), 5, true)).noneMatch(IndividualsChart.Point::isShift);
        assertThat(IndividualsChart.of(Series.column(append(values, 61)), 5, true)
                        .get(5)
                        .isShift())
                .isTrue();
    }

    @Test
    void aShiftCanFollowAShiftAndAGapBelongsToTheLevelBefore() {
        double[] values = {0, 1, 0, 1, 0, GAP, 9, 8, 9, 8, 9, 8, 9, 8, 9, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        List<IndividualsChart.Point> points = IndividualsChart.of(Series.column(values), 5, true);
        assertThat(IntStream.range(0, points.size()).filter(at -> points.get(at).isShift()))
                .containsExactly(6, 15);
        assertThat(points.get(5).variation().centre()).isCloseTo(.4, within(1e-15));
        assertThat(points.get(14).variation().centre()).isCloseTo(8.6, within(1e-14));
        assertThat(points.get(15).rule()).isEmpty();
    }

    @Test
    void withoutSpreadAnyOtherValueIsASignal() {
        double[] values = append(new double[] {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1}, .2);
        List<IndividualsChart.Point> points = IndividualsChart.of(Series.column(values), 11, false);
        assertThat(points.subList(0, 11)).allMatch(point -> point.rule().isEmpty());
        assertThat(points.get(11).rule()).contains(RunRule.ONE_FAR_OUT);
    }

    @Test
    void tooFewObservationsSayNothing() {
        assertFails(() -> IndividualsChart.of(Series.column(1, 2, 3, 4, GAP)));
        assertFails(() -> IndividualsChart.of(Series.column(CALM), 4, true));
        assertFails(() -> IndividualsChart.of(Series.column(CALM), 9, true));
        assertFails(() -> IndividualsChart.of(Series.column(1, GAP, 2, GAP, 3, GAP, 4, GAP, 5)));
    }

    @Test
    void aValueOnALimitIsOrdinary() {
        Limits limits = new Limits(-1, .3);
        assertThat(limits.isAbove(.1 + .2)).isFalse();
        assertThat(limits.isAbove(.3 + 2e-12)).isTrue();
        assertThat(limits.isBelow(-1)).isFalse();
        assertThat(limits.isBelow(-1 - 2e-12)).isTrue();
        assertThat(new Limits(0, 1e12).isAbove(1e12 + .5)).isFalse();
    }

    @Property
    void theSameSeriesOnAnotherScaleHasTheSamePatterns(@ForAll @Size(min = 5, max = 40) List<Byte> values) {
        double[] x = values.stream().mapToDouble(Byte::doubleValue).toArray();
        double[] scaled = Arrays.stream(x).map(value -> 1000 - 4 * value).toArray();
        assertThat(IndividualsChart.of(Series.column(x)).stream().map(IndividualsChart.Point::rule))
                .containsExactlyElementsOf(IndividualsChart.of(Series.column(scaled)).stream()
                        .map(IndividualsChart.Point::rule)
                        .toList());
    }

    private static int[] completions(RunRule rule, double[] x, double centre, double sigma) {
        RunRule.Run run = new RunRule.Run(x, 0, centre, sigma);
        return IntStream.range(0, x.length)
                .filter(last -> rule.isCompletedAt(last, run))
                .toArray();
    }

    private static double[] append(double[] values, double last) {
        double[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = last;
        return more;
    }

    private static void assertFails(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CellException.class,
                        failure -> assertThat(failure.error()).isEqualTo(CellError.NUM));
    }
}
