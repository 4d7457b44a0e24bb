/**
 * Least squares: {@link mpm.method.regression.LeastSquares} fits an outcome to regressors, and
 * {@link mpm.method.regression.GrangerTest} compares two such fits.
 *
 * <p>Hipparchus decomposes (Householder QR). What is added here is what decides the digits: regressors scaled to unit length, a
 * step of iterative refinement with compensated sums, and a name for the regressor that depends on those before it.
 */
@NullMarked
package mpm.method.regression;

import org.jspecify.annotations.NullMarked;
