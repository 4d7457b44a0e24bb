/** The rows of {@link mpm.service.imports.control}. */
@NullMarked
package mpm.service.imports.entity;

import org.jspecify.annotations.NullMarked;
