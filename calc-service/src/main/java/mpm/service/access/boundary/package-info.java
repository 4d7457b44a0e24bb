/**
 * {@link mpm.service.access.boundary.RequestGuard} stands before everything the service answers, static files and the
 * platform's own addresses included.
 */
@NullMarked
package mpm.service.access.boundary;

import org.jspecify.annotations.NullMarked;
