package mpm.method.statistics;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import mpm.cell.CellException;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tails and quantiles against mpmath at 50 digits. */
class DistributionsTest {

    @Test
    void tailsAndQuantilesAreThoseOfTheReference() {
        JsonNode reference = ReferenceCases.one("distributions", "dist-1");
        int checked = 0;
        for (int i = 0; i < reference.get("inputs").size(); i++) {
            JsonNode call = reference.get("inputs").get(i);
            OptionalDouble actual = figure(call.get("fn").asText(), numbers(call.get("args")));
            if (actual.isPresent()) {
                assertClose(
                        reference,
                        call.toString(),
                        actual.getAsDouble(),
                        reference.get("expected").get(i).asDouble());
                checked++;
            }
        }
        assertThat(checked).isEqualTo(11);
    }

    /** Nothing for the distributions that no method here needs. */
    private static OptionalDouble figure(String name, double[] of) {
        return switch (name) {
            case "t2" -> OptionalDouble.of(StudentT.twoSidedTail(of[0], of[1]));
            case "Fup" -> OptionalDouble.of(FisherF.upperTail(of[0], of[1], of[2]));
            case "normup" -> OptionalDouble.of(Normal.cdf(-of[0]));
            case "normq" -> OptionalDouble.of(Normal.quantile(of[0]));
            default -> OptionalDouble.empty();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1e-08, 0.99999999363380227632",
        "1, 0.5, 0.70483276469913345165",
        "1, 12, 0.052929352119179750904",
        "1, 1000000000000.0, 6.3661977236758134308e-13",
        "1.5, 2.5, 0.16980650261469606482",
        "1.5, 100000000.0, 7.541704864032492097e-13",
        "2, 40, 0.0006244146721847406375",
        "2.93003682272488, 5, 0.016280448108588104836",
        "2.93003682272488, 300, 1.1428641838721311598e-7",
        "3.477, 0.001, 0.99925679410332678266",
        "3.477, 1.96, 0.13215206490089189972",
        "3.477, 10000.0, 4.2992354276683580896e-14",
        "5.93, 1, 0.35635247447078777637",
        "5.93, 100000000.0, 2.2350884210094931053e-46",
        "10, 0.1, 0.92232071856440831518",
        "30.5, 1.7, 0.099308644916523044036",
        "30.5, 300, 1.7275484615392871804e-54",
        "100, 10000.0, 7.9585297039154991239e-302",
        "198, 12, 2.7493092110675739085e-25",
        "1000.25, 1.96, 0.050273115598050195268",
        "1000.25, 12, 4.3193142517115325895e-31",
        "50000, 1e-08, 0.9999999920211942861",
        "50000, 1.96, 0.050001336113430993739",
        "50000, 12, 3.9459778917102599672e-33"
    })
    void aTailOfTIsRightInItsRelativeDigitsHoweverSmall(double df, double t, double p) {
        assertThat(StudentT.twoSidedTail(t, df)).isCloseTo(p, within(2e-13 * p));
        assertThat(StudentT.twoSidedTail(-t, df)).isEqualTo(StudentT.twoSidedTail(t, df));
    }

    @Test
    void theTailOfTStartsAtOneAndEndsAtNothing() {
        assertThat(StudentT.twoSidedTail(0, 3.5)).isEqualTo(1);
        assertThat(StudentT.twoSidedTail(40, 50_000)).isZero();
        assertThat(StudentT.twoSidedTail(1e200, 5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.975, 1, 12.706204736174693314",
        "0.975, 2, 4.3026527297494617894",
        "0.9, 2.93, 1.6483622166803296274",
        "0.975, 5.93, 2.4539305625696885964",
        "0.995, 10, 3.1692726726169507118",
        "0.9, 30.5, 1.3099313160303752099",
        "0.975, 10000, 1.9602012398906258778",
        "0.9999999990686774, 3, 1057.9043617925119483",
        "0.6, 4.5, 0.26875183554217513964"
    })
    void aQuantileOfTIsExactAlsoForFractionalDegreesOfFreedom(double p, double df, double t) {
        assertThat(StudentT.quantile(p, df)).isCloseTo(t, within(1e-12 * t));
    }

    @Test
    void quantilesOfTAreSymmetric() {
        assertThat(StudentT.quantile(.25, 4.5)).isEqualTo(-StudentT.quantile(.75, 4.5));
        assertThat(StudentT.quantile(.5, 4.5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.6, 0.25334710313579974132",
        "0.8, 0.8416212335729143638",
        "0.925, 1.4395314709384562291",
        "0.975, 1.9599639845400538556",
        "0.995, 2.5758293035489004539",
        "0.9999999, 5.1993375822906610937",
        "1e-3, -3.0902323061678135354",
        "1e-10, -6.3613409024040561991",
        "1e-100, -21.273453560965324294",
        "1e-300, -37.047096299361199237"
    })
    void aNormalQuantileIsThatOfAs241(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-15 * Math.max(1, Math.abs(z))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -.1, 1.1, Double.NaN})
    void aProbabilityLiesBetweenZeroAndOne(double p) {
        assertThatThrownBy(() -> Normal.quantile(p)).isInstanceOf(CellException.class);
        assertThatThrownBy(() -> StudentT.quantile(p, 3)).isInstanceOf(CellException.class);
    }

    @Test
    void bothTailsOfTheNormalAreTwiceOne() {
        assertThat(Normal.twoSidedTail(-1.959963984540054)).isCloseTo(.05, within(1e-15));
        assertThat(Normal.twoSidedTail(0)).isEqualTo(1);
        assertThat(Normal.cdf(0)).isEqualTo(.5);
        assertThat(Normal.cdf(1.2)).isCloseTo(.8849303297782918, within(1e-15));
    }

    @Test
    void inversionsAreThoseOfAllPermutations() {
        for (int n = 3; n <= 7; n++) {
            long[] permutations = new long[n * (n - 1) / 2 + 1];
            count(new ArrayList<>(), n, permutations);
            long all = IntStream.rangeClosed(1, n).asLongStream().reduce(1, (a, b) -> a * b);
            for (int inversions = 0; inversions < permutations.length; inversions++) {
                long extreme = 0;
                for (int i = 0; i <= Math.min(inversions, permutations.length - 1 - inversions); i++) {
                    extreme += permutations[i];
                }
                assertThat(Inversions.twoSidedTail(n, inversions))
                        .isCloseTo(Math.min(1, 2.0 * extreme / all), within(1e-15));
            }
        }
    }

    @Test
    void theExactTailOfThirtyThreeIsTwoOrdersOfAll() {
        double factorial = IntStream.rangeClosed(1, 33).asDoubleStream().reduce(1, (a, b) -> a * b);
        assertThat(Inversions.twoSidedTail(33, 0)).isCloseTo(2 / factorial, within(1e-51));
        assertThat(Inversions.twoSidedTail(33, 528)).isEqualTo(Inversions.twoSidedTail(33, 0));
    }

    private static void count(List<Integer> start, int n, long[] permutations) {
        if (start.size() == n) {
            int inversions = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    inversions += start.get(j) > start.get(i) ? 1 : 0;
                }
            }
            permutations[inversions]++;
            return;
        }
        for (int next = 0; next < n; next++) {
            if (!start.contains(next)) {
                List<Integer> longer = new ArrayList<>(start);
                Collections.addAll(longer, next);
                count(longer, n, permutations);
            }
        }
    }
}
