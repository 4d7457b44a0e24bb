package mpm.service.audit.control;

import java.util.function.Predicate;
import mpm.plan.AuditEntry;

/** Who may read which entries. The units and scenarios that say so are written to the trail themselves, and so know of it. */
public interface AuditReaders {

    /** Which entries the caller may read. */
    Predicate<AuditEntry> mayRead();
}
