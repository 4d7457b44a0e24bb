/** {@link mpm.service.commitments.control.Commitments}: what people promise, never changed, only revised. */
@NullMarked
package mpm.service.commitments.control;

import org.jspecify.annotations.NullMarked;
