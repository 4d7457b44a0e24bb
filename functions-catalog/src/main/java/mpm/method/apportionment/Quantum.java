package mpm.method.apportionment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import mpm.cell.CellError;
import mpm.cell.ShortestDecimal;

/**
 * The smallest step of an amount, 10<sup>−decimals</sup>: a cent with 2 decimals, a thousand with −3.
 *
 * @param decimals −6 to 8
 */
public record Quantum(int decimals) {

    private static final int FEWEST = -6;
    private static final int MOST = 8;

    /** @throws mpm.cell.CellException #NUM! for decimals outside −6 … 8 */
    public Quantum {
        if (decimals < FEWEST || decimals > MOST) {
            throw CellError.NUM.because(
                    "Amounts are rounded to -6 (millions) to 8 decimals, not to " + decimals + ": choose 2 for cents.");
        }
    }

    /** The amount rounded to this step, half away from zero, as Excel's ROUND; exact. */
    public BigDecimal rounded(BigDecimal amount) {
        return rounded(amount, decimals);
    }

    /** The amount of a cell, read as the decimal that was typed, rounded to this step. */
    public BigDecimal rounded(double amount) {
        return rounded(ShortestDecimal.of(amount), decimals);
    }

    /** Rounds half away from zero, as Excel's ROUND, to any number of decimals; exact. */
    public static BigDecimal rounded(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Rounds a number of a cell, read as the decimal that was typed: 2.675 is 2.68, although the double lies below. */
    public static BigDecimal rounded(double amount, int decimals) {
        return rounded(ShortestDecimal.of(amount), decimals);
    }

    /** The whole steps in an amount, rounded as said. */
    BigInteger steps(BigDecimal amount, RoundingMode rounding) {
        return amount.setScale(decimals, rounding).unscaledValue();
    }

    /** The amount of so many steps. */
    BigDecimal amount(BigInteger steps) {
        return new BigDecimal(steps, decimals);
    }
}
