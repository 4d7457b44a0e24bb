/**
 * Chance that repeats: {@link mpm.method.random.SplitMix64} gives the same numbers for the same seed on every machine, and a
 * {@link mpm.method.random.Distribution} turns them into figures.
 */
@NullMarked
package mpm.method.random;

import org.jspecify.annotations.NullMarked;
