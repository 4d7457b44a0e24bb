/** The sheets of the finance link: {@link mpm.workbook.template.financelink.FinanceLink} is the entry point. */
@NullMarked
package mpm.workbook.template.financelink;

import org.jspecify.annotations.NullMarked;
