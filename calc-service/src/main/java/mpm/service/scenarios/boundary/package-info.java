/** {@link mpm.service.scenarios.boundary.ScenariosResource}: scenarios and their versions over HTTP. */
@NullMarked
package mpm.service.scenarios.boundary;

import org.jspecify.annotations.NullMarked;
