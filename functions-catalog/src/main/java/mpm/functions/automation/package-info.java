/** Letting the workbook do the routine of planning: {@link mpm.functions.automation.Automation} is the register. */
@NullMarked
package mpm.functions.automation;

import org.jspecify.annotations.NullMarked;
