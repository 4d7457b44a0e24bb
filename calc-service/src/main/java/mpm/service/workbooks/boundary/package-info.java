/**
 * Workbooks over HTTP: {@link mpm.service.workbooks.boundary.RecalculateResource} takes one and answers it with fresh values,
 * with values alone, or with a report of what changed.
 */
@NullMarked
package mpm.service.workbooks.boundary;

import org.jspecify.annotations.NullMarked;
