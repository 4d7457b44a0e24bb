package mpm.service.access.control;

import jakarta.enterprise.context.RequestScoped;

/** Who asks now: nobody, until the guard at the door has seen a credential. */
@RequestScoped
public class Caller {

    private Identity identity = Identity.NOBODY;

    /** What other threads may know as well: they have no request of their own. */
    public Identity identity() {
        return identity;
    }

    public void become(Identity known) {
        identity = known;
    }
}
