/** The rows of {@link mpm.service.workbooks.control}. */
@NullMarked
package mpm.service.workbooks.entity;

import org.jspecify.annotations.NullMarked;
