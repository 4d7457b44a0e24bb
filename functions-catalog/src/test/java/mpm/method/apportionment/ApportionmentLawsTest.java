package mpm.method.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import mpm.cell.CellException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What holds of every split, and a slow oracle that tries every way in which bounds can bind. */
class ApportionmentLawsTest {

    /** Units with a pool that lies between the sum of their floors and the sum of their caps. */
    record Plan(BigDecimal pool, List<Unit> units, Quantum quantum) {}

    @Property(tries = 2000)
    void theAmountsAddUpExactlyAndStayBetweenTheirBounds(@ForAll("plans") Plan plan) {
        List<BigDecimal> amounts = Apportionment.spread(plan.pool, plan.units, plan.quantum);

        assertThat(sum(amounts)).isEqualByComparingTo(plan.pool);
        for (int i = 0; i < amounts.size(); i++) {
            assertThat(amounts.get(i)).isGreaterThanOrEqualTo(floor(plan.units.get(i), plan.quantum));
            Optional<BigDecimal> cap = cap(plan.units.get(i), plan.quantum);
            if (cap.isPresent() && !isZero(plan.units.get(i).weight())) {
                assertThat(amounts.get(i)).isLessThanOrEqualTo(cap.get());
            }
        }
    }

    @Property(tries = 1000)
    void everyAmountIsAMultipleOfTheStepWhenThePoolIs(@ForAll("plans") Plan plan) {
        BigDecimal pool = plan.pool.setScale(plan.quantum.decimals(), RoundingMode.FLOOR);

        assertThat(Apportionment.spread(pool, plan.units, plan.quantum))
                .allSatisfy(amount -> assertThat(amount.setScale(plan.quantum.decimals(), RoundingMode.UNNECESSARY))
                        .isEqualByComparingTo(amount));
    }

    @Property(tries = 1000)
    void oneUnitAtMostGetsAnAmountFinerThanTheStep(@ForAll("plans") Plan plan) {
        assertThat(Apportionment.spread(plan.pool, plan.units, plan.quantum).stream()
                        .filter(amount -> amount.setScale(plan.quantum.decimals(), RoundingMode.FLOOR)
                                        .compareTo(amount)
                                != 0))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 1000)
    void everyAmountIsLessThanAStepFromItsExactShare(@ForAll("plans") Plan plan) {
        List<BigDecimal> amounts = Apportionment.spread(plan.pool, plan.units, plan.quantum);
        List<BigFraction> shares = sharesByTryingAllBounds(plan);

        BigFraction step = fraction(BigDecimal.ONE.scaleByPowerOfTen(-plan.quantum.decimals()));
        for (int i = 0; i < amounts.size(); i++) {
            assertThat(fraction(amounts.get(i)).subtract(shares.get(i)).abs()).isLessThan(step);
        }
    }

    @Property(tries = 2000)
    void theAmountsAreThoseOfASlowOracle(@ForAll("plans") Plan plan) {
        List<BigDecimal> expected = hamiltonOneStepAtATime(sharesByTryingAllBounds(plan), plan);

        List<BigDecimal> amounts = Apportionment.spread(plan.pool, plan.units, plan.quantum);

        assertThat(amounts).usingElementComparator(BigDecimal::compareTo).containsExactlyElementsOf(expected);
    }

