package mpm.plan;

import java.util.List;
import java.util.Set;
import mpm.link.Need;

/**
 * The mapped ledger lines at every combination of units and periods of a metric in a scenario.
 *
 * @param scenario a code, as the other texts
 * @param units leaf units
 */
public record StoredLines(String scenario, String metric, Set<String> units, Set<String> periods)
        implements Need<List<SourceLine>> {

    public StoredLines {
        units = Set.copyOf(units);
        periods = Set.copyOf(periods);
    }
}
