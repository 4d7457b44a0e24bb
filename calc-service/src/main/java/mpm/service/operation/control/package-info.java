/**
 * {@link mpm.service.operation.control.Start} begins the service in order, or refuses in a sentence and ends the
 * process.
 */
@NullMarked
package mpm.service.operation.control;

import org.jspecify.annotations.NullMarked;
