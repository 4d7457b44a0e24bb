/** The rows of {@link mpm.service.alerts.control}. */
@NullMarked
package mpm.service.alerts.entity;

import org.jspecify.annotations.NullMarked;
