/**
 * {@link mpm.service.checklists.control.Checklists} keeps how far an organisation is with the annual checklist. A write
 * names the version it has seen, so that two planners cannot undo each other's ticks unawares.
 */
@NullMarked
package mpm.service.checklists.control;

import org.jspecify.annotations.NullMarked;
