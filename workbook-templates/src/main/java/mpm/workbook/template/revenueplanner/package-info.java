/** The sheets of the revenue planner: {@link mpm.workbook.template.revenueplanner.RevenuePlanner} is the entry point. */
@NullMarked
package mpm.workbook.template.revenueplanner;

import org.jspecify.annotations.NullMarked;
