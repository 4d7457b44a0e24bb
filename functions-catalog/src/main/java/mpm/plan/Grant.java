package mpm.plan;

import java.util.Set;

/**
 * A role given to a user.
 *
 * @param unit the code of the unit for which it holds, with all its parts
 * @param kinds the kinds of scenarios for which it holds; none for all
 * @param metrics the codes of the metrics for which it holds, restricted or not; none for all that are not restricted, and to a
 *     partner for none at all
 */
public record Grant(Role role, String unit, Set<Scenario.Kind> kinds, Set<String> metrics) {

    public Grant {
        kinds = Set.copyOf(kinds);
        metrics = Set.copyOf(metrics);
    }

    boolean covers(Metric metric) {
        if (!metrics.isEmpty()) {
            return metrics.contains(metric.code());
        }
        return role == Role.AUDITOR || (role != Role.PARTNER && !metric.isRestricted());
    }

    boolean covers(Scenario scenario) {
        return kinds.isEmpty() || kinds.contains(scenario.kind());
    }
}
