/** The rows of {@link mpm.service.benchmarks.control}. */
@NullMarked
package mpm.service.benchmarks.entity;

import org.jspecify.annotations.NullMarked;
