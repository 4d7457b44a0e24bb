/** {@link mpm.service.plan.boundary.PlanResource}: the organisation and what it plans with, over HTTP. */
@NullMarked
package mpm.service.plan.boundary;

import org.jspecify.annotations.NullMarked;
