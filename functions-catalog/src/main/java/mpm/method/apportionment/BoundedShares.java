package mpm.method.apportionment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import org.jspecify.annotations.Nullable;

/**
 * Proportional shares between floors and caps: unit i gets min(max(s·weight, floor), cap), with the one s that uses up the
 * pool.
 *
 * <p>s is found by walking the points where a unit leaves its floor or reaches its cap, and solving the one linear equation
 * between two of them. Bisection would come close to s and break the ties between equal remainders by chance.
 *
 * <p>All is counted in whole numbers: bounds in steps of the quantum, the pool in grains (a step is a power of ten of grains,
 * 1 unless a lock is finer than the quantum), weights scaled by one power of ten.
 */
final class BoundedShares {

    private enum Bound {
        FLOOR,
        CAP
    }

    /** Where, as s grows, a unit leaves its floor or reaches its cap: s = steps / weight. */
    private record Breakpoint(Bound bound, int unit, BigInteger steps, BigInteger weight) {

        /** At one s a unit leaves its floor before it reaches its cap: the two meet where floor and cap are equal. */
        static final Comparator<Breakpoint> ASCENDING =
                ((Comparator<Breakpoint>) Breakpoint::compareRatio).thenComparing(Breakpoint::bound);

        int compareRatio(Breakpoint other) {
            LargestRemainders.checkNowAndThen(unit);
            return steps.multiply(other.weight).compareTo(other.steps.multiply(weight));
        }
    }

    private final BigInteger[] weights;
    private final BigInteger[] floors;
    /** A null is no cap. */
    private final @Nullable BigInteger[] caps;

    private BoundedShares(BigInteger[] weights, BigInteger[] floors, @Nullable BigInteger[] caps) {
        this.weights = weights;
        this.floors = floors;
        this.caps = caps;
    }

    static List<BigDecimal> spread(BigDecimal pool, List<Unit> units, Quantum quantum) {
        return spread(pool, units, IntStream.range(0, units.size()).toArray(), quantum);
    }

    /** @param places where each unit stands among those the planner sees, counted from 0, for the sentences of errors */
    static List<BigDecimal> spread(BigDecimal pool, List<Unit> units, int[] places, Quantum quantum) {
        for (int i = 0; i < units.size(); i++) {
            checkWeight(units.get(i), places[i]);
        }
        BigInteger[] floors = new BigInteger[units.size()];
        @Nullable BigInteger[] caps = new @Nullable BigInteger[units.size()];
        for (int i = 0; i < floors.length; i++) {
            bound(units.get(i), i, places[i], quantum, floors, caps);
        }
        if (units.isEmpty()) {
            if (pool.signum() != 0) {
                throw CellError.NUM.because("There is no unit to take the %s that are left: give a unit a weight."
                        .formatted(Apportionment.shown(pool)));
            }
            return List.of();
        }
        return new BoundedShares(scaled(units), floors, caps).spread(pool, quantum);
    }

    static void checkWeight(Unit unit, int place) {
        BigDecimal weight = unit.weight();
        if (weight != null && weight.signum() < 0) {
            throw CellError.NUM.because("Unit %d has the weight %s: a weight is 0 or more."
                    .formatted(place + 1, Apportionment.shown(weight)));
        }
    }

    private static void bound(
            Unit unit, int i, int place, Quantum quantum, BigInteger[] floors, @Nullable BigInteger[] caps) {
        BigDecimal floor = unit.floor();
        floors[i] = floor == null || floor.signum() <= 0 ? BigInteger.ZERO : quantum.steps(floor, RoundingMode.CEILING);
        BigDecimal cap = unit.cap();
        if (cap != null) {
            BigInteger steps = quantum.steps(cap, RoundingMode.FLOOR);
            if (steps.compareTo(floors[i]) < 0) {
                throw CellError.NUM.because(("Unit %d may have %s at most and %s at least, in whole steps: "
                                + "lower its floor or raise its cap.")
                        .formatted(
                                place + 1,
                                Apportionment.shown(quantum.amount(steps)),
                                Apportionment.shown(quantum.amount(floors[i]))));
            }
            caps[i] = steps;
        }
    }

    /** The weights as whole numbers in the same proportion. */
    private static BigInteger[] scaled(List<Unit> units) {
        BigDecimal[] weights = units.stream()
                .map(Unit::weight)
                .map(weight -> weight == null ? BigDecimal.ZERO : weight)
                .toArray(BigDecimal[]::new);
        int scale = Arrays.stream(weights).mapToInt(BigDecimal::scale).max().orElse(0);
        return Arrays.stream(weights)
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toArray(BigInteger[]::new);
    }

