package mpm.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.CellError;

/**
 * In which currency money is asked for.
 *
 * @param basis whether the code says it
 * @param code nothing unless the basis is CODE
 * @param type the type of rate that is forced; nothing where the scenario and the metric say it
 */
public record TargetCurrency(Basis basis, Optional<CurrencyCode> code, Optional<Rate.Type> type) {

    /** The unit's own currency. */
    public static final TargetCurrency LOCAL = new TargetCurrency(Basis.LOCAL, Optional.empty(), Optional.empty());

    /** What says the currency. */
    public enum Basis {
        /** The unit's own. */
        LOCAL,
        /** The group's, in the amounts stored when the figures were entered. */
        GROUP,
        /** A code. */
        CODE
    }

    /**
     * Reads LOCAL, GROUP, a code such as EUR, or a code with a type of rate such as EUR:BUDGET.
     *
     * @throws mpm.cell.CellException #VALUE! for anything else
     */
    public static TargetCurrency from(Cell cell) {
        String written = cell.shown().strip().toUpperCase(Locale.ROOT);
        if (written.equals(Basis.LOCAL.name()) || written.equals(Basis.GROUP.name())) {
            return new TargetCurrency(Basis.valueOf(written), Optional.empty(), Optional.empty());
        }
        String[] parts = written.split(":", 2);
        Optional<CurrencyCode> code = CurrencyCode.find(parts[0]);
        Optional<Rate.Type> type = Arrays.stream(Rate.Type.values())
                .filter(each -> parts.length == 2 && each.name().equals(parts[1].strip()))
                .findFirst();
        if (code.isEmpty() || type.isEmpty() != (parts.length == 1)) {
            throw CellError.VALUE.because(
                    "“%s” is no currency: write LOCAL, GROUP, a code such as EUR, or a code with a rate such as EUR:BUDGET."
                            .formatted(cell.shown().strip()));
        }
        return new TargetCurrency(Basis.CODE, code, type);
    }
}
