/**
 * The rows of {@link mpm.service.storage.control}.
 */
@NullMarked
package mpm.service.storage.entity;

import org.jspecify.annotations.NullMarked;
