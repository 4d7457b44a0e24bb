package mpm.service.audit.control;

import java.util.Set;

/**
 * What the labels of units and periods name. Those are written to the trail themselves, and so know of it, not the trail of
 * them.
 */
public interface AuditPlaces {

    /** The codes of a unit and all its parts. */
    Set<String> units(String label);

    /** The addresses of a period and all its leaves. */
    Set<String> periods(String label);
}
