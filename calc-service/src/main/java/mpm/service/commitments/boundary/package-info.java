/** {@link mpm.service.commitments.boundary.CommitmentsResource}: promises over HTTP. */
@NullMarked
package mpm.service.commitments.boundary;

import org.jspecify.annotations.NullMarked;
