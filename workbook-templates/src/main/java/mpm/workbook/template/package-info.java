/**
 * The workbooks that a planner starts from. {@link Templates} is the register; a template class is the design of its workbook,
 * in the vocabulary of {@code mpm.workbook.design}.
 */
@NullMarked
package mpm.workbook.template;

import org.jspecify.annotations.NullMarked;
