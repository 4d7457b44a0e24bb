/** The invented company whose figures stand in the templates until a planner's own do. */
@NullMarked
package mpm.workbook.sample;

import org.jspecify.annotations.NullMarked;
