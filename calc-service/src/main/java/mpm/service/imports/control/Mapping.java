package mpm.service.imports.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the files of a system are read.
 *
 * @param columns the name of the column in which a field stands
 * @param scenario whose figures the lines make
 * @param currency of amounts beside which none stands; empty for the unit's own
 * @param metrics the metric of an account; an account that is called as a metric needs none
 * @param units the unit of a cost centre or, where a line has none that is known, of a campaign; a cost centre that is called as
 *     a unit needs none
 */
public record Mapping(
        Map<Field, String> columns,
        Decimals decimals,
        Dates dates,
        String scenario,
        String currency,
        Map<String, String> metrics,
        Map<String, String> units) {

    public Mapping {
        columns = Map.copyOf(columns);
        metrics = Map.copyOf(metrics);
        units = Map.copyOf(units);
    }

    /** What it must still say before a file can be read by it, a sentence each. */
    List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field.isRequired() && !columns.containsKey(field)) {
                lacks.add("Say in the mapping in which column the %s stands.".formatted(field.shown()));
            }
        }
        if (scenario.isEmpty()) {
            lacks.add("Say in the mapping whose figures the lines make: a scenario of kind ACTUAL or COMMITTED.");
        }
        return lacks;
    }
}
