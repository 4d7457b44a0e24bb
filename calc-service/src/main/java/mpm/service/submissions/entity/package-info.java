/** The rows of {@link mpm.service.submissions.control}. */
@NullMarked
package mpm.service.submissions.entity;

import org.jspecify.annotations.NullMarked;
