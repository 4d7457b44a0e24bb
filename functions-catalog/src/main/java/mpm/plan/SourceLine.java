package mpm.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
        String period) {

    private static final int DECIMALS = 4;

    /**
     * What converts its amount to the currency of the unit of a place in which it lies: 1 where no money is counted.
     *
     * @throws mpm.cell.CellException #N/A where there is no rate
     */
    public BigDecimal rate(PlanView plan, Place place) {
        return place.metric().unit() == Metric.Unit.MONEY
                ? plan.rates()
                        .rate(
                                currency,
                                place.unit().currency(),
                                plan.leaf(period, place.span()),
                                Rates.type(place.scenario().kind(), place.metric()))
                : BigDecimal.ONE;
    }

    /** Its amount at a rate, as it counts in a figure. */
    public BigDecimal base(BigDecimal rate) {
        return amount.multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
