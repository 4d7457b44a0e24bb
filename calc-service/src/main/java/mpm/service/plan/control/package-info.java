/**
 * What an organisation plans with, apart from the figures: {@link mpm.service.plan.control.Plans} reads it as the records of
 * {@link mpm.plan}, {@link mpm.service.plan.control.MasterData} writes it.
 */
@NullMarked
package mpm.service.plan.control;

import org.jspecify.annotations.NullMarked;
