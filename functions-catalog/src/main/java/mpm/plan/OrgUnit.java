package mpm.plan;

import java.util.Optional;
import java.util.Set;

/**
 * A unit of the organisation: a company, a region, a department.
 *
 * @param parent the code of the unit it belongs to; nothing for a root
 * @param type what kind of unit it is, such as BU or DEPT
 * @param currency the ISO code of the currency in which it plans and reports
 * @param owner who answers for it, by role; empty where nobody is named
 * @param validity when it is there; its figures stay when it is closed
 */
public record OrgUnit(
        String code,
        String name,
        Set<String> aliases,
        Optional<String> parent,
        String type,
        String currency,
        String owner,
        Validity validity)
        implements Member {

    public OrgUnit {
        aliases = Set.copyOf(aliases);
    }
}
