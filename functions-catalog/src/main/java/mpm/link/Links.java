package mpm.link;

import java.util.Set;

/** The stored data behind the functions, as far as the caller may read it. */
@FunctionalInterface
public interface Links {

    /** No stored data: every need is unknown. */
    Links NONE = needs -> Found.NOTHING;

    /** Fetches at once all that a batch of calls needs. */
    Found find(Set<Need<?>> needs);
}
