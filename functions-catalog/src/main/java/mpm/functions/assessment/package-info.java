/** Judging where the organisation stands, against peers and against itself: {@link mpm.functions.assessment.Assessment} is the register. */
@NullMarked
package mpm.functions.assessment;

import org.jspecify.annotations.NullMarked;
