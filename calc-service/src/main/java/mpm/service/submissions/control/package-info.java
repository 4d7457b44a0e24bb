/**
 * {@link mpm.service.submissions.control.Submissions} takes in what people enter: all of a submission or nothing of it, once for
 * its key however often it is sent, and never over what somebody else has changed meanwhile.
 */
@NullMarked
package mpm.service.submissions.control;

import org.jspecify.annotations.NullMarked;
