/**
 * Finding the best figures: {@link mpm.method.optimisation.BoundedLeastSquares} fits a curve. Hipparchus decomposes; its own
 * Levenberg–Marquardt knows no bounds.
 */
@NullMarked
package mpm.method.optimisation;

import org.jspecify.annotations.NullMarked;
