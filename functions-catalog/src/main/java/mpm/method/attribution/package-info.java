/**
 * Sharing the credit for conversions among channels. {@link mpm.method.attribution.Journeys} reads the touch paths; a
 * {@link mpm.method.attribution.CreditRule} shares each path's own conversions, {@link mpm.method.attribution.RemovalEffects}
 * asks what would be lost without a channel, and {@link mpm.method.attribution.Shapley} what each adds to every combination.
 */
@NullMarked
package mpm.method.attribution;

import org.jspecify.annotations.NullMarked;
