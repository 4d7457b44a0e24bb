/** The sheets of the target cascade: {@link mpm.workbook.template.targetcascade.TargetCascade} is the entry point. */
@NullMarked
package mpm.workbook.template.targetcascade;

import org.jspecify.annotations.NullMarked;
