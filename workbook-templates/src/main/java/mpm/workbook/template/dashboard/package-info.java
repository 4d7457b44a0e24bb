/** The sheets of the one-page dashboard: {@link mpm.workbook.template.dashboard.Dashboard} is the entry point. */
@NullMarked
package mpm.workbook.template.dashboard;

import org.jspecify.annotations.NullMarked;
