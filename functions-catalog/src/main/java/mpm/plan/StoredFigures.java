package mpm.plan;

import java.util.Set;
import mpm.link.Need;

/**
 * The figures at every combination of metrics, units and periods in one version. What is found may hold others as well: a batch
 * fetches the union of all its needs, and each need may be answered with the same {@link Figures}.
 *
 * @param scenario a code, as the other texts
 * @param units leaf units
 * @param periods as {@link Address#period} writes them
 */
public record StoredFigures(String scenario, int version, Set<String> metrics, Set<String> units, Set<String> periods)
        implements Need<Figures> {

    public StoredFigures {
        metrics = Set.copyOf(metrics);
        units = Set.copyOf(units);
        periods = Set.copyOf(periods);
    }
}
