/** {@link mpm.service.benchmarks.boundary.BenchmarksResource}: published values over HTTP. */
@NullMarked
package mpm.service.benchmarks.boundary;

import org.jspecify.annotations.NullMarked;
