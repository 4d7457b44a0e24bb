/** The sheets of the benchmark assessment: {@link mpm.workbook.template.benchmark.BenchmarkAssessment} is the entry point. */
@NullMarked
package mpm.workbook.template.benchmark;

import org.jspecify.annotations.NullMarked;
