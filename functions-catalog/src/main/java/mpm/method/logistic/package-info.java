/**
 * The odds of a yes: {@link mpm.method.logistic.LogisticFit} finds what raises them, {@link mpm.method.logistic.Discrimination}
 * says how well a score tells a yes from a no.
 */
@NullMarked
package mpm.method.logistic;

import org.jspecify.annotations.NullMarked;
