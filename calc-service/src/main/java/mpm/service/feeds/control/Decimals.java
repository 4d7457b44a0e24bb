package mpm.service.feeds.control;

import java.math.BigDecimal;

/** Numbers as people write them: 115, not 115.0. */
final class Decimals {

    private Decimals() {}

    static BigDecimal of(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros();
    }
}
