/**
 * Any workbook with fresh values: {@link mpm.workbook.recalculation.WorkbookRecalculation} is the entry point. The package is
 * read without Apache POI's document model and written by copying: only the cells whose values changed are rewritten, so that
 * charts, macros and whatever else it holds stay as they are, byte for byte. POI parses and evaluates the formulas over cells
 * kept in arrays, one formula at a time: what a formula needs first is evaluated first, whatever its depth.
 */
@NullMarked
package mpm.workbook.recalculation;

import org.jspecify.annotations.NullMarked;
