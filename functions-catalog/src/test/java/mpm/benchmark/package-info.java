/**
 * How fast the methods are, by JMH: {@link mpm.benchmark.Benchmarks} runs them. No test: figures are read, never asserted.
 *
 * <p>Each class measures one method on data from a fixed seed, or on a file that is named, and beside it a bare loop over the
 * same data: what any answer costs at least on this machine, in the same run.
 */
@NullMarked
package mpm.benchmark;

import org.jspecify.annotations.NullMarked;
