/**
 * Splitting an amount so that the parts add up to it, to the last cent: {@link mpm.method.apportionment.Apportionment}.
 *
 * <p>Everything is exact. Amounts are decimals, never doubles, and shares stay fractions until the largest remainders
 * (Hamilton's method) have decided who gets the odd cents: in doubles two equal remainders would differ in the last bit,
 * and the cent would go to another unit on another platform.
 */
@NullMarked
package mpm.method.apportionment;

import org.jspecify.annotations.NullMarked;
