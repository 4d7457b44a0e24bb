package mpm.service.access.control;

import java.util.List;
import mpm.plan.Grant;

/** The roles that an administrator gave to users one by one; those of a user's groups stand in the settings. */
public interface Assignments {

    /**
     * The roles of one user.
     *
     * @param user as the issuer names them
     */
    List<Grant> of(String user);
}
