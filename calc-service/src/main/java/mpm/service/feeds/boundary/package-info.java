/**
 * {@link mpm.service.feeds.boundary.FeedsResource}: flat tables for Excel's own connections, and what connects Excel to
 * them.
 */
@NullMarked
package mpm.service.feeds.boundary;

import org.jspecify.annotations.NullMarked;
