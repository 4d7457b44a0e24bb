/** {@link mpm.service.locks.boundary.LocksResource}: closing and opening periods over HTTP. */
@NullMarked
package mpm.service.locks.boundary;

import org.jspecify.annotations.NullMarked;
