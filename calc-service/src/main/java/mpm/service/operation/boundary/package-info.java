/**
 * How the service is: health checks, and the state that the home page shows.
 */
@NullMarked
package mpm.service.operation.boundary;

import org.jspecify.annotations.NullMarked;
