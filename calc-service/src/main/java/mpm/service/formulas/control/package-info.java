/**
 * {@link mpm.service.formulas.control.Formulas} evaluates a formula within this service's limits.
 */
@NullMarked
package mpm.service.formulas.control;

import org.jspecify.annotations.NullMarked;
