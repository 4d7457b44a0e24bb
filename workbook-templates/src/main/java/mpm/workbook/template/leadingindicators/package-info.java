/** The sheets of the leading indicators: {@link mpm.workbook.template.leadingindicators.LeadingIndicators} is the entry point. */
@NullMarked
package mpm.workbook.template.leadingindicators;

import org.jspecify.annotations.NullMarked;
