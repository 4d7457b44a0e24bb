/** The rows of {@link mpm.service.commitments.control}. */
@NullMarked
package mpm.service.commitments.entity;

import org.jspecify.annotations.NullMarked;
