/**
 * The worksheet functions, a package for each section of the catalogue. The entry point is {@link mpm.functions.Functions};
 * a section never imports another, what several share is a method beneath them.
 */
@NullMarked
package mpm.functions;

import org.jspecify.annotations.NullMarked;
