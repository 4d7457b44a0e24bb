/** What the engine costs, measured: {@link mpm.service.benchmark.Benchmark}. No test: figures are read, never asserted. */
@NullMarked
package mpm.service.benchmark;

import org.jspecify.annotations.NullMarked;
