/**
 * {@link mpm.service.functions.boundary.FunctionsResource}: the catalogue as data.
 */
@NullMarked
package mpm.service.functions.boundary;

import org.jspecify.annotations.NullMarked;
