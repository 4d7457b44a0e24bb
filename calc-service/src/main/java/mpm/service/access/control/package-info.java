/**
 * Who may reach the service: {@link mpm.service.access.control.Reach} by where the request comes from, {@link
 * mpm.service.access.control.Listeners} by where the server listens. There is no authentication yet, so both hold the
 * service to this computer.
 */
@NullMarked
package mpm.service.access.control;

import org.jspecify.annotations.NullMarked;
