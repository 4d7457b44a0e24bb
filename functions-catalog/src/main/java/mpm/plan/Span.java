package mpm.plan;

import java.util.List;
import mpm.method.calendar.FiscalPeriod;

/**
 * The time that an address names.
 *
 * @param address in canonical form, such as {@code FY2027-P03} or {@code YTD:FY2027-P03}
 * @param leaves its leaf periods in their order, at least one
 */
public record Span(String address, List<FiscalPeriod> leaves) {

    public Span {
        leaves = List.copyOf(leaves);
    }

    public FiscalPeriod first() {
        return leaves.get(0);
    }

    public FiscalPeriod last() {
        return leaves.get(leaves.size() - 1);
    }

    /** Whether a figure can lie there, rather than only the sum of several. */
    public boolean isLeaf() {
        return leaves.size() == 1;
    }
}
