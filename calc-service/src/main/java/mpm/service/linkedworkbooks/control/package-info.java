/**
 * {@link mpm.service.linkedworkbooks.control.LinkedWorkbooks}: which workbooks read and enter figures, in which cells, and which
 * version of a figure each has read last.
 */
@NullMarked
package mpm.service.linkedworkbooks.control;

import org.jspecify.annotations.NullMarked;
