/**
 * Sums, quantiles, intervals and correlations as statisticians define them. The entry point for two series is
 * {@link mpm.method.statistics.Pairs}: a {@link mpm.method.statistics.CorrelationMethod} gives the coefficient of the
 * pairs, a {@link mpm.method.statistics.CorrelationTest} says whether it is more than chance.
 *
 * <p>Sums are compensated and variances computed in two passes, and small probabilities come from a tail of their own, never
 * as 1 minus something: a p of 5e−11 is right in all its digits. Logarithms and exponentials are StrictMath's, so that every
 * platform gives the same bits.
 *
 * <p>A figure that cannot be computed throws the error of its own cell; the figures beside it stay.
 */
@NullMarked
package mpm.method.statistics;

import org.jspecify.annotations.NullMarked;
