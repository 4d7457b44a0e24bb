package mpm.service.reconciliation.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook, the service and the ledger stand to each other.
 *
 * @param metrics the codes of those that the figures are of
 * @param periods the addresses of theirs
 * @param findings where the workbook and the service differ
 * @param workbook the control total of the workbook
 * @param service the control total of the service over the same figures
 * @param ledger where the service and the ledger differ; nothing where no ledger is behind the scenario
 * @param unmapped lines of the ledger, in the periods of the figures, that belong nowhere yet
 */
public record Reconciliation(
        String scenario,
        int version,
        List<String> metrics,
        List<String> periods,
        List<Finding> findings,
        Side workbook,
        Side service,
        Optional<LedgerSide> ledger,
        List<Unmapped> unmapped,
        Rounding rounding) {

    /**
     * A figure in which the workbook and the service differ.
     *
     * @param status as MPM.RECONCILE says it
     * @param isTiming whether the figure was written since the workbook read it, so that a refresh may settle it
     */
    public record Finding(
            String status,
            String metric,
            String org,
            String period,
            @Nullable Double workbook,
            @Nullable Double service,
            @Nullable Double difference,
            boolean isTiming) {}

    /** One side of the comparison: how many figures, their sum, and the hash over all of them. */
    public record Side(int figures, BigDecimal total, String hash) {}

    /** The ledger against the service, over the figures that are sums. */
    public record LedgerSide(BigDecimal ledger, BigDecimal service, List<Difference> differences) {}

    /** A figure that is not the sum of its lines. */
    public record Difference(
            String metric, String org, String period, int lines, BigDecimal ledger, BigDecimal service) {}

    /** Lines of an account that belong nowhere yet. */
    public record Unmapped(String account, String currency, int lines, BigDecimal amount) {}

    /** What the sum of the figures as they are shown differs from their sum as it is shown. */
    public record Rounding(int decimals, BigDecimal shown, BigDecimal exact, BigDecimal difference) {}

    /** How many figures differ, on either side of the service. */
    public int differences() {
        return findings.size()
                + ledger.map(LedgerSide::differences).map(List::size).orElse(0);
    }

    int unmappedLines() {
        return unmapped.stream().mapToInt(Unmapped::lines).sum();
    }

    /** Whether nothing is left to explain. */
    public boolean agrees() {
        return differences() == 0 && unmapped.isEmpty();
    }
}
