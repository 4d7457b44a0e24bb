/** {@link mpm.service.audit.boundary.AuditResource}: the audit trail over HTTP. */
@NullMarked
package mpm.service.audit.boundary;

import org.jspecify.annotations.NullMarked;
