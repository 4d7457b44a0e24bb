/**
 * {@link mpm.service.calculation.boundary.CalculateResource}: batches of calls over HTTP, read and written as a stream
 * of JSON tokens, since binding to objects costs nearly twice the time.
 */
@NullMarked
package mpm.service.calculation.boundary;

import org.jspecify.annotations.NullMarked;
