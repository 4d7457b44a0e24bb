/**
 * {@link mpm.service.scenarios.control.Scenarios}: what is planned, forecast and what happened, each in versions that are opened,
 * compared and, once agreed, frozen.
 */
@NullMarked
package mpm.service.scenarios.control;

import org.jspecify.annotations.NullMarked;
