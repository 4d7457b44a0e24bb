/**
 * {@link mpm.service.imports.control.Imports} takes in files of what happened. A file is read and kept, its columns, accounts and
 * cost centres are mapped, and then it is applied: all of its lines or none, once. The sum of the lines at an address is the
 * figure there.
 */
@NullMarked
package mpm.service.imports.control;

import org.jspecify.annotations.NullMarked;
