/** The rows of {@link mpm.service.reconciliation.control}. */
@NullMarked
package mpm.service.reconciliation.entity;

import org.jspecify.annotations.NullMarked;
