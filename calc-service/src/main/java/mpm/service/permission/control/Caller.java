package mpm.service.permission.control;

import java.util.List;
import mpm.plan.Grant;

/** Who asks. */
public interface Caller {

    /** The unit of a grant that holds for the whole organisation, whatever its units are called. */
    String EVERYWHERE = "*";

    /** As the audit trail names them. */
    String id();

    /** What they may do; none for someone who is not signed in. */
    List<Grant> grants();

    /** Whether there is nobody else, so that nobody else could approve what this one did. */
    boolean isAlone();
}
