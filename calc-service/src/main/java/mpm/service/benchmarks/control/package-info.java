/** {@link mpm.service.benchmarks.control.Benchmarks}: what others reach, as it was published. */
@NullMarked
package mpm.service.benchmarks.control;

import org.jspecify.annotations.NullMarked;
