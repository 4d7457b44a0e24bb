/**
 * {@link mpm.service.access.boundary.RequestGuard} stands before everything the service answers, static files and the
 * platform's own addresses included; behind it, {@link mpm.service.access.boundary.EndpointGuard} asks the API's
 * endpoints whom they let in.
 */
@NullMarked
package mpm.service.access.boundary;

import org.jspecify.annotations.NullMarked;
