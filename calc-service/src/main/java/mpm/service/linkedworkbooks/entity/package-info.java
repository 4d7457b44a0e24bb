/** The rows of {@link mpm.service.linkedworkbooks.control}. */
@NullMarked
package mpm.service.linkedworkbooks.entity;

import org.jspecify.annotations.NullMarked;
