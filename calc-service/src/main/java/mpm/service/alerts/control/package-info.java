/**
 * {@link mpm.service.alerts.control.Alerts} keeps the rules by which figures are watched, and what they found. {@link
 * mpm.service.alerts.control.Watch} judges every figure that was written, once it is committed, with the catalogue's own
 * functions: a cell that asks MPM.SIGNAL of the same figures answers the same.
 */
@NullMarked
package mpm.service.alerts.control;

import org.jspecify.annotations.NullMarked;
