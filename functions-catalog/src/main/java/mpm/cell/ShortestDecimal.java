package mpm.cell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The decimal a person typed: the shortest one that reads back as the same double. */
public final class ShortestDecimal {

    private ShortestDecimal() {}

    /**
     * The shortest decimal that reads back as a finite double, without trailing zeros.
     *
     * <p>{@link Double#toString} is not always the shortest before JDK 19 (2.0E-3 is "0.0020" to it), and money split by a
     * longer decimal would miss its last cent.
     */
    public static BigDecimal of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return BigDecimal.valueOf((long) value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
