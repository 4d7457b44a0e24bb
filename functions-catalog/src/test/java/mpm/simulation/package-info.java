/** What the methods are worth, measured on many series. No test: figures are read, never asserted. */
@NullMarked
package mpm.simulation;

import org.jspecify.annotations.NullMarked;
