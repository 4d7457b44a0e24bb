package mpm.service.figures.control;

import java.math.BigDecimal;
import mpm.service.problems.control.Refusal;

/** What the database keeps of amounts: 15 digits before the point, and {@link #DECIMALS} behind it. */
public final class Amounts {

    public static final int DECIMALS = 4;

    private static final BigDecimal TOO_LARGE = new BigDecimal("1e15");

    private Amounts() {}

    /**
     * The amount, which can be kept.
     *
     * @param what it is, as a sentence begins with it
     * @throws Refusal where it is too large
     */
    public static BigDecimal requireKept(String what, BigDecimal amount) {
        if (amount.abs().compareTo(TOO_LARGE) >= 0) {
            throw Refusal.invalid(
                    "%s has more than 15 digits before the point, which is more than is kept: check the unit."
                            .formatted(what));
        }
        return amount;
    }
}
