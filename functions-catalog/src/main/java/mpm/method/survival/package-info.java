/**
 * How long it takes until something happens, when some are still waiting: {@link mpm.method.survival.KaplanMeier} by
 * period, {@link mpm.method.survival.Durations} by the time of each.
 */
@NullMarked
package mpm.method.survival;

import org.jspecify.annotations.NullMarked;
