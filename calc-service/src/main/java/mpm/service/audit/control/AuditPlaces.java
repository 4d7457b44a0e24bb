package mpm.service.audit.control;

import java.util.Set;

/**
 * What the labels of metrics, units and periods name. Those are written to the trail themselves, and so know of it, not the trail of
 * them.
 */
public interface AuditPlaces {

    /** The code of a metric. */
    String metric(String label);

    /** The codes of a unit and all its parts. */
    Set<String> units(String label);

    /** The addresses of a period and all its leaves. */
    Set<String> periods(String label);
}
