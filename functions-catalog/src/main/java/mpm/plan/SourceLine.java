package mpm.plan;

import java.math.BigDecimal;
import mpm.cell.Moment;

/**
 * A line of a ledger or of purchase orders, mapped to an address.
 *
 * @param source the system that it comes from
 * @param vendor may be empty
 * @param campaign the tag of the campaign; may be empty
 * @param currency the ISO code of the currency of the amount
 * @param scenario the code of the scenario to which it is mapped, as the metric and the unit
 * @param unit a leaf unit
 * @param period as {@link Address#period} writes it
 */
public record SourceLine(
        String source,
        String document,
        Moment date,
        String account,
        String vendor,
        String campaign,
        BigDecimal amount,
        String currency,
        String scenario,
        String metric,
        String unit,
        String period) {}
