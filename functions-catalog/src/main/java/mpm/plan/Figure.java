package mpm.plan;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stored value.
 *
 * @param amount in the currency of its unit where the metric is money
 * @param groupAmount in the currency of the group; nothing where there was no rate, or where the metric is no money
 * @param rowVersion grows with every change of the value
 */
public record Figure(Address address, BigDecimal amount, Optional<BigDecimal> groupAmount, long rowVersion) {}
