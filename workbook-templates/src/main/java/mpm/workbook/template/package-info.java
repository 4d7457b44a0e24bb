/**
 * What all workbooks that a planner starts from have in common. A {@link mpm.workbook.template.Template} lists its
 * {@link mpm.workbook.template.Sheet sheets}, steps, settings and lists; the sheets Start, Check and Lists are made of them here. Each
 * template has a package of its own beneath this one: a class for the template and a class for each sheet, which is its design, in
 * the vocabulary of {@code mpm.workbook.design}.
 */
@NullMarked
package mpm.workbook.template;

import org.jspecify.annotations.NullMarked;
