/**
 * The vocabulary in which a workbook is designed, over Apache POI: a {@link mpm.workbook.design.Book} has pages, a page has
 * cells, tables, cards and charts, and a {@link mpm.workbook.design.Look} says how they look. Formulas are written as a
 * person types them; the book stores them as Excel does, with the values that the catalogue computes.
 */
@NullMarked
package mpm.workbook.design;

import org.jspecify.annotations.NullMarked;
