/** {@link mpm.service.problems.control.Refusal}: how control says that something is not done, and why. */
@NullMarked
package mpm.service.problems.control;

import org.jspecify.annotations.NullMarked;
