/** Finding what moves the figures: {@link mpm.functions.analytics.Analytics} is the register. */
@NullMarked
package mpm.functions.analytics;

import org.jspecify.annotations.NullMarked;
