/** The sheets of the alliance scorecard: {@link mpm.workbook.template.alliances.AllianceScorecard} is the entry point. */
@NullMarked
package mpm.workbook.template.alliances;

import org.jspecify.annotations.NullMarked;
