/**
 * {@link mpm.service.audit.control.AuditTrail} keeps who changed what. Every entry carries a hash over itself and the entry
 * before it, and is written in the transaction of the change that it tells of: neither is there without the other.
 */
@NullMarked
package mpm.service.audit.control;

import org.jspecify.annotations.NullMarked;
