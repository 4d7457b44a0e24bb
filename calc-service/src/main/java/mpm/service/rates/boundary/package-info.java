/** {@link mpm.service.rates.boundary.RatesResource}: exchange rates over HTTP. */
@NullMarked
package mpm.service.rates.boundary;

import org.jspecify.annotations.NullMarked;
