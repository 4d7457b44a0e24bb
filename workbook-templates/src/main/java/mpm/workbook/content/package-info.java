/**
 * What the sheets of a workbook hold and how they look, for a spreadsheet that is not Excel:
 * {@link mpm.workbook.content.WorkbookContent} is the entry point. Formulas are as a person types them, and refer to cells
 * where the workbook refers to columns of tables, so that a spreadsheet without tables calculates them. Charts, sparklines,
 * pictures and sorting buttons are left out.
 */
@NullMarked
package mpm.workbook.content;

import org.jspecify.annotations.NullMarked;
