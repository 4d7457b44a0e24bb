package mpm.method.apportionment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import mpm.cell.CellError;
import mpm.method.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The three ways to split an amount exactly: by shares that are known ({@link #hamilton}), by weights between floors and
 * caps ({@link #spread}), and by weights beside amounts that are locked, with the sign of the total ({@link #cascade}).
 *
 * <p>Source: M. L. Balinski and H. P. Young, <i>Fair Representation</i> (1982), Hamilton's method. It is not monotone in
 * the total (the Alabama paradox), by at most one quantum.
 */
public final class Apportionment {

    private Apportionment() {}

    /**
     * Rounds shares down to whole steps and gives the steps left over to the largest remainders, the first unit first
     * where remainders are equal.
     *
     * <p>When the total is no multiple of the step, the unit next in line gets the odd amount. Shares may be negative; for
     * the mirror image of a positive total negate both the shares and the result.
     *
     * @param numerators of the shares: unit i has numerator i / denominator before rounding
     * @param denominator common to all shares, above 0
     * @param total the sum of the shares
     * @return as many amounts, whose sum is exactly the total
     * @throws IllegalArgumentException if the shares do not add up to the total
     */
    public static List<BigDecimal> hamilton(
            List<BigDecimal> numerators, BigDecimal denominator, BigDecimal total, Quantum quantum) {
        BigDecimal step = denominator.scaleByPowerOfTen(-quantum.decimals());
        int scale = Math.max(step.scale(), 0);
        for (BigDecimal numerator : numerators) {
            scale = Math.max(scale, numerator.scale());
        }
        BigInteger[] shares = new BigInteger[numerators.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = numerators.get(i).setScale(scale).unscaledValue();
        }
        return LargestRemainders.round(shares, step.setScale(scale).unscaledValue(), total, quantum);
    }

    /**
     * Spreads a pool in proportion to the weights as far as floors and caps allow, in whole steps.
     *
     * <p>Floors are rounded up and caps down to a step, so that no result leaves them. What a unit has locked is not looked
     * at.
     *
     * @param pool at least 0
     * @return as many amounts as units, whose sum is exactly the pool
     * @throws mpm.cell.CellException #NUM! for a negative weight, a cap below its floor, a pool below the floors or above the
     *     caps, or no unit for a pool; #DIV/0! for a pool above the floors and no weight to spread it by
     */
    public static List<BigDecimal> spread(BigDecimal pool, List<Unit> units, Quantum quantum) {
        return BoundedShares.spread(pool, units, quantum);
    }

    /**
     * Splits a total of either sign: locked units keep their amounts unrounded, the others share the rest by
     * {@link #spread}. A negative total gives the mirror image of the positive one.
     *
     * @param total as it stands: it is not rounded here
     * @param units floors and caps bound the size of a unit; those of a locked unit count for nothing
     * @return as many amounts as units, null for a {@linkplain Unit#isBlank() blank} unit; their sum is exactly the total
     * @throws mpm.cell.CellException as {@link #spread}; #NUM! also for a negative weight of a locked unit, and when all
     *     units are locked and their sum is not the total
     */
    public static List<@Nullable BigDecimal> cascade(BigDecimal total, List<Unit> units, Quantum quantum) {
        @Nullable BigDecimal[] amounts = new @Nullable BigDecimal[units.size()];
        Unit[] free = new Unit[amounts.length];
        int[] places = new int[amounts.length];
        int count = 0;
        BigDecimal locks = BigDecimal.ZERO;
        boolean anyLock = false;
        for (int i = 0; i < amounts.length; i++) {
            Unit unit = units.get(i);
            BoundedShares.checkWeight(unit, i);
            BigDecimal locked = unit.locked();
            if (locked != null) {
                amounts[i] = locked;
                locks = locks.add(locked);
                anyLock = true;
            } else if (!unit.isBlank()) {
                free[count] = unit;
                places[count++] = i;
            }
        }
        Deadline.check();
        boolean negative = total.signum() < 0;
        BigDecimal rest = total.subtract(locks);
        BigDecimal pool = negative ? rest.negate() : rest;
        checkLocks(total, locks, pool, anyLock, count);
        List<BigDecimal> spread = BoundedShares.spread(pool, Arrays.asList(free).subList(0, count), places, quantum);
        for (int i = 0; i < count; i++) {
            amounts[places[i]] = negative ? spread.get(i).negate() : spread.get(i);
        }
        return Collections.unmodifiableList(Arrays.asList(amounts));
    }

    private static void checkLocks(BigDecimal total, BigDecimal locks, BigDecimal pool, boolean anyLock, int free) {
        if (!anyLock) {
            return;
        }
        if (free == 0 && pool.signum() != 0) {
            throw CellError.NUM.because(
                    ("All units are locked, and their amounts add up to %s instead of the total %s: "
                                    + "unlock one or change the total.")
                            .formatted(shown(locks), shown(total)));
        }
        if (pool.signum() < 0) {
            throw CellError.NUM.because(
                    ("The locked amounts (%s) exceed the total (%s), so nothing is left for the other "
                                    + "units: unlock one or raise the total.")
                            .formatted(shown(locks), shown(total)));
        }
    }

    static String shown(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
