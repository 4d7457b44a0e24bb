/**
 * {@link mpm.service.workbooks.control.Recalculations} computes the formulas of workbooks within this service's limits;
 * {@link mpm.service.workbooks.control.LinkedWorkbooks} knows which workbooks read and enter figures, and in which cells.
 */
@NullMarked
package mpm.service.workbooks.control;

import org.jspecify.annotations.NullMarked;
