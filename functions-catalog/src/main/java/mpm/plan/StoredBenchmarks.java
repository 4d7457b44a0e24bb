package mpm.plan;

import java.util.List;
import mpm.link.Need;

/**
 * All sets of published values that have a metric.
 *
 * @param metric a code
 */
public record StoredBenchmarks(String metric) implements Need<List<BenchmarkSet>> {}
