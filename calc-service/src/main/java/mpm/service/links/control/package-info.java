/**
 * {@link mpm.service.links.control.StoredLinks} fetches what a whole batch of calls needs, with one query for each kind
 * of stored data.
 */
@NullMarked
package mpm.service.links.control;

import org.jspecify.annotations.NullMarked;
