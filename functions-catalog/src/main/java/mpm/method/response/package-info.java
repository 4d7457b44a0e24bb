/**
 * How spend turns into response: {@link mpm.method.response.CarryOver} spreads it over the following periods, a
 * {@link mpm.method.response.Curve} lets its return diminish.
 */
@NullMarked
package mpm.method.response;

import org.jspecify.annotations.NullMarked;
