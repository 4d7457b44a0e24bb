/**
 * How long it takes until something happens, when some are still waiting: {@link mpm.method.survival.KaplanMeier} by
 * period and {@link mpm.method.survival.Durations} by the time of each, as it was seen;
 * {@link mpm.method.survival.BetaGeometric} as it will go on when customers differ.
 */
@NullMarked
package mpm.method.survival;

import org.jspecify.annotations.NullMarked;
