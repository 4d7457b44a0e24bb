package mpm.plan;

import java.util.Locale;
import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.CellError;

/**
 * What a currency is called.
 *
 * @param letters three, in upper case, such as EUR
 */
public record CurrencyCode(String letters) {

    /**
     * Reads three letters.
     *
     * @throws mpm.cell.CellException #VALUE! for anything else
     */
    public static CurrencyCode from(Cell cell) {
        return find(cell.shown())
                .orElseThrow(() -> CellError.VALUE.because("“%s” is no currency: write its three letters, such as EUR."
                        .formatted(cell.shown().strip())));
    }

    /** The code that a text writes; nothing for any other text. */
    static Optional<CurrencyCode> find(String written) {
        return Optional.of(written.strip().toUpperCase(Locale.ROOT))
                .filter(letters -> letters.matches("[A-Z]{3}"))
                .map(CurrencyCode::new);
    }
}
