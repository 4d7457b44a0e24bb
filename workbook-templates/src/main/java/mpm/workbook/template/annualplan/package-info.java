/** The sheets of the annual plan: {@link mpm.workbook.template.annualplan.AnnualPlan} is the entry point. */
@NullMarked
package mpm.workbook.template.annualplan;

import org.jspecify.annotations.NullMarked;
