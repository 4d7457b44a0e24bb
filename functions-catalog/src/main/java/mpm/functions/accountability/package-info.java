/** Holding an actual against a promise: {@link mpm.functions.accountability.Accountability} is the register. */
@NullMarked
package mpm.functions.accountability;

import org.jspecify.annotations.NullMarked;
