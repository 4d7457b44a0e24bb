/**
 * {@link mpm.service.workbooks.control.Recalculations} computes the formulas of workbooks within this service's limits.
 */
@NullMarked
package mpm.service.workbooks.control;

import org.jspecify.annotations.NullMarked;
