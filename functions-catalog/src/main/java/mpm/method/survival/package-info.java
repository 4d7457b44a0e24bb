/**
 * How long it takes until something happens, when some are still waiting: {@link mpm.method.survival.KaplanMeier}.
 */
@NullMarked
package mpm.method.survival;

import org.jspecify.annotations.NullMarked;
