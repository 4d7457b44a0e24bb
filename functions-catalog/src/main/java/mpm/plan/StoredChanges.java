package mpm.plan;

import java.util.List;
import java.util.Set;
import mpm.link.Need;
import mpm.method.calendar.FiscalPeriod;

/**
 * The latest changes of figures and notes at every combination of units and periods of a metric in a scenario, in all versions, the
 * newest first.
 *
 * @param scenario a code, as the other texts
 * @param units leaf units
 * @param most how many are wanted at most
 */
public record StoredChanges(String scenario, String metric, Set<String> units, Set<String> periods, int most)
        implements Need<List<Change>> {

    public StoredChanges {
        units = Set.copyOf(units);
        periods = Set.copyOf(periods);
    }

    /** The latest changes of all leaves of a unit over leaf periods. */
    public static StoredChanges of(
            PlanView plan, Scenario scenario, Metric metric, OrgUnit unit, List<FiscalPeriod> periods, int most) {
        return new StoredChanges(
                scenario.code(), metric.code(), plan.leafCodes(List.of(unit)), plan.periodCodes(periods), most);
    }
}
