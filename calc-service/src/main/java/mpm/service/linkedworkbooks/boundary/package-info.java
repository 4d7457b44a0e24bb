/** {@link mpm.service.linkedworkbooks.boundary.LinkedWorkbooksResource}: linked workbooks over HTTP. */
@NullMarked
package mpm.service.linkedworkbooks.boundary;

import org.jspecify.annotations.NullMarked;
