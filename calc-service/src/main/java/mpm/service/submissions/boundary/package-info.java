/** {@link mpm.service.submissions.boundary.SubmissionsResource}: figures and notes handed in over HTTP. */
@NullMarked
package mpm.service.submissions.boundary;

import org.jspecify.annotations.NullMarked;
