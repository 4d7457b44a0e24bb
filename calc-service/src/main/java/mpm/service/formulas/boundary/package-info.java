/**
 * {@link mpm.service.formulas.boundary.EvaluateResource}: one formula in, its text out, for the start page, for a
 * command line and for Excel's own WEBSERVICE.
 */
@NullMarked
package mpm.service.formulas.boundary;

import org.jspecify.annotations.NullMarked;
