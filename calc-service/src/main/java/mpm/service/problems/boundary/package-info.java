/**
 * How the service says no: {@link mpm.service.problems.boundary.ProblemException} anywhere below a resource becomes an
 * RFC 9457 document, or a page in words for a browser. Nothing else of a failure leaves the service: no stack trace, no
 * version.
 */
@NullMarked
package mpm.service.problems.boundary;

import org.jspecify.annotations.NullMarked;
