/** {@link mpm.service.imports.boundary.ImportResource}: files of what happened, over HTTP. */
@NullMarked
package mpm.service.imports.boundary;

import org.jspecify.annotations.NullMarked;
