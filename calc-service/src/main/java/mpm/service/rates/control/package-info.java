/** {@link mpm.service.rates.control.ExchangeRates}: what currencies are worth in each period. */
@NullMarked
package mpm.service.rates.control;

import org.jspecify.annotations.NullMarked;
