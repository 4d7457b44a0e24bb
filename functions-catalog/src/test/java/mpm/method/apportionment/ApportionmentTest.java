package mpm.method.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.ShortestDecimal;
import mpm.method.Deadline;
import mpm.method.ReferenceCases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApportionmentTest {

    private static final double BLANK = Double.NaN;
    private static final Quantum CENT = new Quantum(2);
    private static final Quantum WHOLE = new Quantum(0);

    static Stream<JsonNode> referenceCases() {
        return ReferenceCases.of("apportionment");
    }

    @ParameterizedTest
    @MethodSource("referenceCases")
    void largestRemaindersGiveWhatProporzGives(JsonNode reference) {
        List<Unit> units = ReferenceCases.decimals(reference.get("inputs").get("weights"))
                .map(Unit::weighing)
                .toList();
        BigDecimal total = reference.get("inputs").get("units").decimalValue();

        assertThat(doubles(Apportionment.spread(total, units, WHOLE)))
                .containsExactly(
                        ReferenceCases.numbers(reference.get("expected").get("units")));
    }

    @Test
    void theCentLeftOverGoesToTheFirstOfEqualUnits() {
        assertThat(cascade(100, CENT, 1, 1, 1)).containsExactly(33.34, 33.33, 33.33);
        assertThat(cascade(10, WHOLE, 3, 3, 2, 2, 2, 1, 1)).containsExactly(2, 2, 2, 1, 1, 1, 1);
    }

    @Test
    void weightsAreReadAsTheDecimalsThatWereTyped() {
        assertThat(cascade(1000000.01, CENT, .37, .21, .19, .13, .10))
                .containsExactly(370000.01, 210000, 190000, 130000, 100000);
    }

    @Test
    void aNegativeTotalIsTheMirrorImageOfThePositive() {
        assertThat(cascade(-100, CENT, 1, 1, 1)).containsExactly(-33.34, -33.33, -33.33);
    }

    @Test
    void aCapAndAFloorPassTheRestOnToTheOthers() {
        assertThat(amounts(
                        1000,
                        CENT,
                        Unit.of(5, 0, 400, BLANK),
                        Unit.of(3, 0, BLANK, BLANK),
                        Unit.of(2, 250, BLANK, BLANK)))
                .containsExactly(400, 350, 250);
    }

    @Test
    void floorsAreRoundedUpAndCapsDownToWholeSteps() {
        assertThat(amounts(10, WHOLE, Unit.of(1, 7.2, BLANK, BLANK), free(1))).containsExactly(8, 2);
        assertThat(amounts(10, WHOLE, Unit.of(9, BLANK, 7.8, BLANK), free(1))).containsExactly(7, 3);
    }

    @Test
    void aFloorBelowZeroIsNoFloor() {
        assertThat(amounts(10, WHOLE, Unit.of(0, -5, BLANK, BLANK), free(1))).containsExactly(0, 10);
    }

    @Test
    void aUnitWithoutWeightGetsItsFloorOnly() {
        assertThat(amounts(10, WHOLE, Unit.of(BLANK, 3, BLANK, BLANK), free(1))).containsExactly(3, 7);
    }

    @Test
    void aUnitWithoutWeightFloorAndLockStaysEmpty() {
        assertThat(amounts(10, WHOLE, free(1), Unit.of(BLANK, BLANK, -1, BLANK), free(1)))
                .containsExactly(5, BLANK, 5);
    }

    @Test
    void anAmountFinerThanTheStepGoesToOneUnitAndTheSumStaysExact() {
        assertThat(amounts(100000, new Quantum(-3), free(1), free(2), Unit.of(1, BLANK, BLANK, 12500)))
                .containsExactly(29000, 58500, 12500);
    }

    @Test
    void theTotalIsSpreadAsItStands() {
        assertThat(amounts(33.335, CENT, free(1), free(1), free(1))).containsExactly(11.115, 11.11, 11.11);
    }

    @Test
    void lockedUnitsKeepTheirAmountsWhateverTheirFloorsAndCaps() {
        assertThat(amounts(100, CENT, Unit.of(1, 50, 10, -20.005), free(1), free(1)))
                .containsExactly(-20.005, 60.005, 60);
    }

    @Test
    void lockedUnitsAloneMustMakeTheTotal() {
        assertThat(amounts(100, CENT, locked(60), locked(40))).containsExactly(60, 40);
        assertFails(CellError.NUM, "All units are locked", () -> amounts(100, CENT, locked(60), locked(39)));
    }

    @Test
    void locksBeyondTheTotalLeaveNothing() {
        assertFails(CellError.NUM, "The locked amounts (120) exceed", () -> amounts(100, CENT, locked(120), free(1)));
        assertFails(CellError.NUM, "The locked amounts (-120)", () -> amounts(-100, CENT, locked(-120), free(1)));
    }

    @Test
    void nothingToSpreadGivesNothing() {
        assertThat(amounts(0, CENT, free(1), free(2))).containsExactly(0, 0);
        assertThat(amounts(0, CENT, free(0), free(0))).containsExactly(0, 0);
        assertThat(Apportionment.spread(BigDecimal.ZERO, List.of(), CENT)).isEmpty();
    }

    @Test
    void aFloorThatMeetsItsCapIsTheAmount() {
        assertThat(amounts(10, WHOLE, Unit.of(5, 2, 2, BLANK), free(1), Unit.of(1, 0, 0, BLANK)))
                .containsExactly(2, 8, 0);
    }

    @Test
    void aNegativeWeightIsRefusedEvenOfALockedUnit() {
        assertFails(CellError.NUM, "Unit 2 has the weight -1", () -> amounts(10, CENT, free(1), free(-1)));
        assertFails(
                CellError.NUM,
                "Unit 1 has the weight -0.5",
                () -> Apportionment.spread(BigDecimal.TEN, List.of(free(-.5), free(1)), CENT));
        assertFails(CellError.NUM, "Unit 1", () -> amounts(10, CENT, Unit.of(-1, BLANK, BLANK, 5), free(1)));
    }

    @Test
    void aCapBelowItsFloorIsRefusedAndNamesTheUnitAsThePlannerCounts() {
        assertFails(
                CellError.NUM,
                "Unit 3 may have 3 at most and 4 at least",
                () -> amounts(10, WHOLE, locked(1), free(1), Unit.of(1, 3.1, 3.9, BLANK)));
    }

    @Test
    void boundsThatCannotHoldThePoolAreRefused() {
        assertFails(
                CellError.NUM,
                "The floors add up to 12",
                () -> amounts(10, WHOLE, Unit.of(1, 12, BLANK, BLANK), free(1)));
        assertFails(
                CellError.NUM,
                "can take 180 at most",
                () -> amounts(
                        250,
                        WHOLE,
                        Unit.of(1, BLANK, 50, BLANK),
                        Unit.of(1, BLANK, 60, BLANK),
                        Unit.of(1, BLANK, 70, BLANK)));
    }

    @Test
    void aUnitWithoutWeightDoesNotMakeRoomByItsCap() {
        assertFails(
                CellError.NUM,
                "can take 5 at most",
                () -> amounts(10, WHOLE, Unit.of(1, BLANK, 5, BLANK), Unit.of(0, BLANK, 100, BLANK)));
    }

    @Test
    void withoutAnyWeightThereIsNothingToSpreadBy() {
        assertFails(CellError.DIV0, "No unit has a weight", () -> amounts(500, CENT, free(0), free(0)));
        assertThat(amounts(5, CENT, Unit.of(0, 5, BLANK, BLANK), free(0))).containsExactly(5, 0);
    }

    @Test
    void theFirstFaultInTheOrderOfTheSpecificationIsTold() {
        assertFails(CellError.NUM, "Unit 2 has the weight", () -> amounts(1, CENT, Unit.of(1, 5, 4, BLANK), free(-1)));
        assertFails(
                CellError.NUM,
                "Unit 2 may have",
                () -> amounts(1, CENT, Unit.of(0, 9, BLANK, BLANK), Unit.of(0, 5, 4, BLANK)));
        assertFails(CellError.NUM, "The floors", () -> amounts(1, CENT, Unit.of(0, 9, BLANK, BLANK)));
        assertFails(CellError.DIV0, "No unit has", () -> amounts(1, CENT, Unit.of(0, BLANK, 0, BLANK)));
    }

    @Test
    void noUnitIsAnErrorOfTheFiguresAndNotADivision() {
        assertFails(CellError.NUM, "There is no unit", () -> Apportionment.spread(BigDecimal.ONE, List.of(), CENT));
    }

    @Test
    void sharesMayBeNegative() {
        // 10 over 30 and -20: largest remainders after rounding down, so -6.67 is -7 and .33.
        assertThat(doubles(Apportionment.hamilton(
                        List.of(new BigDecimal("10"), new BigDecimal("-20"), new BigDecimal("40")),
                        new BigDecimal("3"),
                        BigDecimal.TEN,
                        WHOLE)))
                .containsExactly(4, -7, 13);
    }

    @Test
    void sharesAreRoundedToTheStep() {
        assertThat(doubles(Apportionment.hamilton(
                        List.of(new BigDecimal("100"), new BigDecimal("100.5"), new BigDecimal("99.5")),
                        new BigDecimal("3"),
                        new BigDecimal("100"),
                        CENT)))
                .containsExactly(33.33, 33.5, 33.17);
    }

    @Test
    void aTotalOfZeroCountsAsPositive() {
        assertThat(amounts(0, CENT, locked(-5), free(1), free(3))).containsExactly(-5, 1.25, 3.75);
        assertFails(CellError.NUM, "exceed", () -> amounts(0, CENT, locked(5), free(1)));
    }

    @Test
    void sharesThatDoNotMakeTheTotalAreAFaultOfTheCaller() {
        assertThatThrownBy(() -> Apportionment.hamilton(List.of(BigDecimal.ONE), BigDecimal.ONE, BigDecimal.TEN, CENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundingIsHalfAwayFromZeroOnTheDecimalThatWasTyped() {
        assertThat(Quantum.rounded(2.675, 2)).isEqualByComparingTo("2.68");
        assertThat(Quantum.rounded(-2.675, 2)).isEqualByComparingTo("-2.68");
        assertThat(Quantum.rounded(1.005, 2)).isEqualByComparingTo("1.01");
        assertThat(new Quantum(-3).rounded(12500)).isEqualByComparingTo("13000");
        assertThat(new Quantum(-3).rounded(new BigDecimal("-12499.99"))).isEqualByComparingTo("-12000");
    }

    @Test
    void amountsHaveMillionsToEightDecimals() {
        assertFails(CellError.NUM, "9", () -> new Quantum(9));
        assertFails(CellError.NUM, "-7", () -> new Quantum(-7));
        assertThat(amounts(1, new Quantum(8), free(1), free(2))).containsExactly(.33333333, .66666667);
        assertThat(amounts(5e6, new Quantum(-6), free(1), free(2))).containsExactly(2e6, 3e6);
    }

    @Test
    void weightsOfEverySizeStandTogether() {
        assertThat(amounts(1, CENT, free(1e308), free(1e-308), free(1e308))).containsExactly(.5, 0, .5);
    }

    @Test
    void aHundredThousandUnitsWithBoundsTakeNoTimeToSpeakOf() {
        Random random = new Random(7);
        List<Unit> units = IntStream.range(0, 100_000)
                .mapToObj(i -> Unit.of(
                        random.nextInt(1_000_000) / 1000.0, random.nextInt(40), 60 + random.nextInt(900), BLANK))
                .toList();

        List<BigDecimal> amounts = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> Apportionment.spread(new BigDecimal("12345678.91"), units, CENT));

        assertThat(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("12345678.91");
    }

    @Test
    void theTimeLimitEndsALongSpreading() {
        List<Unit> units = new ArrayList<>();
        IntStream.range(0, 2000).forEach(i -> units.add(free(i + 1)));

        assertFails(
                CellError.NUM,
                "stopped",
                () -> Deadline.within(
                        Duration.ofNanos(1),
                        Duration.ofNanos(1),
                        deadline -> Apportionment.spread(BigDecimal.TEN, units, CENT)));
    }

    private static Unit free(double weight) {
        return Unit.of(weight, BLANK, BLANK, BLANK);
    }

    private static Unit locked(double amount) {
        return Unit.of(BLANK, BLANK, BLANK, amount);
    }

    private static double[] cascade(double total, Quantum quantum, double... weights) {
        return amounts(
                total,
                quantum,
                Arrays.stream(weights).mapToObj(ApportionmentTest::free).toArray(Unit[]::new));
    }

    private static double[] amounts(double total, Quantum quantum, Unit... units) {
        return doubles(Apportionment.cascade(ShortestDecimal.of(total), List.of(units), quantum));
    }

    private static double[] doubles(List<? extends @Nullable BigDecimal> amounts) {
        return amounts.stream()
                .mapToDouble(amount -> amount == null ? BLANK : amount.doubleValue())
                .toArray();
    }

    private static void assertFails(CellError error, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CellException.class, failure -> {
            assertThat(failure.error()).isEqualTo(error);
            assertThat(failure.reason()).contains(words);
        });
    }
}
