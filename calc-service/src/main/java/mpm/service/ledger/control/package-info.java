/** {@link mpm.service.ledger.control.Ledger}: the lines of ledgers and purchase orders behind the figures. */
@NullMarked
package mpm.service.ledger.control;

import org.jspecify.annotations.NullMarked;