    private List<BigDecimal> spread(BigDecimal pool, Quantum quantum) {
        int finer = Math.max(0, pool.stripTrailingZeros().scale() - quantum.decimals());
        BigInteger grains = pool.setScale(quantum.decimals() + finer).unscaledValue();
        BigInteger grainsPerStep = BigInteger.TEN.pow(finer);

        BigInteger floor = Arrays.stream(floors).reduce(BigInteger.ZERO, BigInteger::add);
        int aboveFloor = grains.compareTo(floor.multiply(grainsPerStep));
        if (aboveFloor < 0) {
            throw CellError.NUM.because(
                    floor.signum() == 0
                            ? "The amount to spread is below 0: raise the total."
                            : "The floors add up to %s, more than the %s to spread: lower a floor or raise the total."
                                    .formatted(Apportionment.shown(quantum.amount(floor)), Apportionment.shown(pool)));
        }
        if (Arrays.stream(weights).allMatch(weight -> weight.signum() == 0)) {
            if (aboveFloor > 0) {
                throw CellError.DIV0.because(
                        "No unit has a weight, so there is nothing to spread by: give at least one unit a weight.");
            }
            return Arrays.stream(floors).map(quantum::amount).toList();
        }
        BigInteger room = room();
        if (room != null && grains.compareTo(room.multiply(grainsPerStep)) > 0) {
            throw CellError.NUM.because(
                    "The units can take %s at most, less than the %s to spread: raise a cap or lower the total."
                            .formatted(Apportionment.shown(quantum.amount(room)), Apportionment.shown(pool)));
        }
        return walk(pool, grains, grainsPerStep, quantum);
    }

    /** The most that the units can take together; null without an end. */
    private @Nullable BigInteger room() {
        BigInteger room = BigInteger.ZERO;
        for (int i = 0; i < weights.length; i++) {
            BigInteger most = weights[i].signum() == 0 ? floors[i] : caps[i];
            if (most == null) {
                return null;
            }
            room = room.add(most);
        }
        return room;
    }

    private List<BigDecimal> walk(BigDecimal pool, BigInteger grains, BigInteger grainsPerStep, Quantum quantum) {
        // The steps of the units that stand at a bound, and the weight of those that move with s.
        BigInteger standing = BigInteger.ZERO;
        BigInteger moving = BigInteger.ZERO;
        @Nullable BigInteger[] at = new @Nullable BigInteger[weights.length];
        List<Breakpoint> breakpoints = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            BigInteger cap = caps[i];
            if (weights[i].signum() == 0 || floors[i].signum() > 0) {
                at[i] = floors[i];
                standing = standing.add(floors[i]);
            } else {
                moving = moving.add(weights[i]);
            }
            if (weights[i].signum() > 0 && floors[i].signum() > 0) {
                breakpoints.add(new Breakpoint(Bound.FLOOR, i, floors[i], weights[i]));
            }
            if (weights[i].signum() > 0 && cap != null) {
                breakpoints.add(new Breakpoint(Bound.CAP, i, cap, weights[i]));
            }
        }
        breakpoints.sort(Breakpoint.ASCENDING);
        for (int i = 0; i < breakpoints.size(); i++) {
            LargestRemainders.checkNowAndThen(i);
            Breakpoint next = breakpoints.get(i);
            BigInteger used = standing.multiply(next.weight).add(moving.multiply(next.steps));
            if (used.multiply(grainsPerStep).compareTo(grains.multiply(next.weight)) >= 0) {
                break;
            }
            if (next.bound == Bound.FLOOR) {
                standing = standing.subtract(next.steps);
                moving = moving.add(next.weight);
                at[next.unit] = null;
            } else {
                standing = standing.add(next.steps);
                moving = moving.subtract(next.weight);
                at[next.unit] = next.steps;
            }
        }
        // When nobody moves, the pool is what stands, and any divisor will do.
        BigInteger divisor = moving.signum() == 0 ? grainsPerStep : moving.multiply(grainsPerStep);
        BigInteger rest = grains.subtract(standing.multiply(grainsPerStep));
        BigInteger[] shares = new BigInteger[weights.length];
        for (int i = 0; i < shares.length; i++) {
            BigInteger bound = at[i];
            shares[i] = bound == null ? rest.multiply(weights[i]) : bound.multiply(divisor);
        }
        return LargestRemainders.round(shares, divisor, pool, quantum);
    }
}
