package mpm.service.access.control;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import mpm.plan.Grant;
import mpm.service.permission.control.Caller;

/** Who asks now: nobody, until the guard at the door has seen a credential. */
@RequestScoped
public class CurrentCaller implements Caller {

    private Identity identity = Identity.NOBODY;

    /** What other threads may know as well: they have no request of their own. */
    public Identity identity() {
        return identity;
    }

    public void become(Identity known) {
        identity = known;
    }

    @Override
    public String id() {
        return identity.name();
    }

    @Override
    public List<Grant> grants() {
        return identity.grants();
    }

    @Override
    public boolean isAlone() {
        return identity.isLocal();
    }
}