    @Property(tries = 500)
    void aNegativeTotalIsTheMirrorImage(@ForAll("plans") Plan plan) {
        List<@Nullable BigDecimal> mirrored = Apportionment.cascade(plan.pool.negate(), plan.units, plan.quantum);

        List<@Nullable BigDecimal> amounts = Apportionment.cascade(plan.pool, plan.units, plan.quantum);

        assertThat(mirrored.stream().map(amount -> amount == null ? null : amount.negate()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(amounts);
    }

    @Property(tries = 500)
    void unitsAlikeMayChangePlaces(@ForAll("plans") Plan plan, @ForAll Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, plan.units.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<Unit> shuffled = order.stream().map(plan.units::get).toList();

        List<BigDecimal> amounts = Apportionment.spread(plan.pool, plan.units, plan.quantum);
        List<BigDecimal> others = Apportionment.spread(plan.pool, shuffled, plan.quantum);

        // A cent may go to another of several equal remainders, never a share.
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-plan.quantum.decimals());
        for (int i = 0; i < order.size(); i++) {
            assertThat(others.get(i).subtract(amounts.get(order.get(i))).abs()).isLessThanOrEqualTo(step);
        }
        if (plan.units.stream().distinct().count() == 1) {
            assertThat(others).usingElementComparator(BigDecimal::compareTo).containsExactlyElementsOf(amounts);
        }
    }

    @Property(tries = 500)
    void equalUnitsGetTheLargerAmountsFirst(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll @IntRange(min = 0, max = 100_000) int cents) {
        List<BigDecimal> amounts = Apportionment.spread(
                BigDecimal.valueOf(cents, 2),
                Collections.nCopies(count, Unit.weighing(new BigDecimal("0.7"))),
                new Quantum(2));

        assertThat(amounts).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(amounts.get(0).subtract(amounts.get(count - 1))).isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
    }

    @Property(tries = 1000)
    void lockedUnitsStayAndTheOthersMakeUpTheTotal(
            @ForAll("plans") Plan plan, @ForAll @IntRange(min = -100_000, max = 100_000) int thousandths) {
        BigDecimal locked = BigDecimal.valueOf(thousandths, 3);
        List<Unit> units = new ArrayList<>(plan.units);
        units.add(0, new Unit(BigDecimal.ONE, null, null, locked));
        BigDecimal total = plan.pool.add(locked);
        Assume.that(total.signum() >= 0);

        List<@Nullable BigDecimal> amounts = Apportionment.cascade(total, units, plan.quantum);

        assertThat(amounts.get(0)).isEqualTo(locked);
        assertThat(sum(amounts)).isEqualByComparingTo(total);
        assertThat(amounts.subList(1, units.size()))
                .containsExactlyElementsOf(Apportionment.cascade(plan.pool, plan.units, plan.quantum));
    }

    @Property(tries = 500)
    void aPoolOutsideTheBoundsIsRefused(@ForAll("plans") Plan plan) {
        BigDecimal floors =
                plan.units.stream().map(unit -> floor(unit, plan.quantum)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal little = new BigDecimal("0.0001");

        assertThatThrownBy(() -> Apportionment.spread(floors.subtract(little), plan.units, plan.quantum))
                .isInstanceOf(CellException.class);
        most(plan)
                .ifPresent(most -> assertThatThrownBy(
                                () -> Apportionment.spread(most.add(little), plan.units, plan.quantum))
                        .isInstanceOf(CellException.class));
    }

    @Property(tries = 500)
    void hamiltonTakesAnyShares(
            @ForAll("signedShares") List<BigDecimal> shares, @ForAll @IntRange(min = 1, max = 97) int parts) {
        BigDecimal denominator = BigDecimal.valueOf(parts);
        // The last numerator makes the sum of the shares a decimal.
        List<BigDecimal> numerators = new ArrayList<>(shares);
        BigDecimal total = sum(shares).setScale(1, RoundingMode.FLOOR);
        numerators.add(total.multiply(denominator).subtract(sum(shares)));
        Quantum quantum = new Quantum(0);

        List<BigDecimal> amounts = Apportionment.hamilton(numerators, denominator, total, quantum);

        Plan plan = new Plan(total, List.of(), quantum);
        List<BigFraction> fractions = numerators.stream()
                .map(numerator -> fraction(numerator).divide(fraction(denominator)))
                .toList();
        assertThat(amounts)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(hamiltonOneStepAtATime(fractions, plan));
    }

    @Provide
    Arbitrary<List<BigDecimal>> signedShares() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
                .ofScale(3)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Plan> plans() {
        Arbitrary<Quantum> quanta = Arbitraries.of(-1, 0, 0, 1, 2).map(Quantum::new);
        // Few different weights and round bounds, so that ties and coinciding breakpoints are frequent.
        Arbitrary<@Nullable BigDecimal> weights = Arbitraries.of("0", "0.5", "1", "1", "2", "3", "3.7")
                .map(BigDecimal::new)
                .injectNull(.1);
        Arbitrary<@Nullable BigDecimal> floors = Arbitraries.of("-2", "0", "3", "3.04", "10", "12.5", "25")
                .map(BigDecimal::new)
                .injectNull(.4);
        Arbitrary<@Nullable BigDecimal> widths = Arbitraries.of("0", "10", "10", "20.5", "47")
                .map(BigDecimal::new)
                .injectNull(.4);
        Arbitrary<List<Unit>> units = Combinators.combine(weights, floors, widths)
                .as(ApportionmentLawsTest::unit)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1000);
        Arbitrary<Boolean> odd = Arbitraries.of(true, false, false);
        return Combinators.combine(units, quanta, places, odd)
                .as(ApportionmentLawsTest::plan)
                .filter(plan -> plan.pool.signum() >= 0);
    }

    private static Unit unit(@Nullable BigDecimal weight, @Nullable BigDecimal floor, @Nullable BigDecimal width) {
        // Wide enough for a whole step of 10, so that a cap never falls below its floor.
        BigDecimal low = floor == null ? BigDecimal.ZERO : floor.max(BigDecimal.ZERO);
        BigDecimal cap =
                width == null ? null : low.setScale(-1, RoundingMode.CEILING).add(width);
        return new Unit(weight == null && floor == null ? BigDecimal.ONE : weight, floor, cap, null);
    }

    /** A pool at so many thousandths of the way from the floors to the caps, or to the floors and 100. */
    private static Plan plan(List<Unit> units, Quantum quantum, int place, boolean odd) {
        BigDecimal least = units.stream().map(unit -> floor(unit, quantum)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (units.stream().allMatch(unit -> isZero(unit.weight()))) {
            return new Plan(least, units, quantum);
        }
        Plan plan = new Plan(least, units, quantum);
        BigDecimal most = most(plan).orElse(least.add(BigDecimal.valueOf(100)));
        BigDecimal pool = least.add(most.subtract(least).multiply(BigDecimal.valueOf(place, 3)));
        return new Plan(
                odd
                        ? pool
                        : pool.setScale(quantum.decimals(), RoundingMode.CEILING)
                                .min(most),
                units,
                quantum);
    }

    private static Optional<BigDecimal> most(Plan plan) {
        BigDecimal most = BigDecimal.ZERO;
        for (Unit unit : plan.units) {
            Optional<BigDecimal> end =
                    isZero(unit.weight()) ? Optional.of(floor(unit, plan.quantum)) : cap(unit, plan.quantum);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            most = most.add(end.get());
        }
        return Optional.of(most);
    }

    private static boolean isZero(@Nullable BigDecimal weight) {
        return weight == null || weight.signum() == 0;
    }

    private static BigDecimal floor(Unit unit, Quantum quantum) {
        BigDecimal floor = unit.floor();
        return (floor == null ? BigDecimal.ZERO : floor.max(BigDecimal.ZERO))
                .setScale(quantum.decimals(), RoundingMode.CEILING);
    }

    private static Optional<BigDecimal> cap(Unit unit, Quantum quantum) {
        return Optional.ofNullable(unit.cap()).map(cap -> cap.setScale(quantum.decimals(), RoundingMode.FLOOR));
    }

    private static BigDecimal sum(List<? extends @Nullable BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }

    /**
     * The exact shares by trying, for every unit with a weight, whether it stands at its floor, at its cap, or between: the
     * first choice whose s keeps everyone where the choice puts it.
     */
    private static List<BigFraction> sharesByTryingAllBounds(Plan plan) {
        int n = plan.units.size();
        for (int choice = 0; choice < Math.pow(3, n); choice++) {
            BigFraction rest = fraction(plan.pool);
            BigFraction moving = BigFraction.ZERO;
            for (int i = 0, digits = choice; i < n; i++, digits /= 3) {
                Unit unit = plan.units.get(i);
                if (isZero(unit.weight()) || digits % 3 == 0) {
                    rest = rest.subtract(fraction(floor(unit, plan.quantum)));
                } else if (digits % 3 == 1) {
                    rest = rest.subtract(cap(unit, plan.quantum)
                            .map(ApportionmentLawsTest::fraction)
                            .orElse(BigFraction.ZERO));
                } else {
                    moving = moving.add(fraction(unit.weight()));
                }
            }
            if (moving.equals(BigFraction.ZERO) && !rest.equals(BigFraction.ZERO)) {
                continue;
            }
            Optional<List<BigFraction>> shares = moving.equals(BigFraction.ZERO)
                    ? standing(plan, choice)
                    : consistent(plan, choice, rest.divide(moving));
            if (shares.isPresent()) {
                return shares.get();
            }
        }
        throw new AssertionError("no share for " + plan);
    }

    /** Everyone stands at a bound: it is the answer when one s holds all of them there. */
    private static Optional<List<BigFraction>> standing(Plan plan, int choice) {
        List<BigFraction> shares = new ArrayList<>();
        BigFraction least = BigFraction.ZERO;
        BigFraction most = null;
        for (int i = 0, digits = choice; i < plan.units.size(); i++, digits /= 3) {
            Unit unit = plan.units.get(i);
            BigFraction floor = fraction(floor(unit, plan.quantum));
            if (isZero(unit.weight())) {
                shares.add(floor);
            } else if (digits % 3 == 0) {
                BigFraction end = floor.divide(fraction(unit.weight()));
                most = most == null || end.compareTo(most) < 0 ? end : most;
                shares.add(floor);
            } else {
                Optional<BigDecimal> cap = cap(unit, plan.quantum);
                if (cap.isEmpty()) {
                    return Optional.empty();
                }
                BigFraction start = fraction(cap.get()).divide(fraction(unit.weight()));
                least = start.compareTo(least) > 0 ? start : least;
                shares.add(fraction(cap.get()));
            }
        }
        return most == null || least.compareTo(most) <= 0 ? Optional.of(shares) : Optional.empty();
    }

    private static Optional<List<BigFraction>> consistent(Plan plan, int choice, BigFraction s) {
        List<BigFraction> shares = new ArrayList<>();
        if (s.signum() < 0) {
            return Optional.empty();
        }
        for (int i = 0, digits = choice; i < plan.units.size(); i++, digits /= 3) {
            Unit unit = plan.units.get(i);
            BigFraction floor = fraction(floor(unit, plan.quantum));
            Optional<BigFraction> cap = cap(unit, plan.quantum).map(ApportionmentLawsTest::fraction);
            if (isZero(unit.weight())) {
                shares.add(floor);
                continue;
            }
            BigFraction share = s.multiply(fraction(unit.weight()));
            int chosen = digits % 3;
            boolean refused = switch (chosen) {
                case 0 -> share.compareTo(floor) > 0;
                case 1 -> cap.isEmpty() || share.compareTo(cap.get()) < 0;
                default -> share.compareTo(floor) < 0 || (cap.isPresent() && share.compareTo(cap.get()) > 0);
            };
            if (refused) {
                return Optional.empty();
            }
            shares.add(chosen == 0 ? floor : chosen == 1 ? cap.orElseThrow() : share);
        }
        return Optional.of(shares);
    }

    /** Hamilton's method as told: give the steps one by one to whoever lacks most, and the odd amount to the next. */
    private static List<BigDecimal> hamiltonOneStepAtATime(List<BigFraction> shares, Plan plan) {
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-plan.quantum.decimals());
        List<BigDecimal> amounts = new ArrayList<>();
        List<BigFraction> missing = new ArrayList<>();
        for (BigFraction share : shares) {
            BigFraction steps = share.divide(fraction(step));
            BigInteger[] parts = steps.getNumerator().divideAndRemainder(steps.getDenominator());
            BigInteger whole = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
            amounts.add(step.multiply(new BigDecimal(whole)));
            missing.add(steps.subtract(new BigFraction(whole)));
        }
        BigDecimal left = plan.pool.subtract(sum(amounts));
        while (left.signum() > 0) {
            int next = 0;
            for (int i = 1; i < missing.size(); i++) {
                next = missing.get(i).compareTo(missing.get(next)) > 0 ? i : next;
            }
            BigDecimal more = left.min(step);
            amounts.set(next, amounts.get(next).add(more));
            missing.set(next, BigFraction.MINUS_ONE);
            left = left.subtract(more);
        }
        return amounts;
    }

    private static BigFraction fraction(@Nullable BigDecimal decimal) {
        if (decimal == null) {
            return BigFraction.ZERO;
        }
        return decimal.scale() > 0
                ? new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new BigFraction(decimal.toBigIntegerExact());
    }
}
