/** {@link mpm.service.figures.boundary.DataResource}: stored figures over HTTP. */
@NullMarked
package mpm.service.figures.boundary;

import org.jspecify.annotations.NullMarked;
