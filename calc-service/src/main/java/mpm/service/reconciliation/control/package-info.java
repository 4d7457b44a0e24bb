/**
 * {@link mpm.service.reconciliation.control.Reconciliations} holds a workbook against the service and the service against the
 * ledger, and keeps who has signed that off. The comparison of a workbook is MPM.RECONCILE's own.
 */
@NullMarked
package mpm.service.reconciliation.control;

import org.jspecify.annotations.NullMarked;
