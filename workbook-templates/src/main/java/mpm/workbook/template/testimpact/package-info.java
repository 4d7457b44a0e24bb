/** The sheets of tests and their impact: {@link mpm.workbook.template.testimpact.TestImpact} is the entry point. */
@NullMarked
package mpm.workbook.template.testimpact;

import org.jspecify.annotations.NullMarked;
