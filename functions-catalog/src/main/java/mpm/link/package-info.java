/**
 * Stored data that a function may read: a {@link mpm.link.Need} names it, the service's {@link mpm.link.Links} fetch what a
 * whole batch needs at once, and {@link mpm.link.Found} holds what there is. So a function that reads stored data stays a
 * pure calculation, and a thousand cells cost one trip to the database.
 */
@NullMarked
package mpm.link;

import org.jspecify.annotations.NullMarked;
