/** {@link mpm.service.sample.control.Sample}: one organisation to begin with. */
@NullMarked
package mpm.service.sample.control;

import org.jspecify.annotations.NullMarked;
