/**
 * The best point under conditions: {@link mpm.method.optimisation.BoundedLeastSquares} fits a curve whose parameters have bounds
 * (Hipparchus decomposes; its own Levenberg–Marquardt knows none), {@link mpm.method.optimisation.NonNegativeLeastSquares}
 * allows nothing negative, and on top of it {@link mpm.method.optimisation.LeastDistance} finds the point nearest to where one
 * would like to be. {@link mpm.method.optimisation.BoundedMinimum} goes down any smooth function between bounds.
 */
@NullMarked
package mpm.method.optimisation;

import org.jspecify.annotations.NullMarked;
