package mpm.functions.assessment;

import java.util.Locale;
import mpm.cell.Cell;
import mpm.cell.CellError;

/** Which way is better when peers are compared. */
public enum Aim {
    HIGHER(1),
    LOWER(-1);

    private final int sign;

    Aim(int sign) {
        this.sign = sign;
    }

    /**
     * Reads HIGHER or 1, LOWER or −1. A target has no better side to stand on.
     *
     * @throws mpm.cell.CellException #VALUE! for anything else
     */
    public static Aim from(Cell cell) {
        return switch (cell.shown().strip().toUpperCase(Locale.ROOT)) {
            case "HIGHER", "1" -> HIGHER;
            case "LOWER", "-1" -> LOWER;
            default ->
                throw CellError.VALUE.because(
                        "“%s” is no direction here: write HIGHER or LOWER (or 1, -1).".formatted(cell.shown()));
        };
    }

    /** How far a figure stands on the good side of another. */
    double favourable(double figure, double reference) {
        return sign * (figure - reference);
    }

    /** The better of two figures. */
    double better(double one, double other) {
        return this == HIGHER ? Math.max(one, other) : Math.min(one, other);
    }
}
