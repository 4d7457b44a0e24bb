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

    /** The lines behind all leaves of a place. */
    public static StoredLines of(PlanView plan, Place place) {
        return new StoredLines(
                place.scenario().code(),
                place.metric().code(),
                plan.leafCodes(List.of(place.unit())),
                plan.periodCodes(place.span().leaves()));
    }
}
