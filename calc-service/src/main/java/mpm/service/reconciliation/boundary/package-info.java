/** {@link mpm.service.reconciliation.boundary.ReconcileResource}: workbook, service and ledger held against each other over HTTP. */
@NullMarked
package mpm.service.reconciliation.boundary;

import org.jspecify.annotations.NullMarked;
