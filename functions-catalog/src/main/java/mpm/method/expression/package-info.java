/** Formulas of a planner's own over named drivers: {@link mpm.method.expression.Expression} reads one and computes it. */
@NullMarked
package mpm.method.expression;

import org.jspecify.annotations.NullMarked;
