/**
 * What the customers of a business without contracts will still buy. The entry points are
 * {@link mpm.method.customerbase.PurchaseModel}, how often they buy until they silently stop, and
 * {@link mpm.method.customerbase.SpendModel}, how much they spend each time.
 */
@NullMarked
package mpm.method.customerbase;

import org.jspecify.annotations.NullMarked;
