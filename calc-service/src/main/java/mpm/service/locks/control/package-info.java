/** {@link mpm.service.locks.control.PeriodLocks}: how far scenarios, units and periods are closed. */
@NullMarked
package mpm.service.locks.control;

import org.jspecify.annotations.NullMarked;
