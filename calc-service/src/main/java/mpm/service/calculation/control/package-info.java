/**
 * {@link mpm.service.calculation.control.Calculations} has the catalogue compute calls with this service's limits and
 * stored data; {@link mpm.service.calculation.control.Batch} computes a batch of them.
 */
@NullMarked
package mpm.service.calculation.control;

import org.jspecify.annotations.NullMarked;
