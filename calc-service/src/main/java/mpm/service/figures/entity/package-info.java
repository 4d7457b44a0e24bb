/** The rows of {@link mpm.service.figures.control}. */
@NullMarked
package mpm.service.figures.entity;

import org.jspecify.annotations.NullMarked;
