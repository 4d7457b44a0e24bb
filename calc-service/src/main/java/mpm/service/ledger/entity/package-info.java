/** The rows of {@link mpm.service.ledger.control}. */
@NullMarked
package mpm.service.ledger.entity;

import org.jspecify.annotations.NullMarked;
