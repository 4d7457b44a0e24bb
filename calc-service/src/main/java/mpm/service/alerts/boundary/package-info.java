/** {@link mpm.service.alerts.boundary.AlertsResource}: what is out of the ordinary, over HTTP. */
@NullMarked
package mpm.service.alerts.boundary;

import org.jspecify.annotations.NullMarked;
