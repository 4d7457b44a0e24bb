/** The rows of {@link mpm.service.audit.control}. */
@NullMarked
package mpm.service.audit.entity;

import org.jspecify.annotations.NullMarked;
