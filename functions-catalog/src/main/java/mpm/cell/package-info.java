/**
 * What a cell can hold, in the workbook's own terms: {@link mpm.cell.Cell} going in and coming out,
 * {@link mpm.cell.Range} as arguments arrive, {@link mpm.cell.Answer} as results leave.
 *
 * <p>Everything here compares by content, so that two calls with the same arguments are one call.
 */
@NullMarked
package mpm.cell;

import org.jspecify.annotations.NullMarked;
